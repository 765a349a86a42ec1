import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Document } from '../../model/document.ts';
import type { Row } from '../../model/row.ts';
import { RowList } from '../../model/row-list.ts';

type Columns = Document['header']['columns'];

/** So many rules and languages no competition has. */
const COLUMNS_SHARED = 1_000;
const known = new Map<string, Columns>();

/** The columns of most documents are those of a few rules: equal ones are the same, a third of what a document takes at rest. */
function shared(columns: Columns): Columns {
  const text = JSON.stringify(columns);
  const same = known.get(text);
  if (same !== undefined) return same;
  if (known.size === COLUMNS_SHARED) known.clear();
  known.set(text, columns);
  return columns;
}

/** A document whose rows are bytes, about a fiftieth of what they are as objects. Who reads them has them unpacked once. */
export class PackedDocument {
  readonly rowCount: number;
  readonly #bytes: Uint8Array;
  readonly #about: Omit<Document, 'rows'>;
  #current: Document;

  constructor({ rows, ...about }: Document) {
    // A copy: what zlib gives is a view of a far larger buffer.
    this.#bytes = new Uint8Array(deflateRawSync(JSON.stringify([...rows])));
    this.rowCount = rows.length;
    const { header } = about;
    this.#about = { ...about, header: { ...header, columns: shared(header.columns) } };
    this.#current = this.#unread();
  }

  get current(): Document {
    return this.#current;
  }

  /** Lets go of rows that were read, and of whatever was made of them and is kept as long as the document is. */
  letGo(): void {
    this.#current = this.#unread();
  }

  #unread(): Document {
    const bytes = this.#bytes;
    let rows: RowList<Row> | null = null;
    return {
      ...this.#about,
      // Anew: what was made of the old one for a frame goes with it.
      header: { ...this.#about.header },
      get rows() {
        rows ??= RowList.of<Row>(JSON.parse(inflateRawSync(bytes).toString()));
        return rows;
      },
    };
  }
}
