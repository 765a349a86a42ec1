/**
 * The table of a pool: what each has from the matches that count, and who is before whom by the criteria of the competition, one after the
 * other, over all matches or over those among the tied alone.
 */
import type { CompetitorCode } from '../../model/competitor.ts';
import type { Micro } from '../../model/decimal.ts';
import type { Irm } from '../../model/irm.ts';
import type { Column, PoolDetails } from '../../model/row.ts';
import type { Rsc } from '../../model/rsc.ts';
import type { Outcome, PartsContext, RankContext } from '../contract.ts';
import type { Clause } from '../criteria.ts';
import type { MatchCard } from './match.ts';
import { wholeUnitIrm } from './whole-unit-irm.ts';

/** A match that counts, as one side sees it. */
export interface PoolMatch<Tally> {
  readonly unit: Rsc;
  readonly opponent: CompetitorCode;
  readonly outcome: Outcome;
  readonly card: MatchCard<Tally>;
}

/** Sums over some matches of one competitor. */
export interface PoolRecord<Tally> {
  readonly competitor: CompetitorCode;
  readonly matches: readonly PoolMatch<Tally>[];
  readonly won: number;
  readonly tied: number;
  readonly lost: number;
  /** Without those that officials took away, in the whole table. */
  readonly points: Micro;
  readonly for: Micro;
  readonly against: Micro;
  /** Matches that only order the tied: in no sum, and for the criterion that asks for them. */
  readonly playOffs: readonly PoolMatch<Tally>[];
}

/** Greater is better. A quotient is compared exactly; one over nothing is greater than all others. */
export type PoolValue = number | { readonly over: number; readonly under: number };

export interface PoolCriterion<Tally> extends Clause {
  /** Over all matches, or over those among who is tied at this point. */
  readonly among: 'ALL' | 'TIED';
  /** Used only between two, or only between more than two. */
  readonly only?: 'TWO' | 'MORE';
  /** Where it is another one than that of the table. */
  readonly onPartialSplit?: PartialSplit;
  value(record: PoolRecord<Tally>, context: RankContext): PoolValue;
}

/**
 * When criteria separate some of the tied: those who are left begin again at once; or after the last of the criteria among the tied; or
 * they go on with the next one.
 */
export type PartialSplit = 'RESTART' | 'RESTART_AT_END' | 'CONTINUE';

export interface PoolOptions<Tally> {
  /** Table points of one match. */
  points(card: MatchCard<Tally>, outcome: Outcome): Micro;
  /** Table points follow from the outcome alone, whatever the card: without it nothing is projected. */
  readonly isByOutcome?: true;
  /** What is counted for and against: goals, sets. */
  counted(tally: Tally): Micro;
  /** After the points. */
  readonly criteria: readonly PoolCriterion<Tally>[];
  readonly onPartialSplit: PartialSplit;
  /** How a match counts where that is not how it ended: one that a shoot-out decided is tied. */
  countsAs?(card: MatchCard<Tally>, outcome: Outcome): Outcome;
  /** A match that only orders the tied. */
  isPlayOff?(unit: Rsc): boolean;
  /** The matches of who is out of the competition: as if they had not been, or as they were played. */
  readonly withdrawn: 'DELETE' | 'KEEP';
  readonly clause: Clause;
  readonly irmOrder: readonly Irm[];
  readonly columns?: readonly Column[];
  /** What the table shows besides: `difference`, points for conduct. */
  shows?(record: PoolRecord<Tally>): Partial<PoolDetails>;
}

export function chainOf<Tally>({ clause, criteria }: PoolOptions<Tally>): readonly PoolCriterion<Tally>[] {
  return [{ ...clause, among: 'ALL', value: ({ points }) => points }, ...criteria];
}

/** What everybody has, whoever is out included; points that officials took away are off. */
export function recordsIn<Tally>(context: PartsContext, options: PoolOptions<Tally>): PoolRecord<Tally>[] {
  // Also of those whom the list does not name: the list of the third-placed has the matches of their pools.
  const isDeleted = (code: CompetitorCode): boolean =>
    options.withdrawn === 'DELETE' && wholeUnitIrm(context.factsOf(code)) !== null;
  return context.entries.map(({ competitor: { code } }) => {
    const matches = matchesOf<Tally>(context, code, options).filter(({ opponent }) => !isDeleted(opponent));
    const record = recordOf(code, isDeleted(code) ? [] : matches, options);
    return { ...record, points: record.points - deductedFrom(code, context) };
  });
}

/** Points that officials took away in the table: a `penalty` of the pool itself, measured in points. */
const deductedFrom = (code: CompetitorCode, context: PartsContext): Micro =>
  context
    .factsOf(code)
    .penalties.reduce((sum, { measure, value }) => (measure === 'POINTS' ? sum + value : sum), 0);

/** Only what is decided counts: a table in which a running match counts would be a guess. */
function matchesOf<Tally>(
  context: PartsContext,
  code: CompetitorCode,
  { countsAs = (_card, outcome) => outcome }: PoolOptions<Tally>,
): PoolMatch<Tally>[] {
  return context.partsOf(code).flatMap(({ unit, card, outcome }) => {
    const match = card as MatchCard<Tally>;
    if (outcome == null || match.opponent === null) return [];
    return [{ unit, opponent: match.opponent, outcome: countsAs(match, outcome), card: match }];
  });
}

export function recordOf<Tally>(
  competitor: CompetitorCode,
  played: readonly PoolMatch<Tally>[],
  { points, counted, isPlayOff = () => false }: PoolOptions<Tally>,
): PoolRecord<Tally> {
  const matches = played.filter(({ unit }) => !isPlayOff(unit));
  const count = (wanted: Outcome): number => matches.filter(({ outcome }) => outcome === wanted).length;
  const sum = (value: (match: PoolMatch<Tally>) => Micro): Micro =>
    matches.reduce((total, match) => total + value(match), 0);
  return {
    competitor,
    matches,
    won: count('W'),
    tied: count('T'),
    lost: count('L'),
    points: sum(({ card, outcome }) => points(card, outcome)),
    for: sum(({ card }) => counted(card.tally)),
    against: sum(({ card }) => (card.against === null ? 0 : counted(card.against))),
    playOffs: played.filter(({ unit }) => isPlayOff(unit)),
  };
}

/** Walks down the table and notes by which criterion each step was made. */
export function stepsOf<Tally>(
  records: readonly PoolRecord<Tally>[],
  options: PoolOptions<Tally>,
  context: RankContext,
): ReadonlyMap<CompetitorCode, readonly number[]> {
  const chain = chainOf(options);
  const steps = new Map<CompetitorCode, readonly number[]>();
  let above = chain.map(() => 0);
  for (const { tied, by } of separated(records, chain, options, context)) {
    if (by !== null) above = above.map((count, index) => (index >= by ? count + 1 : count));
    for (const { competitor } of tied) steps.set(competitor, above);
  }
  return steps;
}

/** `at`: its place in the chain; `table`: whose matches it looks at. */
export type IsKnown<Tally> = (
  criterion: PoolCriterion<Tally>,
  at: number,
  table: readonly PoolRecord<Tally>[],
) => boolean;

/** Those whom nothing separates, best first, and the criterion that put them below the ones above. */
export interface Block<Tally> {
  readonly tied: readonly PoolRecord<Tally>[];
  readonly by: number | null;
}

export function separated<Tally>(
  records: readonly PoolRecord<Tally>[],
  chain: readonly PoolCriterion<Tally>[],
  options: PoolOptions<Tally>,
  context: RankContext,
  from = 0,
  /** Whose matches make the table of the tied. */
  among: readonly PoolRecord<Tally>[] = records,
  /** Whether it can be said what a criterion makes of these; from one on of which it cannot they stay together. */
  isKnown: IsKnown<Tally> = () => true,
): readonly Block<Tally>[] {
  const criterion = chain[from];
  if (criterion === undefined || records.length < 2) return [{ tied: records, by: null }];
  const table = criterion.among === 'TIED' && chain[from - 1]?.among === 'TIED' ? among : records;
  if (!isKnown(criterion, from, criterion.among === 'TIED' ? table : records))
    return [{ tied: records, by: null }];
  const groups = isUsed(criterion, records)
    ? groupsBy(criterion, records, table, options, context)
    : [records];
  const begins = isRestart(chain, from, options);
  return groups.flatMap((group, index) => {
    const restarts = begins && group.length < table.length;
    const blocks = separated(
      group,
      chain,
      options,
      context,
      restarts ? 0 : from + 1,
      restarts ? group : table,
      isKnown,
    );
    return index === 0 ? blocks : [{ ...blocks[0]!, by: from }, ...blocks.slice(1)];
  });
}

/** Do those whom the criterion leaves level begin again, if they are fewer than those among whom it was used? */
function isRestart<Tally>(
  chain: readonly PoolCriterion<Tally>[],
  at: number,
  { onPartialSplit }: PoolOptions<Tally>,
): boolean {
  const split = chain[at]!.onPartialSplit ?? onPartialSplit;
  const isLast = chain[at]!.among === 'TIED' && chain[at + 1]?.among !== 'TIED';
  return split === 'RESTART' || (split === 'RESTART_AT_END' && isLast);
}

const isUsed = ({ only }: PoolCriterion<never>, { length }: readonly unknown[]): boolean =>
  only === undefined || (only === 'TWO') === (length === 2);

function groupsBy<Tally>(
  criterion: PoolCriterion<Tally>,
  records: readonly PoolRecord<Tally>[],
  table: readonly PoolRecord<Tally>[],
  options: PoolOptions<Tally>,
  context: RankContext,
): readonly (readonly PoolRecord<Tally>[])[] {
  const codes = new Set(table.map(({ competitor }) => competitor));
  const values = records.map((record) => {
    const mini = [...record.matches, ...record.playOffs].filter(({ opponent }) => codes.has(opponent));
    const seen = criterion.among === 'TIED' ? recordOf(record.competitor, mini, options) : record;
    return { record, value: criterion.value(seen, context) };
  });
  values.sort((one, other) => compareValues(other.value, one.value));
  const groups: PoolRecord<Tally>[][] = [];
  for (const [index, { record, value }] of values.entries()) {
    const above = values[index - 1];
    if (above !== undefined && compareValues(above.value, value) === 0) groups.at(-1)!.push(record);
    else groups.push([record]);
  }
  return groups;
}

function compareValues(one: PoolValue, other: PoolValue): number {
  const a = typeof one === 'number' ? { over: one, under: 1 } : one;
  const b = typeof other === 'number' ? { over: other, under: 1 } : other;
  // Over nothing is more than anything; nothing over nothing is a team that has not played.
  if (a.under === 0 || b.under === 0) return Number(isEndless(a)) - Number(isEndless(b)) || finite(a, b);
  return Math.sign(a.over * b.under - b.over * a.under);
}

const isEndless = ({ over, under }: { over: number; under: number }): boolean => under === 0 && over > 0;

/** One of them is nothing over nothing: it counts as 0. */
function finite(a: { over: number; under: number }, b: { over: number; under: number }): number {
  const signOf = ({ over, under }: { over: number; under: number }): number =>
    under === 0 ? 0 : Math.sign(over);
  return isEndless(a) ? 0 : signOf(a) - signOf(b);
}

/** A lot between the tied: who is drawn first is placed higher, and nobody before there is one. */
export const drawnByLot = <Tally>(clause: Clause): PoolCriterion<Tally> => ({
  ...clause,
  among: 'ALL',
  value: ({ competitor }, { orders }) => {
    for (const { why, competitors } of orders) {
      const index = why === 'LOT' ? competitors.indexOf(competitor) : -1;
      if (index >= 0) return -index;
    }
    return Number.MIN_SAFE_INTEGER;
  },
});
