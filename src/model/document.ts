import type { CompetitorCode } from './competitor.ts';
import type { ResultStatus, ScheduleStatus } from './result-status.ts';
import type { Column, Row } from './row.ts';
import type { Rsc } from './rsc.ts';

export const DOCUMENT_TYPES = [
  'RESULT',
  'PHASE_RESULT',
  'CUMULATIVE_RESULT',
  'POOL_STANDING',
  'BRACKETS',
  'RANKING',
  'MEDALLISTS',
  'MEDALS',
  'SCHEDULE',
  'PARTICIPANTS',
  'RECORDS',
  'CURRENT',
  'PLAY_BY_PLAY',
  'COMMUNICATION',
  'CONDITIONS',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** What a document is about: one address has one series of versions. */
export interface Address {
  readonly type: DocumentType;
  readonly unit: Rsc;
  /** Second key where one RSC is not enough (apparatus in artistic gymnastics). */
  readonly subcode: string | null;
}

/** The address as screens write it: `<RSC>/<TYPE>` or `<RSC>/<TYPE>/<SUBCODE>`. */
export type Channel = string;

export const channelOf = ({ type, unit, subcode }: Address): Channel =>
  subcode === null ? `${unit}/${type}` : `${unit}/${type}/${subcode}`;

/** The address of a channel; null when the text is not one. */
export function parseChannel(channel: Channel): Address | null {
  const [unit, type, subcode, rest] = channel.split('/');
  if (unit === undefined || type === undefined || rest !== undefined) return null;
  if (!(DOCUMENT_TYPES as readonly string[]).includes(type)) return null;
  return { unit, type: type as DocumentType, subcode: subcode ?? null };
}

export interface Names {
  readonly discipline: string;
  readonly event?: string;
  readonly phase?: string;
  readonly unit?: string;
}

export interface Reliability {
  readonly ok: boolean;
  /** `SOURCE_SILENT`, `SEQUENCE_GAP`, `RECONSTRUCTED`, `UNDER_PROTEST`, `HELD`, `RULING`. */
  readonly reasons: readonly string[];
}

export interface Correction {
  /** The version that had said otherwise. */
  readonly of: number;
  readonly reason: string | null;
  /** Competitors whose row changed. */
  readonly moved: readonly CompetitorCode[];
}

/** Everything a version says apart from its rows and its own numbering: covered by the hash. */
export interface Header extends Address {
  readonly status: ResultStatus;
  readonly test: boolean;
  /** Rule id with its edition, `ATH.100M@2024`; null where no rule is applied. */
  readonly rule: string | null;
  readonly names: Names;
  readonly reliability: Reliability;
  readonly columns: readonly Column[];
  readonly info: Info;
}

/** Facts about the unit as a whole that are shown with its list, and the body of listing documents. */
export interface Info {
  readonly venue?: string;
  readonly location?: string;
  readonly scheduledStart?: string;
  readonly started?: string;
  readonly ended?: string;
  readonly wind?: string;
  readonly temperature?: string;
  readonly humidity?: string;
  readonly pressure?: string;
  /** Progression in words and numbers: `[{ by, count, mark }]`. */
  readonly advance?: readonly { readonly by: string; readonly count: number; readonly mark: string }[];
  readonly progress?: { readonly units: number; readonly complete: number };
  readonly qualifyingStandard?: string;
  /** SCHEDULE: one line per unit. */
  readonly schedule?: readonly ScheduleLine[];
  /** RECORDS: the table that marks are held against. */
  readonly records?: readonly RecordLine[];
  /** MEDALS and MEDALLISTS: how many events are decided. */
  readonly finishedEvents?: number;
  readonly totalEvents?: number;
  /** MEDALS: the table. */
  readonly medals?: readonly MedalLine[];
}

export interface ScheduleLine {
  readonly unit: Rsc;
  readonly name: string;
  readonly event?: string;
  readonly phase?: string;
  readonly status: ScheduleStatus;
  readonly resultStatus?: ResultStatus;
  readonly start?: string;
  readonly end?: string;
  readonly venue?: string;
  readonly location?: string;
  readonly medal?: boolean;
}

export interface RecordLine {
  readonly code: string;
  readonly recordType: string;
  readonly result: string;
  readonly competitor?: CompetitorCode;
  readonly name?: string;
  readonly organisation?: string;
  readonly date?: string;
  readonly place?: string;
  readonly unit?: Rsc;
  readonly equalled?: boolean;
  /** Set in this competition and not yet ratified. */
  readonly unconfirmed?: boolean;
  /** The line was beaten by a later one. */
  readonly historical?: boolean;
}

export interface MedalLine {
  readonly organisation: string;
  readonly rank: number;
  readonly rankEqual: boolean;
  readonly gold: number;
  readonly silver: number;
  readonly bronze: number;
  readonly total: number;
  readonly rankTotal: number;
}

/** One published version: immutable. Rows are in `sortOrder`. */
export interface Document {
  readonly epoch: string;
  readonly version: number;
  /** 16 hex digits over header and rows: the same content has the same hash everywhere. */
  readonly hash: string;
  /** The broker's timestamp of the newest fact used, RFC 3339 UTC with milliseconds. */
  readonly asOf: string;
  /** Set when this version changes what an UNOFFICIAL or OFFICIAL one had said; outside the hash. */
  readonly correction: Correction | null;
  readonly header: Header;
  readonly rows: readonly Row[];
}
