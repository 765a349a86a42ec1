/** What organisations have won, a page at a time. */
import {
  type MedalLine,
  type MedalTableContent,
  medalTableContent,
  medalTablePages,
} from '../content/medal-table.ts';
import type { GraphicKind, PaintedHow, Painter } from '../kind.ts';
import { listed } from '../listed.ts';
import { Cells } from '../parts/cells.ts';
import { element, setText } from '../parts/dom.ts';
import { FittedText } from '../parts/fitted-text.ts';
import { Flag } from '../parts/flag.ts';
import type { RowPainter } from '../parts/keyed-rows.ts';
import { ListBox } from '../parts/list-box.ts';
import type { Timeline } from '../timeline.ts';

export const medalTable: GraphicKind<MedalTableContent> = {
  ...listed('medal-table'),
  types: ['MEDALS'],
  beside: [],
  pages: medalTablePages,
  content: medalTableContent,
  painter: (stage, timeline) => new MedalTablePainter(stage, timeline),
};

class MedalTablePainter implements Painter<MedalTableContent> {
  readonly #labels = new Cells('counts');
  readonly #list: ListBox<MedalLine>;

  constructor(stage: HTMLElement, timeline: Timeline) {
    const labels = element('div', 'labels', this.#labels.element);
    this.#list = new ListBox(stage, timeline, () => new LinePainter(), labels);
  }

  paint({ head, decided, labels, rows, page }: MedalTableContent, how: PaintedHow): void {
    this.#labels.paint(labels);
    this.#list.paint({ head, rows, notes: [head.competition, decided], page }, how);
  }
}

class LinePainter implements RowPainter<MedalLine> {
  readonly element: HTMLElement;
  readonly #rank = element('span', 'rank digits');
  readonly #flag = new Flag();
  readonly #name = new FittedText('name');
  readonly #counts = new Cells('counts digits');

  constructor() {
    const who = [this.#flag.element, this.#name.element];
    this.element = element('div', 'row', this.#rank, ...who, this.#counts.element);
  }

  paint({ key, rank, names, counts }: MedalLine): void {
    setText(this.#rank, rank);
    this.#flag.paint({ organisations: [key], flag: key });
    this.#name.set(names);
    this.#counts.paint(counts);
  }
}
