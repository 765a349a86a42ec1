/** The result of a race in lanes, lane by lane: rows stay where the lanes are. */
import { type LaneLine, type LaneResultContent, laneResultContent } from '../content/lane-result.ts';
import { type GraphicKind, ONE_PAGE, type PaintedHow, type Painter } from '../kind.ts';
import { listed } from '../listed.ts';
import { ResultCells, WhoCells } from '../parts/competitor-cells.ts';
import { element, setText } from '../parts/dom.ts';
import type { RowPainter } from '../parts/keyed-rows.ts';
import { ListBox } from '../parts/list-box.ts';
import type { Timeline } from '../timeline.ts';

export const laneResult: GraphicKind<LaneResultContent> = {
  ...listed('lane-result'),
  types: ['RESULT'],
  beside: ['SCHEDULE'],
  ...ONE_PAGE,
  content: laneResultContent,
  painter: (stage, timeline) => new LaneResultPainter(stage, timeline),
};

class LaneResultPainter implements Painter<LaneResultContent> {
  readonly #lane = element('span', 'lane');
  readonly #rank = element('span', 'rank');
  readonly #list: ListBox<LaneLine>;

  constructor(stage: HTMLElement, timeline: Timeline) {
    const labels = element('div', 'labels quiet', this.#lane, this.#rank);
    this.#list = new ListBox(stage, timeline, () => new LinePainter(), labels);
  }

  paint({ head, wind, laneLabel, rankLabel, rows }: LaneResultContent, how: PaintedHow): void {
    setText(this.#lane, laneLabel);
    setText(this.#rank, rankLabel);
    this.#list.paint({ head, rows, notes: [head.competition, wind], page: '' }, how);
  }
}

class LinePainter implements RowPainter<LaneLine> {
  readonly element: HTMLElement;
  readonly #lane = element('span', 'lane digits');
  readonly #who = new WhoCells();
  readonly #result = new ResultCells();

  constructor() {
    const { rank, elements } = this.#result;
    this.element = element('div', 'row', this.#lane, rank, ...this.#who.elements, ...elements);
  }

  paint(line: LaneLine): void {
    setText(this.#lane, line.lane);
    this.#who.paint(line);
    this.#result.paint(line);
  }
}
