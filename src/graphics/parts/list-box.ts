/** A list in the middle of the picture: what it is, its rows, and what else is said of it below them. */
import type { Head } from '../content/head.ts';
import type { PaintedHow } from '../kind.ts';
import type { Timeline } from '../timeline.ts';
import { element, setText } from './dom.ts';
import { HeadLine } from './head-line.ts';
import { type KeyedRow, KeyedRows, type RowPainter } from './keyed-rows.ts';

/** In pixels of the stage. More rows than have room at that height are lower. */
const ROW_HEIGHT = 64;
const ROOM = 792;

export interface ListContent<Row extends KeyedRow> {
  readonly head: Head;
  readonly rows: readonly Row[];
  /** Below the rows, from the left; empty ones are left out. */
  readonly notes: readonly string[];
  /** `2/3`. */
  readonly page: string;
}

export class ListBox<Row extends KeyedRow> {
  readonly #box: HTMLElement;
  readonly #head = new HeadLine();
  readonly #rows: KeyedRows<Row>;
  readonly #foot: HTMLElement;
  readonly #notes = element('span', 'notes');
  readonly #page = element('span', 'page digits');

  /** `labels`: above the columns of a row. */
  constructor(stage: HTMLElement, timeline: Timeline, make: () => RowPainter<Row>, labels?: HTMLElement) {
    this.#rows = new KeyedRows(ROW_HEIGHT, timeline, make);
    this.#foot = element('div', 'foot quiet', this.#notes, this.#page);
    const above = labels === undefined ? [this.#head.element] : [this.#head.element, labels];
    this.#box = element('div', 'box list', ...above, this.#rows.element, this.#foot);
    stage.append(this.#box);
  }

  paint({ head, rows, notes, page }: ListContent<Row>, { atOnce }: PaintedHow): void {
    this.#head.paint(head);
    const height = Math.min(ROW_HEIGHT, Math.floor(ROOM / Math.max(1, rows.length)));
    this.#box.style.setProperty('--row', `${height}px`);
    this.#rows.height = height;
    this.#rows.paint(rows, atOnce);
    const shown = notes.filter((note) => note !== '');
    setText(this.#notes, shown.join('  ·  '));
    setText(this.#page, page);
    this.#foot.hidden = shown.length === 0 && page === '';
  }
}
