import { outcomeOf } from '../outcome.ts';
import { ordered, type Shown } from '../report.ts';
import type { Check } from './check.ts';
import { BOUNDS } from './checks/bounds.ts';
import { CONNECTING } from './checks/connecting.ts';
import { DRAINING } from './checks/draining.ts';
import { EVENTS } from './checks/events.ts';
import { HEALTH } from './checks/health.ts';
import { PACING } from './checks/pacing.ts';
import { ROWS } from './checks/rows.ts';
import { STANDING } from './checks/standing.ts';
import { SUBSCRIBING } from './checks/subscribing.ts';
import { Run } from './run.ts';
import { Stage, type Stimulus } from './stage.ts';

/** In the order in which they run: what ends the server comes last. */
export const CHECKS: readonly Check[] = [
  ...CONNECTING,
  ...SUBSCRIBING,
  ...PACING,
  ...HEALTH,
  ...ROWS,
  ...EVENTS,
  ...BOUNDS,
  ...DRAINING,
];

export interface SuiteOptions {
  /** Only these rules. */
  readonly only?: readonly string[];
  /** How long an answer of the server may take, milliseconds. Default 10,000. */
  readonly patienceMs?: number;
  readonly progress?: (shown: Shown) => void;
}

/** Holds a server against the rules. Throws `Broken` when it brings not even one document. */
export async function examineServer(
  url: string,
  stimulus: Stimulus,
  { only, patienceMs, progress = () => {} }: SuiteOptions = {},
): Promise<readonly Shown[]> {
  const run = new Run(patienceMs);
  const stage = await Stage.open(run, url, stimulus);
  const checks = CHECKS.filter(({ rule }) => only === undefined || only.includes(rule));
  const shown: Shown[] = [];
  const note = (each: Shown): void => {
    shown.push(each);
    progress(each);
  };
  const examine = async (check: Check): Promise<void> => note(await outcomeOf(check, () => check.run(stage)));
  await Promise.all(checks.filter(({ isPatient }) => isPatient).map(examine));
  stage.clear();
  for (const check of checks.filter(({ isPatient }) => !isPatient)) {
    await examine(check);
    stage.clear();
  }
  stage.close();
  for (const each of standing(run)) if (only === undefined || only.includes(each.rule)) note(each);
  return ordered(shown);
}

/** What was to hold on every connection; a complaint of a rule that has no line here gets one. */
function standing(run: Run): Shown[] {
  const lines = STANDING.map(({ rule, name, occasions }): Shown => {
    const times = occasions(run);
    if (times === 0) return { rule, name, outcome: 'not shown', why: 'there was no occasion' };
    return (
      complained(run, rule, name) ?? {
        rule,
        name: `${name} (seen ${times} times)`,
        outcome: 'passed',
        why: '',
      }
    );
  });
  const covered = new Set(STANDING.map(({ rule }) => rule));
  const others = new Set(run.complaints.map(({ rule }) => rule).filter((rule) => !covered.has(rule)));
  return [...lines, ...[...others].map((rule) => complained(run, rule, 'at all times')!)];
}

function complained({ complaints }: Run, rule: string, name: string): Shown | null {
  const mine = complaints.filter((each) => each.rule === rule);
  if (mine.length === 0) return null;
  return { rule, name, outcome: 'failed', why: `${mine.length} times, first: ${mine[0]!.text}` };
}
