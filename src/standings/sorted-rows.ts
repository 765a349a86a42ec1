import type { Row } from '../model/row.ts';
import { RowDraft } from '../model/row-draft.ts';
import { RowList } from '../model/row-list.ts';
import { keptRow } from '../versions/same-content.ts';

/** Rows of a listing in one order, from version to version: a row that is another one costs a search, however many there are. */
export class SortedRows<R extends Row> {
  readonly #compare: (one: R, other: R) => number;
  readonly #byKey = new Map<string, R>();
  #rows = RowList.of<R>([]);

  /** `compare`: total, so that equal rows are one. */
  constructor(compare: (one: R, other: R) => number) {
    this.#compare = compare;
  }

  /** The same list as long as no row says anything else. */
  get rows(): RowList<R> {
    return this.#rows;
  }

  get(key: string): R | undefined {
    return this.#byKey.get(key);
  }

  /** Puts a row in, or takes it out (null). Gives back the one before where that is a change, else undefined. */
  set(key: string, row: R | null): { readonly before: R | undefined } | undefined {
    const before = this.#byKey.get(key);
    const now = before === undefined || row === null ? row : keptRow(before, row);
    if ((now ?? undefined) === before) return undefined;
    const draft = new RowDraft(this.#rows);
    if (before !== undefined) draft.splice(this.#placeOf(draft, before), 1, []);
    if (now !== null) draft.splice(this.#placeOf(draft, now), 0, [now]);
    if (now === null) this.#byKey.delete(key);
    else this.#byKey.set(key, now);
    this.#rows = draft.done();
    return { before };
  }

  #placeOf(draft: RowDraft<R>, row: R): number {
    return draft.lowerBound((other) => this.#compare(other, row));
  }
}
