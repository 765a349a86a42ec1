import type { Derived } from './order.ts';
import type { DETAILS } from './shape/details.ts';
import type { Shaped } from './shape/field.ts';
import type { HEADER } from './shape/header.ts';
import type { IDENTITY, MARK, PLACE } from './shape/list-row.ts';
import {
  type DocumentType,
  type ListType,
  type PartName,
  type PartsOf,
  type ROW,
  rowsOf,
} from './shape/table.ts';

/** A row, or what changed in it: all parts that a row of any type can have. What each is, `shape/` says. */
type Parts = Omit<Shaped<typeof ROW>, 'key' | 'sortOrder'>;

/**
 * One line of a document: its key, and the parts that rows of that type have (`shape/table.ts`). They change at
 * different times. A part is immutable: a change makes a new object, so `===` tells what changed and encoders keep the
 * bytes of old parts. In JSON the parts are merged into one flat object with the key and `sortOrder` (the row's index + 1).
 */
export interface Row extends Parts {
  readonly key: string;
}

/** A row of a document of one type. */
export type RowOf<Type extends DocumentType> = { readonly key: string } & {
  readonly [Part in PartsOf<Type>]: PartOf<Part>;
};
type PartOf<Part extends PartName> = NonNullable<Parts[Part]>;

/** A competitor in a list: RESULT, PHASE_RESULT, RANKING and the like. */
export type StoredRow = RowOf<ListType>;

/** The same with what follows from its place in the list. */
export type ListRow = StoredRow & { readonly place: Derived };

export type Identity = Shaped<typeof IDENTITY>;
export type MemberIdentity = NonNullable<Identity['members']>[number];

/** Texts are ready to show. */
export type Mark = Shaped<typeof MARK>;
export type ResultType = NonNullable<Mark['resultType']>;

/** Without what follows from the order: `order.ts`. */
export type Place = Shaped<typeof PLACE>;
export type Medal = NonNullable<Place['medal']>;
export type DecidedBy = NonNullable<Place['decidedBy']>;

export type Scheduled = PartOf<'scheduled'>;
export type UnitState = PartOf<'state'>;
export type RecordLine = PartOf<'record'>;
export type MedalCount = PartOf<'medals'>;
export type BracketPlace = PartOf<'bracket'>;
export type Sides = PartOf<'sides'>;
export type Outcome = PartOf<'outcome'>;
export type ShownAction = PartOf<'action'>;
export type Turn = PartOf<'turn'>;
export type Communication = PartOf<'communication'>;
export type Reading = PartOf<'reading'>;
export type Projected = PartOf<'projected'>;
export type Need = Projected['needs'][number];

/** Nobody has been placed yet. */
export const NO_PLACE: Place = {
  ranked: false,
  tied: false,
  qualificationMark: null,
  decidedBy: null,
  photoFinish: false,
};

export type Details = Shaped<typeof DETAILS>;
export type TimedRaceDetails = NonNullable<Details['timedRace']>;
export type BestOfDetails = NonNullable<Details['bestOf']>;
export type CountbackDetails = NonNullable<Details['countback']>;
export type JudgedDetails = NonNullable<Details['judged']>;
export type CombinedDetails = NonNullable<Details['combined']>;
export type MatchDetails = NonNullable<Details['match']>;
export type PoolDetails = NonNullable<Details['pool']>;
export type SeriesDetails = NonNullable<Details['series']>;
export type SplitDetails = TimedRaceDetails['passings'][number];
export type LegDetails = NonNullable<TimedRaceDetails['legs']>[number];
export type AttemptDetails = BestOfDetails['attempts'][number];
export type HeightDetails = CountbackDetails['heights'][number];
export type JudgedPartDetails = JudgedDetails['parts'][number];
export type CombinedPartDetails = CombinedDetails['parts'][number];

export const NO_DETAILS: Details = {};

/** How the column of a result list is filled: one declaration for screen, terminal, CSV and print. */
export type Column = Shaped<typeof HEADER>['columns'][number];

/** A document of this type lists competitors with mark and place. */
export const isListType = (type: DocumentType): type is ListType => rowsOf(type).parts.includes('mark');
