import { Order } from './order.ts';
import { isListType, type ListRow, type Row, type RowOf } from './row.ts';
import type { Rows } from './row-list.ts';
import type { Rsc } from './rsc.ts';
import type { Shaped } from './shape/field.ts';
import type { DOCUMENT } from './shape/frame.ts';
import type { HEADER } from './shape/header.ts';
import { DOCUMENT_TYPES, type DocumentType, rowsOf } from './shape/table.ts';

export { DOCUMENT_TYPES, type DocumentType };

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

/** Everything a version says apart from its rows and its own numbering: covered by the hash. */
export type Header = Shaped<typeof HEADER>;
export type Names = Header['names'];
export type Reliability = Header['reliability'];
export type Info = Header['info'];
export type Outlook = NonNullable<Header['outlook']>;

export type Correction = NonNullable<Shaped<typeof DOCUMENT>['correction']>;

/** One published version: immutable. */
export interface Document extends Omit<Shaped<typeof DOCUMENT>, 'rows'> {
  /** In order: `sortOrder` is the index + 1. */
  readonly rows: Rows<Row>;
}

/** A document of one type, with the rows that it has. */
export type DocumentOf<Type extends DocumentType> = Omit<Document, 'header' | 'rows'> & {
  readonly header: Header & { readonly type: Type };
  readonly rows: Rows<RowOf<Type>>;
};

export const isOfType = <Type extends DocumentType>(
  document: Document,
  type: Type,
): document is DocumentOf<Type> => document.header.type === type;

/** A result of which nothing is known yet but who starts. */
export const isListOfStarters = ({ header: { type, status } }: Document): boolean =>
  type === 'RESULT' && status === 'START_LIST';

/** The competitors of a document that lists them, with rank and gap; nobody in any other. */
export function listRows({ header, rows }: Pick<Document, 'header' | 'rows'>): readonly ListRow[] {
  if (!isListType(header.type)) return [];
  return withDerived(header, rows) as readonly ListRow[];
}

/** Each row with what follows from its place in the list, where rows have a place. */
export function withDerived(header: Header, rows: Rows<Row>): readonly Row[] {
  const all = [...rows];
  if (!rowsOf(header.type).parts.includes('place')) return all;
  const order = new Order(header);
  return all.map((row, index) => ({ ...row, place: { ...row.place!, ...order.next(row, all[index + 1]) } }));
}
