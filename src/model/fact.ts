import type { CompetitionContent, Session, Texts } from './competition-content.ts';
import type { Competitor, CompetitorCode, Entry } from './competitor.ts';
import type { Micro } from './decimal.ts';
import type { Irm } from './irm.ts';
import type { ResultStatus, ScheduleStatus } from './result-status.ts';
import type { Rsc } from './rsc.ts';

/** A UTC instant in microseconds since 1970: exact in a double until the year 2255. */
export type Instant = number;

export type AdvanceBy = 'place' | 'best' | 'rank' | 'standard';

/** One line of a progression: "first three of each heat, Q". `../rules/advance.ts` says what each does. */
export interface AdvanceSpec {
  readonly by: AdvanceBy;
  /** How many this line lets through; for `standard` the number that is filled up to by later lines. */
  readonly count: number;
  readonly mark: string;
  readonly maxPerOrganisation?: number;
  /** `standard` only: the mark that is enough, in base units. */
  readonly value?: Micro;
  /** Numbers the mark: R1, R2 ... (reserves). */
  readonly numbered?: boolean;
}

export interface TimingPoint {
  readonly code: string;
  /** Metres from the start. */
  readonly distance?: Micro;
}

/** How times are taken in a unit, where that is not how the sport does it. */
export interface Timing {
  /** By stopwatch: rounded as the rule book says for hand times. */
  readonly hand?: boolean;
  /** The step in which times are given, in seconds (0.1). */
  readonly precision?: Micro;
}

/** A record that marks of the event are held against, as the venue brings it. */
export interface RecordSpec {
  /** `WR`, `OR`, `NR` ... */
  readonly type: string;
  /** As published: `"9.58"`, `"1:40.91"`. */
  readonly result: string;
  readonly code?: string;
  readonly competitor?: CompetitorCode;
  readonly name?: string;
  readonly organisation?: string;
  readonly date?: string;
  readonly place?: string;
}

export type OptionValue =
  | string
  | number
  | boolean
  | null
  | readonly OptionValue[]
  | { readonly [key: string]: OptionValue };

export interface Setup {
  readonly rule?: string;
  readonly event?: string;
  readonly phase?: string;
  readonly name?: string;
  readonly venue?: string;
  readonly location?: string;
  readonly scheduledStart?: string;
  /** The whole title of the unit in other languages: `{ fr: "100 m hommes, finale" }`. */
  readonly names?: Texts;
  /** Code of the session that it is part of. */
  readonly session?: string;
  readonly points?: readonly TimingPoint[];
  readonly laps?: number;
  readonly heights?: readonly Micro[];
  readonly attempts?: number;
  readonly units?: readonly Rsc[];
  readonly advance?: readonly AdvanceSpec[];
  readonly medals?: readonly number[];
  /** The source that wins whatever others say (F4). */
  readonly primary?: string;
  /** Made afterwards from published results: the list says so. */
  readonly reconstructed?: boolean;
  /** What can still come of it is projected; default: not. */
  readonly projection?: boolean;
  /** Of an event: the records that its marks are held against. */
  readonly records?: readonly RecordSpec[];
  readonly timing?: Timing;
  /** Which of several finals the unit is: `A`, `B` ... */
  readonly final?: string;
  /** Of an event: how many lanes start lists are proposed for. */
  readonly lanes?: number;
  /** What the sport declares (`Sport.options`); anything else is refused. */
  readonly options?: { readonly [key: string]: OptionValue };
}

export interface StartListContent {
  readonly entries: readonly Entry[];
}

export interface Start {
  readonly at: Instant;
  readonly competitor?: CompetitorCode;
  readonly false?: boolean;
}

export interface Passing {
  readonly competitor: CompetitorCode;
  readonly point: string;
  readonly lap?: number;
  /** Elapsed since the competitor's start. One of `time` and `at` is there. */
  readonly time?: Micro;
  readonly at?: Instant;
  /** Order in the photo finish among equal times. */
  readonly order?: number;
  readonly unconfirmed?: boolean;
}

export interface Reaction {
  readonly competitor: CompetitorCode;
  readonly time: Micro;
}

export type AttemptOutcome = 'VALID' | 'FAILED' | 'PASSED' | 'RETIRED';

export interface Attempt {
  readonly competitor: CompetitorCode;
  readonly attempt: number;
  readonly outcome: AttemptOutcome;
  readonly mark?: Micro;
  readonly height?: Micro;
  readonly weight?: Micro;
  readonly wind?: Micro;
  readonly phase?: string;
  readonly inner?: boolean;
  readonly revision?: number;
}

export interface Score {
  readonly competitor: CompetitorCode;
  readonly component: string;
  readonly value: Micro;
  readonly round?: number;
  readonly element?: string;
  readonly judge?: string;
}

export interface PeriodScore {
  readonly competitor: CompetitorCode;
  readonly period: string;
  readonly value: Micro;
  readonly total?: Micro;
}

export interface Action {
  readonly id: string;
  readonly kind: string;
  readonly competitor: CompetitorCode;
  readonly athlete?: CompetitorCode;
  readonly period?: string;
  readonly clock?: string;
  readonly detail?: string;
  readonly value?: Micro;
}

export interface Clock {
  readonly period: string;
  readonly time: Micro;
  readonly running: boolean;
}

export interface IrmContent {
  readonly competitor: CompetitorCode;
  /** Null withdraws the mark. */
  readonly code: Irm | null;
  readonly attempt?: number;
  readonly point?: string;
  readonly reason?: string;
  readonly description?: string;
}

export interface Penalty {
  readonly competitor: CompetitorCode;
  readonly id: string;
  readonly kind: string;
  readonly value: Micro;
  readonly measure: 'TIME' | 'POINTS' | 'LAPS' | 'PLACES';
  readonly reason?: string;
}

export interface Conditions {
  readonly competitor?: CompetitorCode;
  /** When it was measured. */
  readonly at?: Instant;
  /** Where, if that is not the unit's own field of play: `START`, `FINISH`, a location. */
  readonly place?: string;
  readonly wind?: Micro;
  readonly temperature?: Micro;
  readonly humidity?: Micro;
  readonly pressure?: Micro;
  readonly snow?: string;
  readonly gate?: string;
  readonly windFactor?: Micro;
}

/** A decision that the rules leave to officials. */
export interface Order {
  readonly id: string;
  readonly competitors: readonly CompetitorCode[];
  readonly equal?: boolean;
  readonly why: 'PHOTO_FINISH' | 'EXTRA_UNIT' | 'LOT' | 'JURY' | 'RULING';
}

export interface AdvanceContent {
  readonly competitor: CompetitorCode;
  readonly mark: string | null;
}

export interface RankOverride {
  readonly competitor: CompetitorCode;
  /** Null takes the place away. */
  readonly rank: number | null;
  readonly medal?: 'GOLD' | 'SILVER' | 'BRONZE' | null;
  readonly reason: string;
}

export interface StatusContent {
  readonly result: ResultStatus;
  readonly reason?: string;
}

export interface ScheduleContent {
  readonly status: ScheduleStatus;
  /** As planned now. */
  readonly start?: string;
  readonly end?: string;
  /** When it really was. */
  readonly actualStart?: string;
  readonly actualEnd?: string;
}

/** One id may be said in several languages. */
export interface Note {
  readonly id: string;
  readonly text: string;
  readonly language?: string;
  readonly about?: string;
  /** Whom it is about. */
  readonly competitors?: readonly CompetitorCode[];
}

export interface Void {
  readonly seq: number;
  readonly source?: string;
  readonly epoch?: string;
}

/** How the connection to a source is doing. */
export type LinkState = 'SILENT' | 'GAP' | 'OK';

export interface Link {
  readonly source: string;
  readonly state: LinkState;
  /** The number that the source had come to when the broker lost facts: what is not there up to it is missing (F5). */
  readonly seq?: number;
  /** Of that number. */
  readonly epoch?: string;
}

export interface Release {
  readonly source: string;
  readonly epoch?: string;
  readonly seq: number;
  readonly by: string;
}

export interface Heartbeat {
  /** Seconds until the next one at the latest. */
  readonly every?: number;
}

/** What each kind of fact carries: the keys of this map are the fact keys of the venue feed. */
export interface FactContents {
  readonly setup: Setup;
  readonly startList: StartListContent;
  readonly start: Start;
  readonly passing: Passing;
  readonly reaction: Reaction;
  readonly attempt: Attempt;
  readonly score: Score;
  readonly periodScore: PeriodScore;
  readonly action: Action;
  readonly clock: Clock;
  readonly irm: IrmContent;
  readonly penalty: Penalty;
  readonly conditions: Conditions;
  readonly order: Order;
  readonly advance: AdvanceContent;
  readonly rankOverride: RankOverride;
  readonly status: StatusContent;
  readonly schedule: ScheduleContent;
  readonly note: Note;
  readonly void: Void;
  readonly link: Link;
  readonly release: Release;
  readonly heartbeat: Heartbeat;
  readonly competition: CompetitionContent;
  readonly session: Session;
}

export type FactKind = keyof FactContents;

/** Kinds of what is measured and judged: each is read by the rules of some sports only. All others the core reads for every sport. */
export const MEASURED_KINDS = [
  'passing',
  'reaction',
  'attempt',
  'score',
  'periodScore',
  'action',
  'clock',
  'penalty',
] as const satisfies readonly FactKind[];
export type MeasuredKind = (typeof MEASURED_KINDS)[number];

export const isMeasured = (kind: FactKind): kind is MeasuredKind =>
  (MEASURED_KINDS as readonly FactKind[]).includes(kind);

export interface Origin {
  readonly source: string;
  readonly epoch: string;
  readonly seq: number;
}

/** Which fact it is, as text: who numbered it, and its number. */
export const originText = ({ source, epoch, seq }: Origin): string => `${source}:${epoch}:${seq}`;

/** The fact that a sender believes to hold for the key of its own, by the numbering that it names or its own; 0: none does. */
export interface Expected {
  readonly seq: number;
  readonly source?: string;
  readonly epoch?: string;
}

export interface FactEnvelope extends Origin {
  readonly unit: Rsc;
  /** The venue's clock when it sent, as written. */
  readonly sentAt?: string;
  /** A rehearsal: everything derived carries FeedFlag T. */
  readonly test: boolean;
  readonly replaces?: number;
  /** A precondition: without it the fact is refused. */
  readonly expects?: Expected;
  /** The broker's clock when it stored the fact. */
  readonly storedAt: Instant;
  /** The fact's place in the stream: 1, 2, 3 ... */
  readonly streamSeq: number;
}

export type FactOf<K extends FactKind> = FactEnvelope & {
  readonly kind: K;
  readonly content: FactContents[K];
};

/** What a venue says: one message. */
export type Fact = { [K in FactKind]: FactOf<K> }[FactKind];

/** The codes of everybody an entry names: the competitor and, for teams, the members. */
export function codesOf(competitor: Competitor): CompetitorCode[] {
  return [competitor.code, ...(competitor.members ?? []).map((member) => member.code)];
}
