/** Who starts where, a page at a time. */
import {
  type StartLine,
  type StartListContent,
  startListContent,
  startListPages,
} from '../content/start-list.ts';
import type { GraphicKind, PaintedHow, Painter } from '../kind.ts';
import { listed } from '../listed.ts';
import { Cells } from '../parts/cells.ts';
import { WhoCells } from '../parts/competitor-cells.ts';
import { element, setText } from '../parts/dom.ts';
import type { RowPainter } from '../parts/keyed-rows.ts';
import { ListBox } from '../parts/list-box.ts';
import type { Timeline } from '../timeline.ts';

export const startList: GraphicKind<StartListContent> = {
  ...listed('start-list'),
  types: ['RESULT'],
  beside: ['SCHEDULE'],
  pages: startListPages,
  content: startListContent,
  painter: (stage, timeline) => new StartListPainter(stage, timeline),
};

class StartListPainter implements Painter<StartListContent> {
  readonly #labels = new Cells('bests');
  readonly #labelRow: HTMLElement;
  readonly #list: ListBox<StartLine>;

  constructor(stage: HTMLElement, timeline: Timeline) {
    this.#labelRow = element('div', 'labels quiet', this.#labels.element);
    this.#list = new ListBox(stage, timeline, () => new LinePainter(), this.#labelRow);
  }

  paint({ head, start, bestKinds, rows, page }: StartListContent, how: PaintedHow): void {
    this.#labels.paint(bestKinds);
    this.#labelRow.hidden = bestKinds.length === 0;
    this.#list.paint({ head, rows, notes: [head.competition, start], page }, how);
  }
}

class LinePainter implements RowPainter<StartLine> {
  readonly element: HTMLElement;
  readonly #position = element('span', 'rank digits');
  readonly #who = new WhoCells();
  readonly #irm = element('span', 'irm');
  readonly #bib = element('span', 'bib digits quiet');
  readonly #bests = new Cells('bests digits');

  constructor() {
    this.element = element(
      'div',
      'row',
      this.#position,
      ...this.#who.elements,
      this.#irm,
      this.#bib,
      this.#bests.element,
    );
  }

  paint(line: StartLine): void {
    setText(this.#position, line.position);
    this.#who.paint(line);
    setText(this.#irm, line.irm);
    setText(this.#bib, line.bib);
    this.#bests.paint(line.bests);
    this.element.classList.toggle('out', line.irm !== '');
  }
}
