/** A list of results, a page at a time. */
import {
  type StandingsContent,
  type StandingsLine,
  standingsContent,
  standingsPages,
} from '../content/standings.ts';
import type { GraphicKind, PaintedHow, Painter } from '../kind.ts';
import { listed } from '../listed.ts';
import { Cells } from '../parts/cells.ts';
import { ResultCells, WhoCells } from '../parts/competitor-cells.ts';
import { element } from '../parts/dom.ts';
import type { RowPainter } from '../parts/keyed-rows.ts';
import { ListBox } from '../parts/list-box.ts';
import type { Timeline } from '../timeline.ts';

export const standings: GraphicKind<StandingsContent> = {
  ...listed('standings'),
  types: ['RESULT', 'PHASE_RESULT', 'CUMULATIVE_RESULT', 'POOL_STANDING', 'RANKING', 'MEDALLISTS'],
  beside: ['SCHEDULE'],
  pages: standingsPages,
  content: standingsContent,
  painter: (stage, timeline) => new StandingsPainter(stage, timeline),
};

class StandingsPainter implements Painter<StandingsContent> {
  readonly #labels = new Cells('figures');
  readonly #labelRow: HTMLElement;
  readonly #list: ListBox<StandingsLine>;

  constructor(stage: HTMLElement, timeline: Timeline) {
    this.#labelRow = element('div', 'labels pool quiet', this.#labels.element, element('span', 'mark'));
    this.#list = new ListBox(stage, timeline, () => new LinePainter(), this.#labelRow);
  }

  paint({ head, wind, figures, rows, page }: StandingsContent, how: PaintedHow): void {
    this.#labels.paint(figures);
    this.#labelRow.hidden = figures.length === 0;
    this.#list.paint({ head, rows, notes: [head.competition, wind], page }, how);
  }
}

class LinePainter implements RowPainter<StandingsLine> {
  readonly element: HTMLElement;
  readonly #who = new WhoCells();
  readonly #result = new ResultCells();
  readonly #figures = new Cells('figures digits');

  constructor() {
    const [badges, ...marks] = this.#result.elements;
    this.element = element(
      'div',
      'row',
      this.#result.rank,
      ...this.#who.elements,
      badges!,
      this.#figures.element,
      ...marks,
    );
  }

  paint(line: StandingsLine): void {
    this.#who.paint(line);
    this.#result.paint(line);
    this.#figures.paint(line.figures);
    this.element.classList.toggle('pool', line.figures.length > 0);
  }
}
