/** A document as lines of texts that stay the same objects while nothing in them changes, with what is new in each. */
import { cellText, isOfCard } from '../../client/cells.ts';
import { venueTime } from '../../client/venue-time.ts';
import type { Document } from '../../model/document.ts';
import { withDerived } from '../../model/document.ts';
import { flatRow, kindAt } from '../../model/flat-row.ts';
import type { Derived } from '../../model/order.ts';
import { type Column, isListType, type Row } from '../../model/row.ts';
import type { Words } from '../../model/words.ts';

export interface TableLine {
  readonly key: string;
  /** Of all declared columns, also of those that are not shown. */
  readonly texts: readonly string[];
  readonly rank: number | null;
  /** No place, for a reason that is said. */
  readonly isUnplaced: boolean;
  readonly news: News | null;
  /** What the texts were made of. */
  readonly row: Row;
  readonly derived: string;
}

/** Something of the competitor's own is new: not only that others moved. */
export interface News {
  /** Milliseconds since 1970, by the clock of the page. */
  readonly at: number;
  readonly oldRank: number | null;
  readonly newRank: number | null;
}

export interface TableLines {
  readonly columns: readonly Column[];
  /** Which columns have a text in some line, or belong to a card that is still to be filled: indices into `columns`. */
  readonly shown: readonly number[];
  readonly lines: readonly TableLine[];
  readonly words: Words;
}

/** A column that the page adds to those that a document declares. */
export interface AddedColumn {
  readonly column: Column;
  /** Before the first column of this source; else last. */
  readonly before: string;
  readonly textOf: (row: Row) => string;
}

/** How long something is shown as new. */
export const NEWS_MS = 8_000;

/** Columns that say where others put somebody. */
const OF_ORDER = new Set(['rank', 'rankEqual', 'diff', 'qualificationMark', 'medal']);

/** `header`: with labels as they are shown. `previous`: of an older version of the same document; lines that say the same are the same objects. */
export function tableLines(
  { header, rows: stored }: Pick<Document, 'header' | 'rows'>,
  words: Words,
  previous: TableLines | null,
  now: number,
  added: readonly AddedColumn[] = [],
): TableLines {
  const columns = sameColumns(previous, withAdded(header.columns, added));
  const writer = new Writer(header, columns, words, added);
  const older = new Map(previous?.lines.map((line) => [line.key, line]));
  // Words that have come since change texts, and are no news.
  const tellsNews = previous !== null && previous.words === words;
  const silent = new Set([...OF_ORDER, ...added.map(({ column }) => column.source)]);
  const own = (texts: readonly string[]): OwnTexts =>
    columns.flatMap(({ source }, index) => (silent.has(source) ? [] : [[source, texts[index]!] as const]));
  const all = [...stored];
  const lines = withDerived(header, stored).map((row, index) => {
    const before = older.get(row.key);
    const derived = derivedText(row);
    const isSame =
      before !== undefined &&
      before.row === all[index] &&
      before.derived === derived &&
      previous!.columns === columns &&
      tellsNews &&
      added.length === 0;
    if (isSame) return before.news === null || isNew(before.news, now) ? before : { ...before, news: null };
    const texts = writer.texts(row, index);
    const rank = (row.place as Derived | undefined)?.rank ?? null;
    const isUnplaced = isListType(header.type) && row.mark?.irm != null && row.place?.ranked !== true;
    const news = tellsNews ? newsOf(before, previous!, own(texts), rank, now) : null;
    const line = { key: row.key, texts, rank, isUnplaced, news, row: all[index]!, derived };
    return before !== undefined && saysTheSame(before, line) ? before : line;
  });
  return { columns, shown: shownColumns(columns, lines), lines, words };
}

export const isNew = ({ at }: News, now: number): boolean => now - at < NEWS_MS;

const saysTheSame = (one: TableLine, other: TableLine): boolean =>
  one.rank === other.rank &&
  one.isUnplaced === other.isUnplaced &&
  one.news === other.news &&
  one.texts.length === other.texts.length &&
  one.texts.every((text, index) => text === other.texts[index]);

/** What follows from the order is not in the row. */
function derivedText({ place }: Row): string {
  const { rank, rankEqual, diff } = (place ?? {}) as Partial<Derived>;
  return `${rank}|${rankEqual}|${diff}`;
}

/** By source what the document says of the row itself: neither where others put it, nor what the page adds. */
type OwnTexts = readonly (readonly [source: string, text: string])[];

function newsOf(
  before: TableLine | undefined,
  previous: TableLines,
  own: OwnTexts,
  newRank: number | null,
  now: number,
): News | null {
  const oldTexts = new Map(previous.columns.map(({ source }, index) => [source, before?.texts[index] ?? '']));
  const isOther = own.some(([source, text]) => text !== (oldTexts.get(source) ?? ''));
  if (isOther) return { at: now, oldRank: before?.rank ?? null, newRank };
  return before?.news != null && isNew(before.news, now) ? before.news : null;
}

/** Equal columns are the same object, so that lines can be compared by it. */
function sameColumns(previous: TableLines | null, columns: readonly Column[]): readonly Column[] {
  return previous !== null && JSON.stringify(previous.columns) === JSON.stringify(columns)
    ? previous.columns
    : columns;
}

function withAdded(columns: readonly Column[], added: readonly AddedColumn[]): readonly Column[] {
  const all = [...columns];
  for (const { column, before } of added) {
    const at = all.findIndex(({ source }) => source === before);
    all.splice(at < 0 ? all.length : at, 0, column);
  }
  return all;
}

function shownColumns(columns: readonly Column[], lines: readonly TableLine[]): readonly number[] {
  const indices = columns.map((_column, index) => index);
  if (lines.length === 0) return indices;
  return indices.filter(
    (index) => isOfCard(columns[index]!) || lines.some(({ texts }) => texts[index] !== ''),
  );
}

/** Writes the cells of one document. */
class Writer {
  readonly #header: Document['header'];
  readonly #columns: readonly Column[];
  readonly #words: Words;
  readonly #added: ReadonlyMap<string, AddedColumn>;

  constructor(
    header: Document['header'],
    columns: readonly Column[],
    words: Words,
    added: readonly AddedColumn[],
  ) {
    this.#header = header;
    this.#columns = columns;
    this.#words = words;
    this.#added = new Map(added.map((each) => [each.column.source, each]));
  }

  texts(row: Row, index: number): readonly string[] {
    return this.#columns.map((column) => this.#text(row, index, column));
  }

  #text(row: Row, index: number, column: Column): string {
    const { type, competition } = this.#header;
    const added = this.#added.get(column.source);
    if (added !== undefined) return added.textOf(row);
    if (kindAt(type, column.source) !== 'instant') return cellText(type, row, index, column, this.#words);
    const instant = flatRow(type, row, index)[column.source];
    return typeof instant === 'string'
      ? venueTime(instant, this.#words.language, competition?.utcOffset)
      : '';
  }
}
