/** A document as a table on the page, kept current; what is new in it is so for a while. */
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Document, Header } from '../../model/document.ts';
import { rowsOf } from '../../model/shape/table.ts';
import { type ChangedRows, changedRows } from '../view/changed-rows.ts';
import { labelled } from '../view/column-labels.ts';
import { isDrawn } from '../view/is-drawn.ts';
import { phaseColumns } from '../view/phase-columns.ts';
import type { Speech } from '../view/speech.ts';
import { type AddedColumn, NEWS_MS, type TableLines, tableLines } from '../view/table-lines.ts';
import { TableStore } from './table-store.ts';

interface Beside {
  readonly speech: Speech;
  /** Of the result of a unit; null while nothing is known of it. */
  readonly unitHeader: (unit: string) => Header | null;
  /** Columns of the page itself. */
  readonly added?: () => readonly AddedColumn[];
}

export interface ShownTable {
  readonly table: TableStore;
  /** Of a document that is drawn. */
  readonly changed: Signal<ChangedRows>;
  end(): void;
}

export function shownTable(shown: ReadonlySignal<Document | null>, beside: Beside): ShownTable {
  const table = new TableStore();
  const changed: Signal<ChangedRows> = signal(new Map());
  const renewed = signal(0);
  const renew = (): void => {
    renewed.value += 1;
  };
  const ends = [keepLines(shown, table, beside, renewed, renew), keepChanged(shown, changed, renewed, renew)];
  return {
    table,
    changed,
    end: () => {
      for (const end of ends) end();
    },
  };
}

function keepLines(
  shown: ReadonlySignal<Document | null>,
  table: TableStore,
  { speech, unitHeader, added = () => [] }: Beside,
  renewed: ReadonlySignal<number>,
  renew: () => void,
): () => void {
  let lines: TableLines | null = null;
  return effect(() => {
    renewed.value;
    if (shown.value === null || isDrawn(shown.value)) return;
    const { header, rows } = shown.value;
    const words = speech.words(header.unit);
    const declared = header.columns.length > 0 ? header.columns : rowsOf(header.type).columns;
    const columns = labelled(declared, rows, words, speech.said);
    const more = [...phaseColumns(shown.value, unitHeader, speech), ...added()];
    lines = tableLines({ header: { ...header, columns }, rows }, words, lines, Date.now(), more);
    table.show(lines, renew);
  });
}

function keepChanged(
  shown: ReadonlySignal<Document | null>,
  changed: Signal<ChangedRows>,
  renewed: ReadonlySignal<number>,
  renew: () => void,
): () => void {
  let before: Document | null = null;
  return effect(() => {
    renewed.value;
    const after = shown.value;
    if (after === null || !isDrawn(after)) return;
    const size = changed.peek().size;
    const next = changedRows(before, after, changed.peek(), Date.now());
    before = after;
    if (next.size === 0 && size === 0) return;
    changed.value = next;
    if (next.size > 0) setTimeout(renew, NEWS_MS);
  });
}
