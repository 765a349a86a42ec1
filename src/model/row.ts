import type { CompetitorCode, CompetitorKind } from './competitor.ts';
import type { Irm } from './irm.ts';

/**
 * One line of a document, in three parts that change at different times. A part is immutable: a
 * change makes a new object, so `===` tells what changed and encoders keep the bytes of old parts.
 * In JSON the three are merged into one flat object with `sortOrder` (the row's index + 1).
 */
export interface Row {
  readonly identity: Identity;
  readonly mark: Mark;
  readonly place: Place;
}

/** Who the row is about: changes with the start list only. */
export interface Identity {
  readonly competitor: CompetitorCode;
  readonly kind: CompetitorKind;
  readonly name: string;
  readonly given?: string;
  readonly family?: string;
  readonly organisation: string;
  readonly gender?: string;
  readonly birthDate?: string;
  readonly bib?: string;
  readonly startOrder?: number;
  readonly lane?: string;
  readonly group?: string;
  readonly seed?: string;
  readonly previous?: string;
  readonly bests?: Readonly<Record<string, string>>;
  /** The unit a row of a phase or event document comes from. */
  readonly unit?: string;
  /** PARTICIPANTS: event RSCs that the competitor is entered in. */
  readonly events?: readonly string[];
  readonly members?: readonly MemberIdentity[];
}

export interface MemberIdentity {
  readonly competitor: CompetitorCode;
  readonly name: string;
  readonly given?: string;
  readonly family?: string;
  readonly organisation: string;
  readonly gender?: string;
  readonly birthDate?: string;
  readonly bib?: string;
}

export type ResultType =
  | 'TIME'
  | 'DISTANCE'
  | 'POINTS'
  | 'WEIGHT'
  | 'STROKES'
  | 'SCORE'
  | 'RANK'
  | 'IRM'
  | 'IRM_POINTS'
  | 'IRM_TIME'
  | 'MEDAL';

/** What the competitor did: changes with the competitor's own facts only. Texts are ready to show. */
export interface Mark {
  readonly result: string | null;
  readonly resultType: ResultType | null;
  readonly irm: Irm | null;
  /** Rule number of a disqualification. */
  readonly irmReason?: string;
  readonly unchecked?: boolean;
  readonly wlt?: 'W' | 'L' | 'T' | null;
  readonly records: readonly string[];
  readonly details: Details;
}

/** Where that puts the competitor: changes when others move, too. `sortOrder` is the row's index + 1. */
export interface Place {
  readonly rank: number | null;
  readonly rankEqual: boolean;
  readonly diff: string | null;
  readonly qualificationMark: string | null;
  readonly decidedBy: DecidedBy | null;
  readonly photoFinish: boolean;
  /** MEDALLISTS and RANKING only. */
  readonly medal?: Medal;
  /** Set when a ruling gave this rank (fact `rankOverride`): the reason, always visible. */
  readonly ruling?: string;
}

/** Nobody has been placed yet. */
export const NO_PLACE: Place = {
  rank: null,
  rankEqual: false,
  diff: null,
  qualificationMark: null,
  decidedBy: null,
  photoFinish: false,
};

export type Medal = 'GOLD' | 'SILVER' | 'BRONZE';

/** The criterion that put the row below the one above. */
export interface DecidedBy {
  readonly criterion: string;
  readonly clause: string;
}

/** What the families show of a performance; at most one is set. */
export interface Details {
  readonly timedRace?: TimedRaceDetails;
  readonly bestOf?: BestOfDetails;
  readonly countback?: CountbackDetails;
  readonly judged?: JudgedDetails;
  readonly combined?: CombinedDetails;
}

export const NO_DETAILS: Details = {};

export interface SplitDetails {
  readonly point: string;
  readonly lap?: number;
  /** Cumulative, ready to show. */
  readonly time: string;
  /** Since the split before. */
  readonly section?: string;
  readonly rank?: number;
  readonly rankEqual?: boolean;
}

export interface TimedRaceDetails {
  readonly reaction?: string;
  /** Thousandths that separated equal times, ".123". */
  readonly thousandths?: string;
  /** Passings before the finish, in course order. */
  readonly passings: readonly SplitDetails[];
  readonly warnings?: string;
  readonly penalty?: string;
  /** Relay legs in order: who, and what is known of the leg. */
  readonly legs?: readonly LegDetails[];
}

export interface LegDetails {
  readonly competitor: CompetitorCode;
  readonly order: number;
  readonly split?: string;
  readonly reaction?: string;
}

export interface AttemptDetails {
  readonly attempt: number;
  /** The mark as shown, or `x`, `-`, `r`. */
  readonly mark: string;
  readonly wind?: string;
  /** Rank after this attempt. */
  readonly rankAfter?: number;
}

export interface BestOfDetails {
  readonly attempts: readonly AttemptDetails[];
  readonly bestAttempt?: number;
  readonly wind?: string;
}

export interface HeightDetails {
  readonly height: string;
  /** `o`, `xo`, `xxx`, `-`, `x-`, `r`. */
  readonly trials: string;
  readonly jumpOff?: boolean;
}

export interface CountbackDetails {
  readonly heights: readonly HeightDetails[];
  readonly failuresAtBest?: number;
  readonly failuresInAll?: number;
}

/** One routine, dive, element or apparatus with its marks. */
export interface JudgedPartDetails {
  /** Apparatus or element code: `VT1`, `UB`, a dive number. */
  readonly part: string;
  readonly athlete?: CompetitorCode;
  readonly score: string;
  /** D, E, ND ... as shown, by component code. */
  readonly components: Readonly<Record<string, string>>;
  readonly rank?: number;
  /** Team contests: does this score count? */
  readonly counts?: boolean;
}

export interface JudgedDetails {
  readonly parts: readonly JudgedPartDetails[];
}

/** One part of a sum over units: an event of a decathlon, a run, a round. */
export interface CombinedPartDetails {
  readonly unit: string;
  readonly name: string;
  readonly result?: string;
  readonly resultType?: ResultType;
  readonly irm?: Irm;
  readonly points?: string;
  readonly rank?: number;
  readonly wind?: string;
  /** Running total after this part and the place it gives. */
  readonly total?: string;
  readonly totalRank?: number;
}

export interface CombinedDetails {
  readonly parts: readonly CombinedPartDetails[];
}

/** How the column of a result list is filled: one declaration for screen, terminal, CSV and print. */
export interface Column {
  readonly label: string;
  /** A path into the flat row: `rank`, `details.timedRace.reaction`, `details.bestOf.attempts[attempt=3].mark` (column-path.ts). */
  readonly source: string;
  readonly align: 'left' | 'right' | 'center';
  /** Characters. */
  readonly width: number;
}
