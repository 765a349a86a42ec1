/**
 * Times that cannot be, whether a venue says them as `time` or as `at`: a finish before the gun, a split faster than
 * anybody moves, a lap of half a second. They are held until an operator lets them through (F6).
 */
import type { Entry } from '../../model/competitor.ts';
import { decimal, formatDecimal, type Micro, ONE } from '../../model/decimal.ts';
import type { Fact, FactOf, Start } from '../../model/fact.ts';
import type { Rsc } from '../../model/rsc.ts';
import { timeText } from '../../model/time-text.ts';
import type { Objection, TogetherCheck, TogetherContext } from '../held-facts.ts';
import { elapsed, FINISH, isFinish, isStart, type StartType } from './course.ts';
import { inRange, type Range } from './range.ts';

/** What a sport knows of its own speeds; whatever it knows, no time is zero or less. */
export interface TimeLimits {
  /** Finish times that can be. */
  readonly finish?: Range;
  /** Metres per second that nobody keeps up: least times of all points whose distance is known. */
  readonly fastest?: Micro;
  /** Metres of the race, where the setup does not say. */
  distance?(unit: Rsc): Micro | null;
  /** No lap is shorter. Default: what a reader takes for two passings is one. */
  readonly shortestLap?: Micro;
}

const SHORTEST_LAP = decimal('3');

export const possibleTimes = (limits: TimeLimits, startType: StartType): TogetherCheck => ({
  of: 'COMPETITOR',
  check: (facts, context) => {
    const objections = new Map<Fact, Objection>();
    const lastAt = new Map<string, Micro>();
    const entry = entryOf(facts, context);
    const start = ownStart(facts);
    for (const fact of facts) {
      if (fact.kind !== 'passing' || entry === undefined) continue;
      const time = elapsed(fact.content, entry, { start }, context, startType);
      if (time === null) continue;
      const objection =
        impossible(fact, time, { limits, entry, context }) ?? tooSoon(fact, time, lastAt, limits);
      if (objection !== null) objections.set(fact, objection);
      if (objection === null || context.isReleased(fact)) lastAt.set(fact.content.point, time);
    }
    return objections;
  },
});

/** The competitor, or the team of the member, that the facts are about. */
function entryOf(facts: readonly Fact[], context: TogetherContext): Entry | undefined {
  const passing = facts.find((fact) => fact.kind === 'passing');
  return passing?.kind === 'passing' ? context.entryOf(passing.content.competitor) : undefined;
}

function ownStart(facts: readonly Fact[]): Start | null {
  const fact = facts.find((each) => each.kind === 'start' && isStart(each.content));
  return fact?.kind === 'start' ? fact.content : null;
}

interface Circumstances {
  readonly limits: TimeLimits;
  readonly entry: Entry;
  readonly context: TogetherContext;
}

function impossible(fact: FactOf<'passing'>, time: Micro, circumstances: Circumstances): Objection | null {
  const { point } = fact.content;
  if (time <= 0) {
    return {
      code: 'IMPOSSIBLE_TIME',
      message: `${point} at ${secondsText(time)}: nobody is there before the start`,
    };
  }
  const { finish } = circumstances.limits;
  const isLeg = fact.content.competitor !== circumstances.entry.competitor.code;
  if (isFinish(fact.content) && !isLeg && finish !== undefined && !inRange(time, finish))
    return { code: 'IMPOSSIBLE_TIME', message: `a finish in ${timeText(time, 2)} cannot be right` };
  return tooFast(fact, time, circumstances, isLeg);
}

function tooFast(
  { content: { point } }: FactOf<'passing'>,
  time: Micro,
  { limits: { fastest, distance }, entry, context: { setup, unit } }: Circumstances,
  isLeg: boolean,
): Objection | null {
  const known = setup.points?.find(({ code }) => code === point)?.distance;
  const metres = known ?? (point === FINISH ? (distance?.(unit) ?? null) : null);
  if (fastest === undefined || metres === null) return null;
  const own = isLeg ? metres / (entry.competitor.members?.length ?? 1) : metres;
  if (own / fastest <= time / ONE) return null;
  return {
    code: 'IMPOSSIBLE_TIME',
    message: `${secondsText(time)} for ${formatDecimal(Math.round(own))} m is faster than anybody moves`,
  };
}

/** Passings of one point come in lap order: one that follows the last too soon is the same one, read twice. */
function tooSoon(
  { content: { point, lap } }: FactOf<'passing'>,
  time: Micro,
  lastAt: ReadonlyMap<string, Micro>,
  { shortestLap = SHORTEST_LAP }: TimeLimits,
): Objection | null {
  const last = lastAt.get(point);
  if (last === undefined || time - last >= shortestLap) return null;
  return {
    code: 'IMPOSSIBLE_LAP',
    message: `lap ${lap ?? 1} at ${point} after ${secondsText(time - last)}: a passing read twice`,
  };
}

const secondsText = (time: Micro): string => `${formatDecimal(time)} s`;
