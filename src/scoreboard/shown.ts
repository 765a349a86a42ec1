/** What may be shown of a document, and which columns it has for that. */
import { chosenColumns, columnsOf, type FlatColumn } from '../encode/flat/columns.ts';
import type { Document } from '../model/document.ts';
import { BadLayout } from './layout-file.ts';

export interface Shown {
  /** Null: nothing is published there. */
  readonly document: Document | null;
  /** Whether the stream is there, so that what is shown is the newest. */
  readonly isLive: boolean;
}

/** A rehearsal is nothing to show unless that was asked for. */
export const shownIn = (document: Document | null, test: boolean): Document | null =>
  document?.header.test === true && !test ? null : document;

/** Beside the columns of rows: whether what is shown follows the stream. */
export const FEED = 'feed';
export const feedOf = (isLive: boolean): string => (isLive ? 'LIVE' : 'LOST');

/** Throws `BadLayout`. */
export function columnIn({ header }: Document, name: string): FlatColumn {
  const [column] = chosenColumns(name, columnsOf(header), header.type) ?? [];
  if (column !== undefined) return column;
  const known = columnsOf(header).map((each) => each.name);
  throw new BadLayout(`${name} is no column here; there are ${[FEED, ...known].join(' ')}`);
}
