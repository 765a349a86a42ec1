/** Where a competitor is on the course, and since when: passings as times since the start. */
import type { Entry } from '../../model/competitor.ts';
import type { Micro } from '../../model/decimal.ts';
import type { Passing } from '../../model/fact.ts';
import type { CompetitorFacts, UnitContext } from '../contract.ts';

/** The timing point where a race ends. */
export const FINISH = 'FIN';

/**
 * How competitors start. `pursuit`: the start list's `startOffset` counts as time, first at the line
 * wins. `interval`: everybody's time runs from their own start. `mass`: one gun, lanes included.
 */
export type StartType = 'mass' | 'interval' | 'pursuit';

/** A point reached, in course order. */
export interface Reached {
  readonly point: string;
  readonly lap: number | undefined;
  /** How far along the course: points of earlier laps count. */
  readonly index: number;
  readonly time: Micro;
}

export const isFinish = (passing: Passing): boolean => passing.point === FINISH;

/** A recalled start is none. */
export const isStart = (start: UnitContext['start']): boolean => start !== null && start.false !== true;

/** The place in the picture or at the line of whom nobody gave one. */
export const NO_LINE_ORDER = Number.MAX_SAFE_INTEGER;

/** Time since the competitor's start (since the first start in a pursuit); null while no start is known. */
export function elapsed(
  passing: Passing,
  entry: Entry,
  facts: Pick<CompetitorFacts, 'start'>,
  context: Pick<UnitContext, 'start'>,
  startType: StartType,
): Micro | null {
  const offset = entry.startOffset ?? 0;
  if (passing.time !== undefined) return startType === 'pursuit' ? passing.time + offset : passing.time;
  const gun = isStart(context.start) ? context.start!.at : null;
  const own = isStart(facts.start) ? facts.start!.at : null;
  if (passing.at === undefined) return null;
  if (startType === 'pursuit') return gun === null ? sinceOwn(passing.at, own, offset) : passing.at - gun;
  if (own !== null) return passing.at - own;
  if (gun === null) return null;
  return passing.at - gun - (startType === 'interval' ? offset : 0);
}

const sinceOwn = (at: number, own: number | null, offset: Micro): Micro | null =>
  own === null ? null : at - own + offset;

/** Passings before the finish that have a time, in course order. */
export function reachedPoints(
  entry: Entry,
  facts: CompetitorFacts,
  context: UnitContext,
  startType: StartType,
): readonly Reached[] {
  const course = courseOf(context);
  const reached: Reached[] = [];
  for (const passing of facts.passings) {
    const time = isFinish(passing) ? null : elapsed(passing, entry, facts, context, startType);
    if (time === null) continue;
    reached.push({ point: passing.point, lap: passing.lap, index: course.indexOf(passing), time });
  }
  return reached.sort((one, other) => one.index - other.index || one.time - other.time);
}

interface Course {
  /** Points passed when this one is reached; points that the setup does not name come before all others. */
  indexOf(passing: Passing): number;
}

function courseOf({ setup }: UnitContext): Course {
  const codes = (setup.points ?? []).map((point) => point.code);
  const perLap = Math.max(codes.length, 1);
  return { indexOf: ({ point, lap = 1 }) => (lap - 1) * perLap + codes.indexOf(point) };
}
