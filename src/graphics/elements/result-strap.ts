/** What one competitor has done, low in the picture. */
import { type ResultStrapContent, resultStrapContent } from '../content/result-strap.ts';
import { type GraphicKind, ONE_PAGE, type Painter } from '../kind.ts';
import { listed } from '../listed.ts';
import { Cells } from '../parts/cells.ts';
import { element, setMark, setText } from '../parts/dom.ts';
import { FittedText } from '../parts/fitted-text.ts';
import { Flag } from '../parts/flag.ts';
import { HeadLine } from '../parts/head-line.ts';

export const resultStrap: GraphicKind<ResultStrapContent> = {
  ...listed('result-strap'),
  types: ['RESULT', 'PHASE_RESULT', 'CUMULATIVE_RESULT', 'RANKING', 'MEDALLISTS'],
  beside: ['CURRENT', 'SCHEDULE'],
  ...ONE_PAGE,
  content: resultStrapContent,
  painter: (stage) => new ResultStrapPainter(stage),
};

class ResultStrapPainter implements Painter<ResultStrapContent> {
  readonly #head = new HeadLine();
  readonly #rank = element('span', 'rank digits');
  readonly #flag = new Flag();
  readonly #name = new FittedText('name');
  readonly #notes = new FittedText('notes quiet');
  readonly #band = new Cells('band');
  readonly #mark = element('span', 'mark digits');
  readonly #gap = element('span', 'gap digits quiet');

  constructor(stage: HTMLElement) {
    const who = element('div', 'who', this.#name.element, this.#notes.element);
    const result = element('div', 'result', this.#mark, this.#gap);
    const line = element('div', 'line', this.#rank, this.#flag.element, who, result);
    stage.append(element('div', 'box strap', this.#band.element, line, this.#head.element));
  }

  paint(content: ResultStrapContent): void {
    const { head, line, medalName, qualificationName, recordNames, notes } = content;
    this.#head.paint(head);
    setText(this.#rank, line.rank);
    this.#rank.hidden = line.rank === '';
    setMark(this.#rank, 'medal', line.medal);
    this.#flag.paint(line);
    this.#name.set(line.names);
    const feats = [medalName, ...recordNames, qualificationName].filter((feat) => feat !== '');
    this.#band.paint(feats);
    this.#band.element.hidden = feats.length === 0;
    setMark(this.#band.element, 'medal', line.medal);
    this.#notes.set(notes.length > 0 ? notes.map((_, left) => fewer(notes, left)) : line.organisations);
    setText(this.#mark, line.mark);
    setMark(this.#mark, 'out', line.isOut ? '' : null);
    setText(this.#gap, line.gap);
  }
}

/** Where there is no room the last ones are left out. */
const fewer = (notes: readonly string[], left: number): string =>
  notes.slice(0, notes.length - left).join('  ·  ');
