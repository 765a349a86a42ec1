/**
 * What keeps a program from being current, as `/readyz` says it: a stable code, a sentence for people, and how far it has come
 * where that can be counted.
 */
export type MissingCode =
  /** It has not begun: no connection yet, or code that is being warmed. */
  | 'STARTING'
  /** It has been told to end. */
  | 'STOPPING'
  | 'NO_BROKER'
  /** The broker stores nothing any more: no room. */
  | 'BROKER_FULL'
  /** What an engine reads, or what the engines do that an edge depends on. */
  | 'READING_HISTORY'
  /** Facts were cut from the stream, and this engine has no archive that has them. */
  | 'ARCHIVE_NEEDED'
  /** Nobody computes what this edge shows, all of it or a discipline. */
  | 'NO_ENGINE'
  /** What this engine computes does not count: another revision has a higher number. */
  | 'NEWER_REVISION'
  /** More seconds than `LATE_MS` behind the facts. */
  | 'BEHIND'
  /** Versions that are published and cannot be shown. */
  | 'CHANNELS_FROZEN';

export interface Missing {
  readonly code: MissingCode;
  readonly message: string;
  /** Facts, channels. */
  readonly done?: number;
  readonly of?: number;
}

/** From so far behind on what is shown is late: sources are not `ok` any more, and `/readyz` says so. Milliseconds. */
export const LATE_MS = 10_000;

/** How lag is said: to a tenth of a second. */
export const secondsOf = (ms: number | null): number | null =>
  ms === null ? null : Math.round(ms / 100) / 10;
