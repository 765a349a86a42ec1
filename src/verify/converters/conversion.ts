import type { CompetitorCode } from '../../model/competitor.ts';
import type { Channel } from '../../model/document.ts';
import type { LeftOut } from '../../venue/import/left-out.ts';

/** One line of an official result list, as the source prints it: for comparison only. */
export interface OfficialRow {
  readonly competitor: CompetitorCode;
  readonly name: string;
  readonly rank: number | null;
  readonly irm: string | null;
  readonly qualificationMark: string | null;
  /** Who won a match, where that is what the source says. */
  readonly wlt?: 'W' | 'L' | 'T';
  /** The score as it is shown. */
  readonly result?: string;
  /** Goes on, with whatever mark. */
  readonly advanced?: boolean;
  /** Whom the competitor meets in the first match of the bracket that both are in. */
  readonly meets?: CompetitorCode;
  /** The score after an action, of both sides; `competitor` is the action. */
  readonly scores?: string;
  /** The lines of the source that this row is read from; none for a row that is worked out (a sum, somebody absent). */
  readonly lines: readonly number[];
}

export type Compared =
  | 'rank'
  | 'irm'
  | 'qualificationMark'
  | 'wlt'
  | 'result'
  | 'advanced'
  | 'meets'
  | 'scores';

export interface Difference {
  readonly competitor: CompetitorCode;
  readonly what: Compared;
  readonly official: unknown;
  readonly ours: unknown;
}

/** An official list and the channel whose newest document must say the same. */
export interface OfficialList {
  readonly channel: Channel;
  readonly name: string;
  readonly compare: readonly Compared[];
  readonly rows: readonly OfficialRow[];
  /** The source publishes no place for some who took part (level totals, missing scores): they are not in `rows`. */
  readonly partial?: boolean;
  /** Differences the source itself explains (named in the data's README): a predicate over the list, never a list of names. */
  explain?(difference: Difference): string | null;
}

/** A competition as a venue would have sent it, and what the officials made of it. */
export interface Conversion {
  readonly set: string;
  /** Venue-feed JSON objects in order, numbered without holes per source. */
  readonly facts: Iterable<object>;
  readonly lists: readonly OfficialList[];
  /** Result lines that the source has, counted as it is read: each is in one of `lists` at least, or left out. */
  readonly lines: number;
  readonly leftOut: readonly LeftOut[];
}

/** Reads one format of published results. A file is recognised by its shape, never by its name. */
export interface Converter {
  readonly name: string;
  /** `head`: the first 4096 characters or fewer of the file. */
  recognises(path: string, head: string): boolean;
  /** Several conversions where one file holds several competitions. */
  convert(path: string): Promise<Conversion> | Conversion | readonly Conversion[];
}
