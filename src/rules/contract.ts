/**
 * What a rule module gives. A rule says what one competitor did (`card`), how two cards compare
 * (`criteria`) and how a card is shown (`mark`). Everything else (order, ranks, ties, `decidedBy`,
 * qualification marks) is done once, for every sport, by `rank` and `advance`.
 *
 * Rules are pure: no clock, no randomness, no memory. A card is made anew from the competitor's
 * facts whenever one of them changes, so a correction needs no code of its own.
 *
 * From the top: a sport, its rules, what a rule says, what a rule is told.
 */
import type { Competitor, CompetitorCode, Entry } from '../model/competitor.ts';
import type { Micro } from '../model/decimal.ts';
import type { Names } from '../model/document.ts';
import type {
  Action,
  Attempt,
  Clock,
  Conditions,
  Fact,
  IrmContent,
  MeasuredKind,
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
import type { Gap } from '../model/order.ts';
import type { ResultStatus } from '../model/result-status.ts';
import type { Column, Details, ResultType } from '../model/row.ts';
import type { Rsc } from '../model/rsc.ts';
import type { Words } from '../model/words.ts';
import type { RscCodes } from './codes.ts';
import type { CheckContext, Objection, TogetherCheck } from './held-facts.ts';
import type { Now, Play } from './now.ts';
import type { OptionSpecs } from './options.ts';
import type { ListOutlook, Outlook } from './outlook/outlook.ts';
import type { EventPlan, EventSetup } from './plan.ts';

/** A sport has rules over different cards, and a rule is only ever given cards of its own making. */
// biome-ignore lint/suspicious/noExplicitAny: a card goes in and out of its rule, so neither unknown nor never fits.
type AnyCard = any;

/** All that a sport says: which rule holds for which RSC, and how phases make an event. */
export interface Sport {
  /** Three letters. */
  readonly discipline: string;
  readonly name: string;
  /** Rule of a unit; null when the code is not known (the fact is refused: UNKNOWN_RULE). */
  unitRule(unit: Rsc, setup: Setup): AnyUnitRule<AnyCard> | null;
  /** Rule of a phase or event list; null when there is none. */
  partsRule(rsc: Rsc, setup: Setup): AnyPartsRule<AnyCard> | null;
  /** How an event is played; null for none that the sport knows. */
  plan(event: EventSetup): EventPlan | null;
  /** The unit that a re-run is of; default: there are no re-runs. */
  rerunOf?(unit: Rsc): Rsc | null;
  /** What a venue may set in `setup.options`; anything else is refused (UNKNOWN_OPTION). Default: nothing. */
  readonly options?: OptionSpecs;
  /** Its folder under `sports/`, with rule book and cases. */
  readonly folder?: string;
  /** Ways of competing that its rules are made of, by file name: `timed-race`. */
  readonly families?: readonly string[];
  /** Editions of the rule book, oldest first. */
  readonly editions?: readonly string[];
  /** Which RSC codes there are; default: any, and nobody is warned. */
  readonly codes?: RscCodes;
  /** Its own ODF codes, by the path of the detail that they stand for: `judged.parts` -> `APPARATUS`. Default: those of the house. */
  readonly odfCodes?: Readonly<Record<string, string>>;
  /** Words for its codes, by language (`en`, `fr`); default: those of the house. */
  readonly words?: Readonly<Record<string, Words>>;
  /** Words for RSC parts, where the venue's setup gives none. */
  names?(rsc: Rsc): Omit<Names, 'discipline'>;
}

// A rule

/** A kind of card: `timed-race`, `best-of`. */
export type Family = string;

/** Discipline, event and rule-book edition: `ATH.HJ@2024`. */
export type RuleId = string;

/** What every rule says of its cards, whatever they are made of. */
export interface Ranked<Card> {
  readonly id: RuleId;
  readonly columns: readonly Column[];
  /**
   * Asked instead of `columns` where the setup, or what has been done so far, says what there is to show
   * (the heights of the bar).
   */
  columnsFor?(cards: Iterable<Card>, setup: Setup): readonly Column[];
  standing(card: Card): Standing;
  /** Order of ranked rows, the weightiest criterion first. Who is equal by all of them shares the rank. */
  readonly criteria: readonly Criterion<Card>[];
  /** Lists within the list, such as A-final and B-final; default: there is one. */
  readonly tier?: Tier<Card>;
  /** Order of rows under way, and of rows with the same IRM: how far they came. Default: start order. */
  readonly progress?: readonly Criterion<Card>[];
  /** IRM codes of the discipline in display order; a code that is not listed comes last. */
  readonly irmOrder: readonly Irm[];
  /** IRM codes that keep a rank in the list, behind all rows without IRM. */
  readonly irmRanked?: readonly Irm[];
  mark(card: Card, context: UnitContext): MarkOf;
  /** How the gap of a value to the leader's is said; default: not at all. */
  readonly gap?: Gap;
  /** Equal results with different places are shown as decided by picture. */
  readonly photoFinish?: boolean;
}

/**
 * Everybody in an earlier tier comes before everybody in a later one, whatever they did, and its places
 * are its own: one that nobody has (a disqualification in the A-final) is not filled from the B-final.
 */
export interface Tier<Card> {
  readonly code: string;
  readonly clause: string;
  /** From 0. */
  of(card: Card): number;
}

/** What both kinds of unit rule say. */
interface OverFacts<Card> extends Ranked<Card> {
  readonly over: 'facts';
  /** Which kind of card it makes: rules over units name the kinds that they read. */
  readonly family: Family;
  /** What its cards are made of; a fact of any other measured kind is refused (NOT_READ). */
  readonly reads: readonly MeasuredKind[];
  /** Won, lost or tied, once the unit is decided; null where there is no such thing. */
  outcome?(card: Card): Outcome | null;
  /** What is happening at this moment; null when nothing is. Asked while the unit is not decided. */
  now?(context: WholeUnitContext, cardOf: (code: CompetitorCode) => Card | undefined): Now | null;
  /** What has happened, in the order in which it did; without it nothing is told play by play. */
  plays?(context: WholeUnitContext): readonly Play[];
  /** May this be? Null, or why the fact is held until an operator lets it through (F6). */
  check?(fact: Fact, context: CheckContext): Objection | null;
  /** Marks in it that can be records of another event: of who swims first in a relay. */
  featsElsewhere?(entry: Entry, card: Card, context: UnitContext): readonly FeatElsewhere[];
  /** May these be beside each other? Asked again whenever one of them changes, so that their order does not matter. */
  readonly together?: TogetherCheck;
  /** What can still come of the competitors of a unit; without it nothing is projected. */
  outlook?(field: OpenField<Card>): Outlook<Card>;
  /** Lists of a part of the unit (an apparatus), each a document of its own. */
  subcodes?(context: UnitContext): readonly SubcodeList<Card>[];
}

/** A rule over the facts of one unit whose competitors compete beside each other: each card alone. */
export interface UnitRule<Card = unknown> extends OverFacts<Card> {
  card(entry: Entry, facts: CompetitorFacts, context: UnitContext): Card;
  readonly cards?: undefined;
}

/**
 * A rule over the facts of one unit whose competitors compete against each other: a goal is won by one
 * and lost by the other. All cards at once, by competitor; the object of `before` where a card says the
 * same. Which rows are renewed is decided here, and not by the competitor whom a fact names.
 */
export interface WholeUnitRule<Card = unknown> extends OverFacts<Card> {
  cards(
    context: WholeUnitContext,
    before: ReadonlyMap<CompetitorCode, Card>,
  ): ReadonlyMap<CompetitorCode, Card>;
  readonly card?: undefined;
}

export type AnyUnitRule<Card = unknown> = UnitRule<Card> | WholeUnitRule<Card>;

/** A list under a subcode: a rule over the same cards, or over those of a team's members. */
export interface SubcodeList<Card> {
  readonly subcode: string;
  readonly rule: Ranked<Card>;
  /** Who is listed in place of an entry (the members of a team, each with a card); default: the entry itself. */
  listed?(entry: Entry, card: Card): readonly { readonly entry: Entry; readonly card: Card }[];
}

/** What both kinds of rule over the units of a phase, or over all units of an event, say. */
interface OverParts<Card> extends Ranked<Card> {
  readonly over: 'parts';
  /** Of which families the units must be; a unit of another one is not in the list. Default: any, because no card is looked into. */
  readonly families?: readonly Family[];
  /** What is measured of the phase or event itself (points taken away); default: nothing, and it is refused (NOT_READ). */
  readonly reads?: readonly MeasuredKind[];
  /** PHASE_RESULT: the same performance in one list. CUMULATIVE_RESULT: a sum. POOL_STANDING: a table of matches. */
  readonly type: 'PHASE_RESULT' | 'CUMULATIVE_RESULT' | 'POOL_STANDING';
  /**
   * What separates those who are equal by `criteria` where a qualifying place is at stake (thousandths,
   * lots). Who is equal by these as well advances together or waits, as `overfull` says.
   */
  readonly atCut?: readonly Criterion<Card>[];
  /** Where the last place is shared: all advance (the default), or it stays open until officials decide. */
  readonly overfull?: 'ADMIT_ALL' | 'OPEN';
  /** Mark shown while a shared last place is open (`?` in swimming). */
  readonly openMark?: string;
  /** Units that only order the tied (swim-offs): the list is complete without them, and nobody's row comes from one. */
  isExtra?(unit: Rsc): boolean;
  /** For a progression by standard: is the card good enough? In base units. */
  reaches?(card: Card, standard: Micro): boolean;
}

/** A list in which each card is made of the competitor's own parts. */
export interface PartsRule<Card = unknown> extends OverParts<Card> {
  /** `parts`: the competitor's own, in unit order; those of a team's members are asked of the context. */
  card(entry: Entry, parts: readonly Part[], context: PartsContext): Card;
  readonly cards?: undefined;
}

/**
 * A list whose cards depend on each other (a table of matches, a place after each event): all cards at
 * once, by competitor; the object of `before` where a card says the same.
 */
export interface WholePartsRule<Card = unknown> extends OverParts<Card> {
  cards(context: PartsContext, before: ReadonlyMap<CompetitorCode, Card>): ReadonlyMap<CompetitorCode, Card>;
  /** What can still come; without it nothing is projected. */
  readonly outlook?: ListOutlook<PartsContext, Card>;
  readonly card?: undefined;
}

export type AnyPartsRule<Card = unknown> = PartsRule<Card> | WholePartsRule<Card>;

// What a rule says

/**
 * Where a card stands in the list: ranked rows, then those with a result that takes no place here (a
 * re-run for the places by time), the sides of a match (in start order, without a rank), those under
 * way, those waiting, and IRM rows.
 */
export type Stage = 'RANKED' | 'UNPLACED' | 'SIDE' | 'UNDERWAY' | 'WAITING' | 'IRM';

/** Won, lost, tied. */
export type Outcome = 'W' | 'L' | 'T';

export interface Standing {
  readonly stage: Stage;
  readonly irm: Irm | null;
  /** Why, as it was said with the mark. No rule says it: lists look for it, whichever mark a rule finds. */
  readonly irmReason?: string;
}

/** One line of the rule book that places cards. */
export interface Criterion<Card> {
  /** Stable, and said in the words of the sport: `FAILURES_AT_BEST`, "fewer failures at the last height cleared". */
  readonly code: string;
  /** `TR 26.8.1`; empty where no clause is claimed. */
  readonly clause: string;
  key(card: Card, context: RankContext): Key;
}

/** A comparable value: lower is better. Lists compare item by item; one that runs out first is worse. */
export type Key = number | readonly number[];

/** How a card is shown. Texts are ready to show. */
export interface MarkOf {
  readonly result: string | null;
  readonly resultType: ResultType | null;
  /** The number behind the result, in base units. */
  readonly value?: Micro;
  readonly details: Details;
  /** Measured, but not confirmed yet. */
  readonly unchecked?: boolean;
  readonly wlt?: Outcome;
  /**
   * What counts for records and bests where it is not the result: the best mark without too much wind.
   * Null when nothing does.
   */
  readonly recordResult?: string | null;
}

/** A mark that can be a record of an event other than that of its unit. */
export interface FeatElsewhere {
  /** RSC of the event. */
  readonly event: Rsc;
  readonly competitor: Competitor;
  readonly result: string;
  readonly resultType: ResultType;
}

// What a rule is told

/** The effective facts about one competitor in one unit, by kind, in key order (not arrival order). */
export interface CompetitorFacts {
  readonly passings: readonly Passing[];
  readonly attempts: readonly Attempt[];
  readonly scores: readonly Score[];
  readonly periodScores: readonly PeriodScore[];
  readonly actions: readonly Action[];
  readonly penalties: readonly Penalty[];
  /** Those with a code: what was withdrawn is as good as never said. */
  readonly irms: readonly StatedIrm[];
  readonly reaction: Reaction | null;
  readonly start: Start | null;
  readonly conditions: Conditions | null;
}

export interface StatedIrm extends IrmContent {
  /** Of the phase, event or discipline that the unit is in, and not of the unit. */
  readonly above?: true;
}

/** Of somebody about whom nothing was said. */
export const noFacts = (): CompetitorFacts => ({
  passings: [],
  attempts: [],
  scores: [],
  periodScores: [],
  actions: [],
  penalties: [],
  irms: [],
  reaction: null,
  start: null,
  conditions: null,
});

/** The same for everybody of whom that holds. */
export const NO_FACTS: CompetitorFacts = noFacts();

/** What criteria may look at beside the card. */
export interface RankContext {
  readonly unit: Rsc;
  readonly setup: Setup;
  /** What officials decided where the rules leave it to them. */
  readonly orders: readonly Order[];
}

/** What is known of a unit as a whole while a card is made. */
export interface UnitContext extends RankContext {
  readonly status: ResultStatus;
  /** Over as far as the venue is concerned: nobody will add to what is there. */
  readonly complete: boolean;
  /** The unit's start (gun), if it has one. */
  readonly start: Start | null;
  readonly conditions: Conditions | null;
  readonly entries: readonly Entry[];
  /** Facts about a competitor or a member of a team. */
  factsOf(code: CompetitorCode): CompetitorFacts;
}

/** What rules that look at the unit as a whole are told besides. */
export interface WholeUnitContext extends UnitContext {
  readonly clock: Clock | null;
  /** In key order. */
  readonly actions: readonly Action[];
  /** Units that this one holds (the contests of a team match), in the order of the plan. */
  readonly holds: readonly HeldUnit[];
}

/** A unit as it stands while somebody asks what can still come of it. */
export interface OpenField<Card> {
  readonly context: UnitContext;
  /** In the order of the list, the best first. */
  readonly cards: readonly Card[];
  readonly now: Now | null;
}

/** A unit inside another one, as the rule of that one sees it. */
export interface HeldUnit {
  readonly unit: Rsc;
  readonly decided: boolean;
  /** Won, lost or tied by whom, once it is decided. */
  readonly outcomes: ReadonlyMap<CompetitorCode, Outcome>;
}

/** One unit as a rule over parts sees a competitor in it. */
export interface Part {
  readonly unit: Rsc;
  /** As the unit's own rule made it. */
  readonly card: unknown;
  readonly standing: Standing;
  /**
   * Rank in the unit; null when unranked. It changes with the rows of others: a list made competitor by
   * competitor follows that in extra units only, one that makes all cards at once (`cards`) in every unit.
   */
  readonly rank: number | null;
  readonly mark: MarkOf;
  /** Won, lost or tied; absent or null where there is no such thing, or not yet. */
  readonly outcome?: Outcome | null;
  /** The unit's result is UNOFFICIAL or better. */
  readonly decided: boolean;
  readonly setup: Setup;
}

/** What is known of a phase or event: of its units together, and of each competitor in them. */
export interface PartsContext extends UnitContext {
  partsOf(code: CompetitorCode): readonly Part[];
}
