/** A document as the packets that a layout makes of it. */
import { flatRows } from '../encode/flat/rows.ts';
import type { Document } from '../model/document.ts';
import type { Layout, LayoutField, Stretch } from './layout.ts';
import { columnIn, FEED, feedOf, type Shown, shownIn } from './shown.ts';
import { singleBytes } from './single-bytes.ts';

const BLANK = 0x20;

/** Always as many packets of the same length, so that nothing of an earlier list stays on a board. Throws `BadLayout` for a column that is none. */
export function packetsOf(layout: Layout, { document, isLive }: Shown): Uint8Array[] {
  const shown = shownIn(document, layout.test);
  const feed = feedOf(isLive);
  const head = stretchBytes(layout, layout.head, textsOf(shown, layout.head.fields, 1, feed)[0]);
  const lines = textsOf(shown, layout.row.fields, layout.rows, feed);
  const rows = Array.from({ length: layout.rows }, (_none, index) =>
    stretchBytes(layout, layout.row, lines[index]),
  );
  const inside = layout.packet === 'board' ? [Buffer.concat([head, ...rows])] : withHead(head, rows);
  return inside.map((bytes) => Buffer.concat([layout.start, bytes, layout.end]));
}

const withHead = (head: Uint8Array, rows: readonly Uint8Array[]): Uint8Array[] =>
  head.length === 0 ? [...rows] : [head, ...rows];

/** By row, by field. A head shows what the first row says, which is the same in all for what the document is. */
function textsOf(
  document: Document | null,
  fields: readonly LayoutField[],
  count: number,
  feed: string,
): readonly (readonly string[])[] {
  const columns = fields.map(({ column }) =>
    document === null || column === FEED ? null : columnIn(document, column),
  );
  const asked = columns.filter((column) => column !== null);
  const rows = document === null ? [] : flatRows(document, asked, { from: 1, count });
  const empty = asked.map(() => '');
  return Array.from({ length: count }, (_none, index) => {
    const texts = [...(rows[index] ?? empty)];
    return fields.map(({ column }) => (column === FEED ? feed : (texts.shift() ?? '')));
  });
}

function stretchBytes(
  { encoding }: Layout,
  { length, fields }: Stretch,
  texts: readonly string[] = [],
): Uint8Array {
  const bytes = Buffer.alloc(length, BLANK);
  for (const [index, field] of fields.entries())
    bytes.write(placed(singleBytes(texts[index] ?? '', encoding), field), field.at, 'latin1');
  return bytes;
}

/** Cut at the end where it is too long, filled with blanks where it is too short. */
function placed(text: string, { length, align }: LayoutField): string {
  const cut = text.slice(0, length);
  if (align === 'right') return cut.padStart(length);
  if (align === 'center')
    return cut.padStart(cut.length + Math.floor((length - cut.length) / 2)).padEnd(length);
  return cut.padEnd(length);
}
