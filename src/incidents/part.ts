/** What programs say of themselves once a second: what `/readyz` and `/metrics` say, for the control room. */
import type { Missing } from '../model/missing.ts';

export const PART_KINDS = ['engine', 'edge', 'desk'] as const;
export type PartKind = (typeof PART_KINDS)[number];

export const isPartKind = (value: unknown): value is PartKind =>
  (PART_KINDS as readonly unknown[]).includes(value);

/** A page that shows a graphics output, as it says itself. */
export interface OutputPage {
  /** Which one, for as long as it is open. */
  readonly page: string;
  /** Which state of the output it shows; 0: none yet. */
  readonly changedAt: number;
  /** It lacks something of that, or the documents that it shows are not of now. */
  readonly isBehind: boolean;
}

interface AnyPart {
  /** Which one, for as long as it runs. */
  readonly name: string;
  /** Where its health is told; empty where that is not known. */
  readonly url: string;
  /** It ends in order, and will not be missed. */
  readonly isLeaving: boolean;
  readonly missing: readonly Missing[];
  /** Seconds behind the facts, and by which its clock is ahead of the broker's; null: not known. */
  readonly behind: number | null;
  readonly clockAhead: number | null;
  /** By graphics output the pages that show it, of those that ask it. */
  readonly pages?: Readonly<Record<string, readonly OutputPage[]>>;
}

export interface EnginePart extends AnyPart {
  readonly part: 'engine';
  readonly epoch: string;
  /** Null: all. */
  readonly disciplines: readonly string[] | null;
  /** The place in VENUE up to which it has taken facts in. */
  readonly streamSeq: number;
  readonly published: number;
  readonly pending: number;
  /** Versions that another engine has stored with other content. */
  readonly disagreements: number;
  readonly stoppedUnits: readonly string[];
  readonly rejectionsWaiting: number;
  readonly rejectionsLost: number;
  readonly checkpointsRefused: number;
  /** Seconds; null: there is none. */
  readonly checkpointAge: number | null;
  readonly factsMissing: number;
  readonly isBrokerFull: boolean;
}

export interface EdgePart extends AnyPart {
  readonly part: 'edge';
  /** By format. */
  readonly screens: Readonly<Record<string, number>>;
  /** Unsent bytes of the screen that has most of them. */
  readonly outboundMost: number;
  /** Screens that were sent away since it started, because they took nothing for too long. */
  readonly tooSlow: number;
  /** From a version's arrival until it is written to the last socket: the 99th of 100 of the last minute, milliseconds; null: nothing was written. */
  readonly writtenP99Ms: number | null;
  readonly frozen: number;
  /** Versions that two engines published differently. */
  readonly conflicts: number;
}

export interface DeskPart extends AnyPart {
  readonly part: 'desk';
}

export type PartWord = EnginePart | EdgePart | DeskPart;

export interface PartSeen {
  readonly word: PartWord;
  /** Milliseconds since its last word. */
  readonly heardAgoMs: number;
}

/** How a part is called: where it is, or the beginning of its name. */
export const namedPart = ({
  part,
  name,
  url,
}: Pick<PartWord, 'part' | 'name' | 'url'>): { readonly part: string; readonly name: string } => ({
  part,
  name: url === '' ? name.slice(0, 8) : url.replace(/^\w+:\/\//, ''),
});
