/** A table on a page: a signal a row, so that only rows that say something else are painted again. */
import { batch, type Signal, signal } from '@preact/signals';
import type { Column } from '../../model/row.ts';
import { NEWS_MS, type TableLine, type TableLines } from '../view/table-lines.ts';

export interface ShownColumns {
  readonly columns: readonly Column[];
  /** Indices into the texts of a line. */
  readonly shown: readonly number[];
}

export class TableStore {
  readonly columns = signal<ShownColumns>({ columns: [], shown: [] });
  readonly keys = signal<readonly string[]>([]);
  readonly #rows = new Map<string, Signal<TableLine>>();
  #renewal: ReturnType<typeof setTimeout> | undefined;

  row(key: string): Signal<TableLine> {
    return this.#rows.get(key)!;
  }

  /** `renew`: called when what is new is no more. */
  show({ columns, shown, lines }: TableLines, renew: () => void): void {
    batch(() => {
      for (const line of lines) this.#showLine(line);
      const before = this.columns.peek();
      if (before.columns !== columns || !isSame(before.shown, shown)) this.columns.value = { columns, shown };
      const keys = lines.map(({ key }) => key);
      if (!isSame(this.keys.peek(), keys)) this.keys.value = keys;
    });
    const listed = new Set(this.keys.peek());
    for (const key of this.#rows.keys()) if (!listed.has(key)) this.#rows.delete(key);
    clearTimeout(this.#renewal);
    if (lines.some(({ news }) => news !== null)) this.#renewal = setTimeout(renew, NEWS_MS);
  }

  #showLine(line: TableLine): void {
    const known = this.#rows.get(line.key);
    if (known === undefined) this.#rows.set(line.key, signal(line));
    else known.value = line;
  }
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);
