/**
 * Two sides against each other. What each did becomes a tally (goals, sets won, contests won), and the
 * first criterion by which the tallies differ says who won and how. Rows stay in start order: a match
 * has no ranks, it has a winner.
 */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import { formatDecimal, type Micro } from '../../model/decimal.ts';
import { defined } from '../../model/defined.ts';
import { type Action, type Clock, codesOf, type MeasuredKind, type Order } from '../../model/fact.ts';
import type { Irm } from '../../model/irm.ts';
import { type Column, type MatchDetails, NO_DETAILS, type ResultType } from '../../model/row.ts';
import { timeText } from '../../model/time-text.ts';
import type {
  CompetitorFacts,
  Criterion,
  Outcome,
  RuleId,
  WholeUnitContext,
  WholeUnitRule,
} from '../contract.ts';
import type { ClockRuns, Now, Play, Scored } from '../now.ts';
import { compareKeys } from '../rank.ts';
import { keptCards } from '../same-card.ts';
import { wholeUnitIrm } from './whole-unit-irm.ts';

/** One side before it is compared. */
export interface Side {
  readonly entry: Entry;
  readonly facts: CompetitorFacts;
  /** The mark that counts in the match. */
  readonly irm: Irm | null;
}

/** A line of the rule book that decides a match. */
export interface MatchCriterion<Tally> extends Criterion<Tally> {
  /** How the match was won, as a code: `PTS`, `AET`, `PSO`. */
  readonly decision: string;
}

export interface MatchOptions<Tally> {
  /** What tallies are made of, and what is told play by play. */
  readonly reads: readonly MeasuredKind[];
  /** What a side did; what the other one did can count for it (a penalty), so both are there. */
  tally(side: Side, other: Side | null, context: WholeUnitContext): Tally;
  readonly criteria: readonly MatchCriterion<Tally>[];
  /** The side's result, ready to show. */
  result(tally: Tally): string;
  readonly irmOrder: readonly Irm[];
  /** Scores of the periods, in their order; default: there are none. */
  periods?(tally: Tally): readonly PeriodScored[];
  /** What is counted beside the score (shidos, cards), in the order in which it is shown; default: nothing. */
  counts?(tally: Tally): readonly Counted[];
  /**
   * Why a side has lost whatever the other one did, as a decision; null when it has not. Both can have. Default: the
   * IRM code of who is out.
   */
  lostBy?(tally: Tally, irm: Irm | null): string | null;
  /** The score after each action, one list an action (empty: it changes nothing); default: actions say nothing of the score. */
  scoresAfter?(actions: readonly Action[], context: WholeUnitContext): readonly (readonly Scored[])[];
  /** What is told of this moment besides clock and score: who serves, the points of the game. */
  moment?(tallies: ReadonlyMap<CompetitorCode, Tally>, context: WholeUnitContext): Partial<Now>;
  /** The clock as it is shown; default: `1:15`, `1:02:30`. */
  clockText?(clock: Clock): string;
  /** Which way it runs; default: nobody says so. */
  clockRuns?(clock: Clock): ClockRuns;
  readonly columns?: readonly Column[];
  readonly resultType?: ResultType;
  readonly check?: WholeUnitRule<MatchCard<Tally>>['check'];
  readonly together?: WholeUnitRule<MatchCard<Tally>>['together'];
}

export interface PeriodScored {
  readonly period: string;
  readonly value: Micro;
}

export interface Counted {
  readonly code: string;
  readonly count: number;
}

export interface MatchCard<Tally> {
  readonly competitor: CompetitorCode;
  readonly opponent: CompetitorCode | null;
  readonly tally: Tally;
  /** The opponent's tally. */
  readonly against: Tally | null;
  readonly irm: Irm | null;
  /** Something was measured: there is a score to show. */
  readonly begun: boolean;
  /** Once the unit is decided. Both have lost where both are out. */
  readonly outcome: Outcome | null;
  /** The criterion's code, the IRM of who is out, or why officials decided; null while open and for a tie. */
  readonly decision: string | null;
}

export const MATCH = 'match';

export function match<Tally>(id: RuleId, options: MatchOptions<Tally>): WholeUnitRule<MatchCard<Tally>> {
  const { criteria, irmOrder, columns = MATCH_COLUMNS, resultType = 'SCORE' } = options;
  const { lostBy = (_tally: Tally, irm: Irm | null) => irm } = options;
  return {
    id,
    over: 'facts',
    family: MATCH,
    reads: options.reads,
    columns,
    irmOrder,
    criteria: [],
    cards: (context, before) => keptCards(cardsOf(context, options), before),
    standing: ({ irm }) => ({ stage: 'SIDE', irm }),
    outcome: ({ outcome }) => outcome,
    mark: (card) => ({
      result: card.begun ? options.result(card.tally) : null,
      resultType: card.begun ? resultType : null,
      details: card.begun ? { match: detailsOf(card, options) } : NO_DETAILS,
      ...(card.outcome === null ? {} : { wlt: card.outcome }),
    }),
    now: (context, cardOf) => nowOf(context, cardOf, options),
    plays: (context) => playsOf(context, options),
    ...(options.check === undefined ? {} : { check: options.check }),
    ...(options.together === undefined ? {} : { together: options.together }),
  };

  function cardsOf(context: WholeUnitContext, { tally }: MatchOptions<Tally>) {
    const sides = sidesIn(context);
    const tallies = sides.map((side, index) => tally(side, sides[1 - index] ?? null, context));
    const lost = sides.map(({ irm }, index) => lostBy(tallies[index]!, irm));
    const begun = context.status !== 'START_LIST';
    return new Map(
      sides.map(({ entry: { competitor }, irm }, index): [CompetitorCode, MatchCard<Tally>] => {
        const other = index < 2 ? sides[1 - index] : undefined;
        const card = {
          competitor: competitor.code,
          opponent: other?.entry.competitor.code ?? null,
          tally: tallies[index]!,
          against: other === undefined ? null : tallies[1 - index]!,
          irm,
          begun,
        };
        const verdict = context.complete
          ? (outright(lost[index]!, lost[1 - index] ?? null) ?? byCriteria(card, criteria, context))
          : { outcome: null, decision: null };
        return [competitor.code, { ...card, ...verdict }];
      }),
    );
  }
}

const MATCH_COLUMNS: readonly Column[] = [
  { label: 'Name', source: 'name', align: 'left', width: 28 },
  { label: 'Org', source: 'organisation', align: 'left', width: 4 },
  { label: 'Score', source: 'result', align: 'right', width: 6 },
  { label: '', source: 'wlt', align: 'left', width: 1 },
];

function detailsOf<Tally>(
  { tally, opponent, decision }: MatchCard<Tally>,
  { periods = () => [], counts }: MatchOptions<Tally>,
): MatchDetails {
  const counted = counts?.(tally) ?? [];
  return {
    periods: periods(tally).map(({ period, value }) => ({ period, score: formatDecimal(value) })),
    ...(counted.length === 0 ? {} : { counts: [...counted] }),
    ...(opponent === null ? {} : { opponent }),
    ...(decision === null ? {} : { decision }),
  };
}

/** Both sides are in action from the first score to the last. */
function nowOf<Tally>(
  context: WholeUnitContext,
  cardOf: (code: CompetitorCode) => MatchCard<Tally> | undefined,
  { result, moment, clockRuns, clockText = ({ time }) => timeText(time, 0) }: MatchOptions<Tally>,
): Now | null {
  const { entries, clock, status } = context;
  if (status === 'START_LIST') return null;
  const codes = entries.map(({ competitor }) => competitor.code);
  const cards = codes.flatMap((code) => cardOf(code) ?? []);
  const tallies = new Map(cards.map(({ competitor, tally }) => [competitor, tally]));
  return {
    ...(clock === null ? {} : { period: clock.period, clock: clockText(clock), running: clock.running }),
    ...(clock === null || clockRuns === undefined ? {} : { clockRuns: clockRuns(clock) }),
    turns: new Map(codes.map((code) => [code, { role: 'CURRENT' }])),
    scores: cards.map(({ competitor, tally }) => ({ competitor, score: result(tally) })),
    ...moment?.(tallies, context),
  };
}

function playsOf<Tally>(context: WholeUnitContext, { scoresAfter }: MatchOptions<Tally>): readonly Play[] {
  const { actions } = context;
  const scores = scoresAfter?.(actions, context) ?? [];
  return actions.map(({ value, ...action }, index) =>
    defined({
      ...action,
      value: value === undefined ? undefined : formatDecimal(value),
      scores: scores[index] ?? [],
    }),
  );
}

/** The score after each action, where an action adds so much to the score of one side. */
export const addedUp =
  (adds: (action: Action, context: WholeUnitContext) => { to: CompetitorCode; value: Micro } | null) =>
  (actions: readonly Action[], context: WholeUnitContext): readonly (readonly Scored[])[] => {
    const sums = new Map<CompetitorCode, Micro>();
    return actions.map((action) => {
      const added = adds(action, context);
      if (added === null) return [];
      sums.set(added.to, (sums.get(added.to) ?? 0) + added.value);
      return Array.from(sums, ([competitor, sum]) => ({ competitor, score: formatDecimal(sum) }));
    });
  };

/** The tally of a unit that holds others: how many of them its side has won. */
export function contestsWon({ entry }: Side, _other: Side | null, { holds }: WholeUnitContext): number {
  const own = codesOf(entry.competitor);
  return holds.filter(({ outcomes }) => own.some((code) => outcomes.get(code) === 'W')).length;
}

type Verdict = Pick<MatchCard<unknown>, 'outcome' | 'decision'>;

/**
 * The sides, with the mark of each. One that is said of the phase or event counts where nothing was said here: it does not turn round a
 * match that was played, whose winner would be another one and everybody further on, too.
 */
function sidesIn({ entries, holds, factsOf }: WholeUnitContext): readonly Side[] {
  const sides = entries.map((entry) => ({ entry, facts: factsOf(entry.competitor.code) }));
  const isHere = sides.some(({ facts }) => saysSomething(facts)) || holds.some(({ decided }) => decided);
  return sides.map(({ entry, facts }) => {
    const irms = isHere ? facts.irms.filter(({ above }) => above !== true) : facts.irms;
    return { entry, facts, irm: wholeUnitIrm({ irms }) };
  });
}

const saysSomething = (facts: CompetitorFacts): boolean =>
  facts.irms.some(({ above }) => above !== true) ||
  [facts.periodScores, facts.actions, facts.scores, facts.penalties].some(({ length }) => length > 0);

/** Of a side that has lost, or whose opponent has, before anything is compared; null when none has. */
function outright(own: string | null, other: string | null): Verdict | null {
  if (own !== null) return { outcome: 'L', decision: other ?? own };
  return other === null ? null : { outcome: 'W', decision: other };
}

function byCriteria<Tally>(
  card: Omit<MatchCard<Tally>, 'outcome' | 'decision'>,
  criteria: readonly MatchCriterion<Tally>[],
  context: WholeUnitContext,
): Verdict {
  // Nobody came to meet who stands here alone.
  if (card.against === null) return { outcome: 'W', decision: null };
  for (const { key, decision } of criteria) {
    const difference = compareKeys([key(card.tally, context)], [key(card.against!, context)]);
    if (difference !== 0) return { outcome: difference < 0 ? 'W' : 'L', decision };
  }
  return byOfficials(card.competitor, card.opponent!, context.orders);
}

/** What the rules leave equal, a lot or the referees can decide; without them it is a tie. */
function byOfficials(own: CompetitorCode, other: CompetitorCode, orders: readonly Order[]): Verdict {
  for (const { competitors, equal, why } of orders) {
    const [place, others] = [competitors.indexOf(own), competitors.indexOf(other)];
    if (equal === true || (place < 0 && others < 0)) continue;
    const isBefore = place >= 0 && (others < 0 || place < others);
    return { outcome: isBefore ? 'W' : 'L', decision: why };
  }
  return { outcome: 'T', decision: null };
}
