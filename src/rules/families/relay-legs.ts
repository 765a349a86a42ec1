/** The legs of a relay: who swam or ran which, in what time, and how the team took over. */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import { formatDecimal, type Micro, ONE } from '../../model/decimal.ts';
import type { Reaction } from '../../model/fact.ts';
import type { LegDetails } from '../../model/row.ts';
import { timeText } from '../../model/time-text.ts';
import type { CompetitorFacts, UnitContext } from '../contract.ts';
import { FINISH, isFinish, type Reached } from './course.ts';

/** How the team as a whole came along. */
export interface TeamRace {
  readonly reached: readonly Reached[];
  readonly finish: Micro | null;
  /** Metres of each leg; undefined where they are equal. */
  readonly legMetres: readonly number[] | undefined;
  /** A take-over that is earlier has a warning: the referee decides. */
  readonly earliestTakeOver: Micro | undefined;
}

/** Key of its words. */
const EARLY_TAKE_OVER = 'EARLY_TAKE_OVER';

/** Legs in the order of the members. A leg's time is its own finish passing, or the difference of team splits. */
export function relayLegs(
  entry: Entry,
  facts: CompetitorFacts,
  context: UnitContext,
  race: TeamRace,
): readonly LegDetails[] {
  const members = entry.competitor.members ?? [];
  if (members.length === 0) return NO_LEGS;
  const ends = legEnds(members.length, context, race);
  return members.map((member, index) => {
    const own = context.factsOf(member.code);
    const before = index === 0 ? 0 : (ends[index - 1] ?? null);
    const end = ends[index] ?? null;
    const timed =
      own.passings.find(isFinish)?.time ?? (end === null || before === null ? null : end - before);
    const reaction = own.reaction ?? (index === 0 ? facts.reaction : null);
    const early = index > 0 && reaction !== null && reaction.time < (race.earliestTakeOver ?? -Infinity);
    return { ...legDetails(member.code, index + 1, timed, reaction), ...(early ? WARNED : {}) };
  });
}

const NO_LEGS: readonly LegDetails[] = [];
const WARNED = { warning: EARLY_TAKE_OVER };

function legDetails(
  competitor: CompetitorCode,
  order: number,
  split: Micro | null,
  reaction: Reaction | null,
): LegDetails {
  return {
    competitor,
    order,
    ...(split === null ? {} : { split: timeText(split, 2) }),
    ...(reaction === null ? {} : { reaction: formatDecimal(reaction.time, 2) }),
  };
}

/** Cumulative time at the end of each leg, where a point of the course lies there. */
function legEnds(
  legs: number,
  { setup }: UnitContext,
  { reached, finish, legMetres }: Omit<TeamRace, 'earliestTakeOver'>,
): readonly (Micro | null)[] {
  const points = setup.points ?? [];
  const total = points.find((point) => point.code === FINISH)?.distance;
  return Array.from({ length: legs }, (_, index) => {
    if (index === legs - 1) return finish;
    const at =
      legMetres === undefined ? equalShare(total, index + 1, legs) : metresAfter(legMetres, index + 1);
    const code = points.find((point) => point.distance !== undefined && point.distance === at)?.code;
    return reached.find((each) => each.point === code)?.time ?? null;
  });
}

const equalShare = (total: Micro | undefined, done: number, legs: number): Micro | undefined =>
  total === undefined ? undefined : (total * done) / legs;

const metresAfter = (legMetres: readonly number[], done: number): Micro =>
  legMetres.slice(0, done).reduce((sum, metres) => sum + metres, 0) * ONE;
