/**
 * What a rule module gives. A rule says what one competitor did (`card`), how two cards compare
 * (`criteria`) and how a card is shown (`mark`). Everything else (order, ranks, ties, `decidedBy`,
 * qualification marks) is done once, for every sport, by `rank` and `advance`.
 *
 * Rules are pure: no clock, no randomness, no memory. A card is made anew from the competitor's
 * facts whenever one of them changes, so a correction needs no code of its own.
 */
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { Micro } from '../model/decimal.ts';
import type {
  Action,
  Attempt,
  Conditions,
  Fact,
  IrmContent,
  Order,
  Passing,
  Penalty,
  PeriodScore,
  Reaction,
  Score,
  Setup,
  Start,
} from '../model/fact.ts';
import type { Irm } from '../model/irm.ts';
import type { ResultStatus } from '../model/result-status.ts';
import type { Column, Details, ResultType } from '../model/row.ts';
import type { Rsc } from '../model/rsc.ts';

/** Discipline, event and rule-book edition: `ATH.HJ@2024`. */
export type RuleId = string;

/** The effective facts about one competitor in one unit, by kind, in key order (not arrival order). */
export interface CompetitorFacts {
  readonly passings: readonly Passing[];
  readonly attempts: readonly Attempt[];
  readonly scores: readonly Score[];
  readonly periodScores: readonly PeriodScore[];
  readonly actions: readonly Action[];
  readonly penalties: readonly Penalty[];
  readonly irms: readonly IrmContent[];
  readonly reaction: Reaction | null;
  readonly start: Start | null;
  readonly conditions: Conditions | null;
}

/** What is known of a unit as a whole while a card is made. */
export interface UnitContext {
  readonly unit: Rsc;
  readonly setup: Setup;
  readonly status: ResultStatus;
  /** Over as far as the venue is concerned: nobody will add to what is there. */
  readonly complete: boolean;
  /** The unit's start (gun), if it has one. */
  readonly start: Start | null;
  readonly conditions: Conditions | null;
  readonly orders: readonly Order[];
  readonly entries: readonly Entry[];
  /** Facts of a member of a team, by code. */
  factsOf(code: CompetitorCode): CompetitorFacts;
}

/** Where a card stands in the list: ranked rows, then those under way, those waiting, and IRM rows. */
export type Stage = 'RANKED' | 'UNDERWAY' | 'WAITING' | 'IRM';

export interface Standing {
  readonly stage: Stage;
  readonly irm: Irm | null;
}

/** A comparable value: lower is better. Lists compare item by item; a shorter list that runs out loses. */
export type Key = number | readonly number[];

export interface Criterion<Card> {
  /** In the words of the rule book: "fewer failures at the last height cleared". */
  readonly name: string;
  /** `TR 26.8.1`; empty where no clause is claimed. */
  readonly clause: string;
  key(card: Card, context: RankContext): Key;
}

/** What criteria may look at beside the card. */
export interface RankContext {
  readonly unit: Rsc;
  readonly setup: Setup;
  readonly orders: readonly Order[];
}

export interface MarkOf {
  readonly result: string | null;
  readonly resultType: ResultType | null;
  readonly details: Details;
  readonly unchecked?: boolean;
  /** Rule number of a disqualification, as the fact gave it. */
  readonly irmReason?: string;
  /** False when the mark cannot be a record (wind, hand timing); default true. */
  readonly recordEligible?: boolean;
}

/** Shared by rules over facts and rules over parts. */
export interface Ranked<Card> {
  readonly id: RuleId;
  readonly columns: readonly Column[];
  /**
   * Asked instead of `columns` where the setup, or what has been done so far, says what there is to show
   * (the heights of the bar).
   */
  columnsFor?(cards: Iterable<Card>, setup: Setup): readonly Column[];
  /** IRM codes of the discipline in display order; a code not listed comes last. */
  readonly irmOrder: readonly Irm[];
  /** IRM codes that keep a rank, behind all who have none. */
  readonly irmRanked?: readonly Irm[];
  standing(card: Card): Standing;
  /** Order of ranked rows; the rest of the list is ordered by `progress`, then start order. */
  readonly criteria: readonly Criterion<Card>[];
  /** Order of rows under way (and of IRM rows with the same code): how far they came. */
  readonly progress?: readonly Criterion<Card>[];
  mark(card: Card, context: UnitContext): MarkOf;
  /** Gap to the leader, ready to show; null for none. Both cards are ranked. */
  diff?(card: Card, leader: Card): string | null;
  /** Equal results with different places are shown as decided by picture. */
  readonly photoFinish?: boolean;
}

/** A rule over the facts of one unit. */
export interface UnitRule<Card = unknown> extends Ranked<Card> {
  readonly over: 'facts';
  card(entry: Entry, facts: CompetitorFacts, context: UnitContext): Card;
  /** May this be? Null, or why the fact is held until an operator lets it through (F6). */
  check?(fact: Fact, context: Pick<UnitContext, 'unit' | 'setup' | 'entries'>): Objection | null;
  /** Documents that carry a part of the unit under a subcode (an apparatus). */
  readonly subcodes?: (context: UnitContext) => readonly SubcodeList<Card>[];
}

/** A list under a subcode: a rule over the same cards, or over those of a team's members. */
export interface SubcodeList<Card> {
  readonly subcode: string;
  readonly rule: Ranked<Card>;
  /** Who is listed in place of an entry (the members of a team, each with the own card); default: the entry itself. */
  listed?(entry: Entry, card: Card): readonly { readonly entry: Entry; readonly card: Card }[];
}

/** A held fact: its stable code and the sentence operations see. */
export interface Objection {
  readonly code: string;
  readonly message: string;
}

/** One unit as a rule over parts sees a competitor in it. */
export interface Part {
  readonly unit: Rsc;
  readonly card: unknown;
  readonly standing: Standing;
  /** Rank in the unit; null when unranked. */
  readonly rank: number | null;
  readonly mark: MarkOf;
  /** The unit's result is UNOFFICIAL or better. */
  readonly decided: boolean;
  readonly setup: Setup;
}

/** A rule over the units of a phase, or over the phases of an event. */
export interface PartsRule<Card = unknown> extends Ranked<Card> {
  readonly over: 'parts';
  /** PHASE_RESULT: the same performance in one list. CUMULATIVE_RESULT: a sum. */
  readonly type: 'PHASE_RESULT' | 'CUMULATIVE_RESULT';
  /** `parts`: of the competitor and, for teams, of the members (`partsOf`), in unit order. */
  card(entry: Entry, parts: readonly Part[], context: PartsContext): Card;
  /**
   * For rules whose cards depend on each other (a place after each part): all cards at once, asked
   * instead of `card`. Gives back the object of `before` where a card says the same.
   */
  cards?(context: PartsContext, before: ReadonlyMap<CompetitorCode, Card>): ReadonlyMap<CompetitorCode, Card>;
  /**
   * Finer comparison where a qualifying place is at stake (thousandths, lots). Without it `criteria`
   * decide; who is equal on it at the cut advances together or waits, as `overfull` says.
   */
  readonly atCut?: readonly Criterion<Card>[];
  /** What happens when the last place is shared: all advance, or it stays open until decided. */
  readonly overfull?: 'ADMIT_ALL' | 'OPEN';
  /** Mark shown while a shared last place is open (`?` in swimming). */
  readonly openMark?: string;
  /** Units that only order the tied (swim-offs): the list is complete without them, and nobody's row comes from one. */
  isExtra?(unit: Rsc): boolean;
  /** For `by: standard`: does the card reach the mark? */
  reaches?(card: Card, standard: Micro): boolean;
}

export interface PartsContext extends UnitContext {
  partsOf(code: CompetitorCode): readonly Part[];
}

/** A sport has rules over different cards, and a rule is only ever given cards of its own making. */
// biome-ignore lint/suspicious/noExplicitAny: a card goes in and out of its rule, so neither unknown nor never fits.
type AnyCard = any;

/** All that a sport says: which rule holds for which RSC, and how phases make an event. */
export interface Sport {
  /** Three letters. */
  readonly discipline: string;
  readonly name: string;
  /** Rule of a unit; null when the code is not known (the fact is refused: UNKNOWN_RULE). */
  unitRule(unit: Rsc, setup: Setup): UnitRule<AnyCard> | null;
  /** Rule of a phase or event list; null when there is none. */
  partsRule(rsc: Rsc, setup: Setup): PartsRule<AnyCard> | null;
  /** Which of the discipline's units count for a phase or event, when its setup names none. Default: by RSC prefix. */
  partsOf?(rsc: Rsc, units: readonly Rsc[]): readonly Rsc[];
  /** Phases of an event from first to last, as RSC phase codes, for the final classification. */
  readonly phaseOrder: readonly string[];
  /** What an IRM in a later phase does to the final place: keeps the place reached, or loses it. */
  readonly irmKeepsPlace: readonly Irm[];
  /** Words for RSC parts, when the venue's setup gives none. */
  names?(rsc: Rsc): { event?: string; phase?: string; unit?: string };
}
