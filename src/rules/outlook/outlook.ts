/**
 * What a family says of what can still come of a competitor: cards that its rule would make of facts that nobody has said yet. How such
 * cards compare, and whom they put where, is asked of the rule itself (`places.ts`, `needs.ts`, `advancing.ts`).
 *
 * It is asked on the understanding that nothing that was said is taken back or changed, and that nobody is disqualified.
 */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import type { Micro } from '../../model/decimal.ts';
import type { Setup } from '../../model/fact.ts';
import type { Rsc } from '../../model/rsc.ts';

/** Of a unit as it stands. A card to come is made of the one that there is: it is asked for by the thousand while marks are tried. */
export interface Outlook<Card> {
  /**
   * The two ends of what can come. `apart`: so many steps of the mark below the best there is, so that several who do their best do
   * not share a place.
   */
  prospects(entry: Entry, card: Card, apart: number): Prospects<Card>;
  /** The next performance of who is in action; null for none whose mark would say anything. */
  next(entry: Entry, card: Card): NextMark<Card> | null;
  /** Everybody who is not done is in action, and not only whose turn it is. */
  readonly allAtOnce?: true;
  /** The card is a sum that says little before it is complete: what is needed is told against those who are done. */
  readonly addsUp?: true;
}

export interface Prospects<Card> {
  /** All that is to come goes as well as it can. */
  readonly best: Card;
  /** Nothing more comes of it that counts for the competitor. */
  readonly worst: Card;
  /** Nothing of the own performance is to come; the two ends are one card unless officials have still to say something. */
  readonly isDone: boolean;
}

/** A performance by its mark, and what the rule would make of it. */
export interface NextMark<Card> {
  /** Marks that there are: from `least` to `most` in steps. */
  readonly least: Micro;
  readonly most: Micro;
  readonly step: Micro;
  /** The greater mark is the better one. */
  readonly more: boolean;
  card(mark: Micro): Card;
  /** Ready to show. */
  text(mark: Micro): string;
}

/** Null: no place is possible (any more); the end can be without a place. */
export interface PossiblePlaces {
  readonly best: number | null;
  readonly worst: number | null;
}

/** The same of a list over units, whose rule makes all cards at once: of a table, of a series, of a sum. */
export interface ListOutlook<Context, Card = unknown> {
  /** It asks what is to come in units under way (`partOf`). What it says is needed is so as all others stand, and told whatever is not known of the places. */
  readonly looksIntoUnits?: true;
  /** `toCome`: all units of the list that are not decided, in their order; `cards`: of the list as it stands. Null: there are more than are looked at. */
  places(
    context: Context,
    toCome: readonly UnitToCome[],
    cards: ReadonlyMap<CompetitorCode, Card>,
  ): ListPlaces | null;
}

export interface UnitToCome {
  readonly unit: Rsc;
  readonly setup: Setup;
  /** Who starts in it, of the list. */
  readonly starters: readonly CompetitorCode[];
  /** What is to come of a starter in it; null where the rule of the unit does not project. */
  partOf(code: CompetitorCode): PartToCome | null;
}

/** Of somebody in a unit, as it would be published. */
export interface PartToCome {
  /** The result if all that is to come goes as well as it can; null for none. */
  readonly best: string | null;
  readonly isDone: boolean;
  /** The result with the next performance. */
  readonly next: NextMark<string | null> | null;
  /** As the start list gives them. */
  readonly bests: NonNullable<Entry['bests']>;
}

export interface ListPlaces {
  readonly places: ReadonlyMap<CompetitorCode, PossiblePlaces>;
  /**
   * What is enough in the next unit of a competitor to be among so many: whatever others do, but for a list that looks into units; null: nothing is, or
   * nothing is needed.
   */
  enough(code: CompetitorCode, last: number): EnoughInUnit | null;
}

/** The worst outcome of a match, the worst place in a race, or the worst mark; where somebody is still to come in front of whom it leads, with the mark that is taken for that one. */
export interface EnoughInUnit {
  readonly unit: Rsc;
  readonly outcome?: 'W' | 'T' | 'L';
  readonly finish?: number;
  readonly mark?: string;
  readonly value?: string;
  readonly rival?: CompetitorCode;
  readonly rivalMark?: string;
}
