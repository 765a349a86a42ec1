/** The rows of a whole document, chunk by chunk: those whose rows say the same as in an earlier version are copied. */
import type { Document } from '../model/document.ts';
import { type Derived, Order } from '../model/order.ts';
import type { Row } from '../model/row.ts';
import { chunksOf } from '../model/row-list.ts';
import { rowsOf } from '../model/shape/table.ts';
import type { ByteSink } from './byte-sink.ts';

type PutRow = (row: Row, index: number, derived: Derived | null) => void;

interface Written {
  /** What the bytes depend on beside the rows: the index of the first, and what follows from the order so far. */
  readonly state: string;
  readonly bytes: Uint8Array;
  readonly after: Order;
}

const written = new Map<string, WeakMap<readonly Row[], Written>>();

/** `form`: which encoder it is, for its bytes are kept apart. `put` writes one row into the sink. */
export function putRows(sink: ByteSink, { header, rows }: Document, form: string, put: PutRow): void {
  const chunks = chunksOf(rows);
  const hasPlace = rowsOf(header.type).parts.includes('place');
  let order = new Order(header);
  let start = 0;
  for (const [position, chunk] of chunks.entries()) {
    const below = chunks[position + 1]?.[0];
    const putChunk = (): void => {
      for (let at = 0; at < chunk.length; at += 1) {
        const row = chunk[at]!;
        put(row, start + at, hasPlace ? order.next(row, chunk[at + 1] ?? below) : null);
      }
    };
    // A list of one chunk has another one in each version.
    if (chunks.length === 1) putChunk();
    else {
      const state = `${start}|${hasPlace ? `${order.state}|${below?.place?.tied}` : ''}`;
      const known = chunksWritten(form).get(chunk);
      if (known?.state === state) {
        sink.put(known.bytes);
        order = known.after.copy();
      } else {
        const begin = sink.end;
        putChunk();
        chunksWritten(form).set(chunk, { state, bytes: sink.since(begin), after: order.copy() });
      }
    }
    start += chunk.length;
  }
}

function chunksWritten(form: string): WeakMap<readonly Row[], Written> {
  let chunks = written.get(form);
  if (chunks === undefined) {
    chunks = new WeakMap();
    written.set(form, chunks);
  }
  return chunks;
}
