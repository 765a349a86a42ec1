/**
 * Whose trial it is in a vertical jump (TR 26): at each height everybody who is still in has a first trial, those who failed it a
 * second one, and so on, always in start order. The next height has begun when nobody has a trial left at this one.
 */
import type { CompetitorCode } from '../../src/model/competitor.ts';
import { formatDecimal, type Micro } from '../../src/model/decimal.ts';
import type { Attempt } from '../../src/model/fact.ts';
import type { WholeUnitContext } from '../../src/rules/contract.ts';
import { isTried } from '../../src/rules/families/attempt-marks.ts';
import { type Round, type Slot, turnsOf } from '../../src/rules/families/turns.ts';
import type { Now } from '../../src/rules/now.ts';
import { FAILURES, JUMP_OFF } from './trials.ts';

/** What is looked at of a card. */
export interface Jumper {
  readonly code: CompetitorCode;
  readonly irm: string | null;
  readonly best: Micro;
  readonly failuresAtBest: number;
  readonly failuresInAll: number;
  readonly trials: readonly Attempt[];
  readonly jumpOffTrials: readonly Attempt[];
}

/** Who is on the runway, and who comes then. The period is the height of the bar, or `JO` in a jump-off. */
export function nowAtTheBar(
  { entries, status, setup }: WholeUnitContext,
  cardOf: (code: CompetitorCode) => Jumper | undefined,
): Now | null {
  if (status === 'START_LIST') return null;
  const jumpers = entries
    .toSorted((one, other) => one.startOrder - other.startOrder)
    .flatMap(({ competitor }) => cardOf(competitor.code) ?? []);
  if (jumpers.some(({ jumpOffTrials }) => jumpOffTrials.length > 0))
    return { period: JUMP_OFF, turns: turnsOf(jumpOff(tiedForFirst(jumpers)).rounds).turns };
  const bars = [...new Set([...(setup.heights ?? []), ...jumpers.flatMap(heightsOf)])].sort(
    (one, other) => one - other,
  );
  const rounds = roundsAt(bars, jumpers);
  const { round, turns } = turnsOf(rounds.map(({ slots }) => slots));
  return { ...(round < 0 ? {} : { period: formatDecimal(rounds[round]!.bar, 2) }), turns };
}

const heightsOf = ({ trials }: Jumper): readonly Micro[] => trials.map(({ height }) => height ?? 0);

interface BarRound {
  readonly bar: Micro;
  readonly slots: Round;
}

/** From the highest bar at which somebody has jumped on, up to the first one where somebody has a trial left. */
function roundsAt(bars: readonly Micro[], jumpers: readonly Jumper[]): readonly BarRound[] {
  const reached = bars.findLastIndex((bar) =>
    jumpers.some(({ trials }) => trials.some((trial) => trial.height === bar && isTried(trial))),
  );
  const rounds: BarRound[] = [];
  for (const bar of bars.slice(Math.max(reached, 0))) {
    for (let attempt = 1; attempt <= FAILURES; attempt += 1)
      rounds.push({ bar, slots: jumpers.flatMap((jumper) => slotAt(jumper, bar, attempt)) });
    if (rounds.some(({ slots }) => slots.some(({ done }) => !done))) break;
  }
  return rounds;
}

/** Nothing for who is out before, or has no such trial (any more) at the height. */
function slotAt({ code, irm, trials }: Jumper, bar: Micro, attempt: number): readonly Slot[] {
  const own = trials.find((trial) => trial.height === bar && trial.attempt === attempt);
  if (own !== undefined) return [{ competitor: code, attempt, done: true, tried: isTried(own) }];
  const before = trials.filter(({ height = 0 }) => height <= bar);
  const here = before.filter(({ height }) => height === bar);
  const isIn = irm === null && !hasEnded(before) && here.every(({ outcome }) => outcome === 'FAILED');
  return isIn && here.length === attempt - 1
    ? [{ competitor: code, attempt, done: false, tried: false }]
    : [];
}

/** Three failures since the last height cleared, or retired. */
export function hasEnded(trials: readonly Attempt[]): boolean {
  const cleared = trials.findLastIndex(({ outcome }) => outcome === 'VALID');
  const failures = trials.slice(cleared + 1).filter(({ outcome }) => outcome === 'FAILED').length;
  return failures >= FAILURES || trials.some(({ outcome }) => outcome === 'RETIRED');
}

function tiedForFirst(jumpers: readonly Jumper[]): readonly Jumper[] {
  const keys = new Set(jumpers.filter(({ jumpOffTrials }) => jumpOffTrials.length > 0).map(keyOf));
  return jumpers.filter((jumper) => jumper.irm === null && keys.has(keyOf(jumper)));
}

const keyOf = ({ irm, best, failuresAtBest, failuresInAll }: Jumper): string =>
  irm === null ? [best, failuresAtBest, failuresInAll].join() : '';

/** Who can still be parted at the first place, once nobody is left in: those in the jump-off, or all who would be in one. `ranked`: the best first. */
export function leftForFirst(ranked: readonly Jumper[]): readonly Jumper[] {
  const [first] = ranked;
  if (first === undefined || first.irm !== null || first.best === 0) return [];
  const { left } = jumpOff(ranked.filter((jumper) => keyOf(jumper) === keyOf(first)));
  return left.length > 1 ? left : [];
}

/** Each round among those whom the one before has not separated, and who is left; who passes or retires has left (TR 26.9). */
function jumpOff(tied: readonly Jumper[]): {
  readonly rounds: readonly Round[];
  readonly left: readonly Jumper[];
} {
  const rounds: Round[] = [];
  let left = tied;
  while (left.length > 1) {
    const attempt = rounds.length + 1;
    const trialOf = ({ jumpOffTrials }: Jumper) => jumpOffTrials.find((trial) => trial.attempt === attempt);
    rounds.push(
      left.map((jumper) => {
        const own = trialOf(jumper);
        return { competitor: jumper.code, attempt, done: own !== undefined, tried: own !== undefined };
      }),
    );
    if (left.some((jumper) => trialOf(jumper) === undefined)) break;
    const cleared = left.filter((jumper) => trialOf(jumper)!.outcome === 'VALID');
    left = cleared.length > 0 ? cleared : left.filter((jumper) => trialOf(jumper)!.outcome === 'FAILED');
  }
  return { rounds, left };
}
