/** An event from the preliminary to the medals. */
import type { AdvanceSpec } from '../../src/model/fact.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import { readOptions } from '../../src/rules/options.ts';
import {
  type EventPlan,
  type EventSetup,
  type PhasePlan,
  phaseOf,
  successivePhases,
} from '../../src/rules/plan.ts';
import { reverseSeeding } from '../../src/rules/seeding.ts';
import { contestOf, PHASES, type Phase } from './events.ts';
import { type Format, OPTIONS } from './options.ts';
import { editionOf } from './rules.ts';

const best = (count: number): readonly AdvanceSpec[] => [{ by: 'best', count, mark: 'Q' }];

/** Who goes on: of pairs and teams, who have no semi-final, twelve; who is equal for the last place goes on, too. */
const ADVANCE: Readonly<Record<Format, Readonly<Partial<Record<Phase, readonly AdvanceSpec[]>>>>> = {
  CHAMPIONSHIP: { PREL: best(18), SFNL: best(12) },
  TOURNAMENT: { PREL: best(12), SFNL: [{ by: 'place', count: 3, mark: 'Q' }] },
};

export function plan({ event, setup }: EventSetup): EventPlan {
  const contest = contestOf(event);
  const edition = editionOf(setup);
  const format = readOptions(OPTIONS, setup).format ?? 'CHAMPIONSHIP';
  const advance = contest?.kind === 'INDIVIDUAL' ? ADVANCE[format] : { PREL: best(12) };
  const phasePlan = (phase: Phase, index: number): Partial<PhasePlan> => ({
    ...(advance[phase] === undefined ? {} : { advance: advance[phase] }),
    ...(index === 0 ? {} : { seeding: { from: before(event, index), by: reverseSeeding } }),
    ...(edition?.carriedOver === true && index > 0
      ? {
          includes: (unit: Rsc) => isIn(unit, event, PHASES[index]!) || isIn(unit, event, PHASES[index - 1]!),
        }
      : {}),
  });
  return successivePhases(event, PHASES, {
    phases: Object.fromEntries(PHASES.map((phase, index) => [phase, phasePlan(phase, index)])),
    irmKeepsPlace: ['DNF', 'DNS'],
  });
}

const before = (event: Rsc, index: number): Rsc[] =>
  PHASES.slice(0, index).map((phase) => phaseOf(event, phase));

function isIn(unit: Rsc, event: Rsc, phase: string): boolean {
  const [here, there] = [partsOf(unit), partsOf(event)];
  return (
    here.discipline === there.discipline &&
    here.gender === there.gender &&
    here.event === there.event &&
    here.phase === phase &&
    here.unit !== ''
  );
}
