/**
 * Judged performances that add up round by round: who has the most points after the last round is first. What a round is worth
 * the sport says; here they are summed, ranked and shown, and the next to perform is known.
 */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import { formatDecimal, type Micro } from '../../model/decimal.ts';
import type { Score } from '../../model/fact.ts';
import type { Irm } from '../../model/irm.ts';
import type { Column, JudgedPartDetails } from '../../model/row.ts';
import type {
  CompetitorFacts,
  MarkOf,
  RuleId,
  Standing,
  UnitContext,
  UnitRule,
  WholeUnitContext,
} from '../contract.ts';
import { type Clause, most } from '../criteria.ts';
import { NOTHING_SHOWN, WAITING } from '../nothing-yet.ts';
import type { Now } from '../now.ts';
import { roundsOutlook } from '../outlook/rounds.ts';
import { type Slot, turnsOf } from './turns.ts';

export const JUDGED_ROUNDS = 'judged-rounds';

/** A performance and what it is worth. */
export interface JudgedRound {
  readonly round: number;
  readonly points: Micro;
  /** What is shown of it, by code: the judges' marks, its difficulty. */
  readonly components: Readonly<Record<string, string>>;
  /** The member of a pair or team who performed alone. */
  readonly athlete?: CompetitorCode;
}

export interface JudgedRoundsCard {
  readonly competitor: CompetitorCode;
  readonly standing: Standing;
  /** Those that are worth something by now, in order. */
  readonly rounds: readonly JudgedRound[];
  readonly total: Micro;
}

export interface JudgedRoundsOptions {
  /** What the scores of one round are worth; null while it is not known. */
  readonly worth: (scores: readonly Score[], round: number) => Omit<JudgedRound, 'round' | 'athlete'> | null;
  /** How many rounds there are. */
  readonly rounds: number;
  /** What a round can bring at most; without it nothing is projected. */
  readonly most?: Micro;
  readonly decimals: number;
  readonly irmOrder: readonly Irm[];
  readonly clause: Clause;
  readonly columns: readonly Column[];
  readonly check?: UnitRule<JudgedRoundsCard>['check'];
}

export function judgedRounds(id: RuleId, options: JudgedRoundsOptions): UnitRule<JudgedRoundsCard> {
  const { decimals, irmOrder, clause, columns, check } = options;
  return {
    id,
    over: 'facts',
    reads: ['score'],
    family: JUDGED_ROUNDS,
    columns,
    irmOrder,
    card: (entry, facts, context) => cardOf(entry, facts, context, options),
    standing: ({ standing }) => standing,
    criteria: [most(clause, ({ total }) => total)],
    progress: [most(clause, ({ total }) => total)],
    mark: (card) => markOf(card, decimals),
    gap: { as: 'NUMBER', decimals },
    now: (context, cardOf) => nowIn(context, cardOf, options),
    ...(options.most === undefined ? {} : outlookOf(options, options.most)),
    ...(check === undefined ? {} : { check }),
  };
}

/** Who leaves before the end has the first of the marks there are. */
function outlookOf(
  { rounds, decimals, irmOrder: [leaves = 'DNF'] }: JudgedRoundsOptions,
  most: Micro,
): Pick<UnitRule<JudgedRoundsCard>, 'outlook'> {
  const outlook = roundsOutlook<JudgedRoundsCard>({ rounds, most, decimals, leaves });
  return { outlook: () => outlook };
}

// The card

/** What was said of a pair or team, and of its members one by one. */
function cardOf(
  { competitor }: Entry,
  facts: CompetitorFacts,
  { factsOf }: UnitContext,
  { worth, irmOrder }: JudgedRoundsOptions,
): JudgedRoundsCard {
  const members = (competitor.members ?? []).map(({ code }) => ({
    athlete: code,
    scores: factsOf(code).scores,
  }));
  const rounds = [{ scores: facts.scores }, ...members]
    .flatMap(({ scores, ...who }) =>
      [...byRound(scores)].flatMap(([round, said]): JudgedRound[] => {
        const found = worth(said, round);
        return found === null ? [] : [{ round, ...found, ...who }];
      }),
    )
    .sort((one, other) => one.round - other.round);
  return {
    competitor: competitor.code,
    standing: standingOf(facts, irmOrder, rounds),
    rounds,
    total: rounds.reduce((sum, { points }) => sum + points, 0),
  };
}

function byRound(scores: readonly Score[]): ReadonlyMap<number, readonly Score[]> {
  const rounds = new Map<number, Score[]>();
  for (const score of scores) {
    if (score.round === undefined) continue;
    const known = rounds.get(score.round);
    if (known === undefined) rounds.set(score.round, [score]);
    else known.push(score);
  }
  return rounds;
}

/** Of several marks that of the sport's list furthest down. Points count, however few rounds they are from. */
function standingOf(
  { irms }: CompetitorFacts,
  order: readonly Irm[],
  rounds: readonly JudgedRound[],
): Standing {
  const codes = irms.flatMap(({ code, attempt }) => (code === null || attempt !== undefined ? [] : [code]));
  const worst = codes.sort((one, other) => order.indexOf(other) - order.indexOf(one))[0];
  if (worst !== undefined) return { stage: 'IRM', irm: worst };
  return rounds.length === 0 ? WAITING : { stage: 'RANKED', irm: null };
}

// What is shown

function markOf({ rounds, total, standing }: JudgedRoundsCard, decimals: number): MarkOf {
  if (rounds.length === 0)
    return standing.irm === null ? NOTHING_SHOWN : { ...NOTHING_SHOWN, resultType: 'IRM' };
  const points =
    standing.irm === null ? { result: formatDecimal(total, decimals), value: total } : { result: null };
  return {
    ...points,
    resultType: standing.irm === null ? 'POINTS' : 'IRM',
    details: { judged: { parts: partsOf(rounds, decimals) } },
  };
}

/** Each round with the points that it brought and the sum after it. */
function partsOf(rounds: readonly JudgedRound[], decimals: number): JudgedPartDetails[] {
  let sum = 0;
  return rounds.map(({ round, points, components, athlete }) => {
    sum += points;
    return {
      part: String(round),
      ...(athlete === undefined ? {} : { athlete }),
      score: formatDecimal(points, decimals),
      components: { ...components, TOTAL: formatDecimal(sum, decimals) },
    };
  });
}

// What is happening

/** In each round everybody performs in start order; the period is the number of the round. */
function nowIn(
  { entries, status }: WholeUnitContext,
  cardOf: (code: CompetitorCode) => JudgedRoundsCard | undefined,
  { rounds }: JudgedRoundsOptions,
): Now | null {
  if (status === 'START_LIST') return null;
  const cards = entries
    .toSorted((one, other) => one.startOrder - other.startOrder)
    .flatMap(({ competitor }) => cardOf(competitor.code) ?? []);
  const slots = Array.from({ length: rounds }, (_none, index) =>
    cards.map((card) => slotOf(card, index + 1)),
  );
  const { round, turns } = turnsOf(slots);
  return { ...(round < 0 ? {} : { period: String(round + 1) }), turns };
}

function slotOf({ competitor, standing, rounds }: JudgedRoundsCard, attempt: number): Slot {
  const tried = rounds.some(({ round }) => round === attempt);
  return { competitor, attempt, done: tried || standing.stage === 'IRM', tried };
}
