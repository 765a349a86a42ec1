/** Rows that stay the same elements while they are about the same, and move to where they belong. */
import type { Timeline } from '../timeline.ts';
import { element } from './dom.ts';

export interface KeyedRow {
  readonly key: string;
}

export interface RowPainter<Row extends KeyedRow> {
  readonly element: HTMLElement;
  paint(row: Row): void;
}

interface Placed<Row extends KeyedRow> {
  readonly painter: RowPainter<Row>;
  /** Its line, from 0 on. */
  at: number;
}

const MOVE_MS = 350;

export class KeyedRows<Row extends KeyedRow> {
  readonly element = element('div', 'rows');
  readonly #make: () => RowPainter<Row>;
  #height: number;
  readonly #timeline: Timeline;
  readonly #placed = new Map<string, Placed<Row>>();

  /** `height`: of a row with the space below it, in pixels of the stage. */
  constructor(height: number, timeline: Timeline, make: () => RowPainter<Row>) {
    this.#height = height;
    this.#timeline = timeline;
    this.#make = make;
  }

  /** From the next painting on. */
  set height(pixels: number) {
    this.#height = pixels;
  }

  /** `atOnce`: nothing moves into its place. */
  paint(rows: readonly Row[], atOnce: boolean): void {
    const keys = new Set(rows.map(({ key }) => key));
    for (const [key, { painter }] of this.#placed) {
      if (keys.has(key)) continue;
      painter.element.remove();
      this.#placed.delete(key);
    }
    for (const [at, row] of rows.entries()) this.#place(row, at, atOnce);
    this.element.style.height = `${rows.length * this.#height}px`;
  }

  #place(row: Row, at: number, atOnce: boolean): void {
    let placed = this.#placed.get(row.key);
    if (placed === undefined) {
      placed = { painter: this.#make(), at };
      this.#placed.set(row.key, placed);
      this.element.append(placed.painter.element);
    }
    placed.painter.paint(row);
    const { element: line } = placed.painter;
    line.style.transform = this.#moved(at);
    if (placed.at !== at && !atOnce) {
      const way = [{ transform: this.#moved(placed.at) }, { transform: this.#moved(at) }];
      void this.#timeline.run(line.animate(way, { duration: MOVE_MS, easing: 'ease-in-out' }), 1);
    }
    placed.at = at;
  }

  #moved(at: number): string {
    return `translateY(${at * this.#height}px)`;
  }
}
