/**
 * Two sides against each other. What each did becomes a tally (goals, sets won, contests won), and the
 * first criterion by which the tallies differ says who won and how. Rows stay in start order: a match
 * has no ranks, it has a winner.
 */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import type { MeasuredKind, Order } from '../../model/fact.ts';
import type { Irm } from '../../model/irm.ts';
import type { Column, ResultType } from '../../model/row.ts';
import type {
  CompetitorFacts,
  Criterion,
  MarkOf,
  Outcome,
  RuleId,
  WholeUnitContext,
  WholeUnitRule,
} from '../contract.ts';
import { compareKeys } from '../rank.ts';
import { keptCards } from '../same-card.ts';
import { wholeUnitIrm } from './whole-unit-irm.ts';

/** One side before it is compared. */
export interface Side {
  readonly entry: Entry;
  readonly facts: CompetitorFacts;
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
  readonly columns: readonly Column[];
  /** Details beside the result. */
  details(card: MatchCard<Tally>): MarkOf['details'];
  readonly resultType?: ResultType;
  readonly now?: WholeUnitRule<MatchCard<Tally>>['now'];
  readonly plays?: WholeUnitRule<MatchCard<Tally>>['plays'];
  readonly check?: WholeUnitRule<MatchCard<Tally>>['check'];
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
  const { criteria, irmOrder, columns, resultType = 'SCORE' } = options;
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
      details: options.details(card),
      ...(card.outcome === null ? {} : { wlt: card.outcome }),
    }),
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.plays === undefined ? {} : { plays: options.plays }),
    ...(options.check === undefined ? {} : { check: options.check }),
  };

  function cardsOf(context: WholeUnitContext, { tally }: MatchOptions<Tally>) {
    const sides = context.entries.map((entry) => ({ entry, facts: context.factsOf(entry.competitor.code) }));
    const tallies = sides.map((side, index) => tally(side, sides[1 - index] ?? null, context));
    const irms = sides.map(({ facts }) => wholeUnitIrm(facts));
    const begun = context.status !== 'START_LIST';
    return new Map(
      sides.map(({ entry: { competitor } }, index): [CompetitorCode, MatchCard<Tally>] => {
        const other = index < 2 ? sides[1 - index] : undefined;
        const card = {
          competitor: competitor.code,
          opponent: other?.entry.competitor.code ?? null,
          tally: tallies[index]!,
          against: other === undefined ? null : tallies[1 - index]!,
          irm: irms[index]!,
          begun,
        };
        const verdict =
          context.complete && other !== undefined
            ? verdictOf(card, irms[1 - index]!, criteria, context)
            : { outcome: null, decision: null };
        return [competitor.code, { ...card, ...verdict }];
      }),
    );
  }
}

type Verdict = Pick<MatchCard<unknown>, 'outcome' | 'decision'>;

function verdictOf<Tally>(
  card: Omit<MatchCard<Tally>, 'outcome' | 'decision'>,
  opponentIrm: Irm | null,
  criteria: readonly MatchCriterion<Tally>[],
  context: WholeUnitContext,
): Verdict {
  if (card.irm !== null) return { outcome: 'L', decision: opponentIrm ?? card.irm };
  if (opponentIrm !== null) return { outcome: 'W', decision: opponentIrm };
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
