/** The cells that rows about a competitor have in common: who it is, and what is noted of the result. */
import type { ResultLine } from '../content/result-line.ts';
import type { Who } from '../content/who.ts';
import { Cells } from './cells.ts';
import { element, setMark, setText } from './dom.ts';
import { FittedText } from './fitted-text.ts';
import { Flag } from './flag.ts';

export class WhoCells {
  readonly #flag = new Flag();
  readonly #name = new FittedText('name');

  get elements(): readonly HTMLElement[] {
    return [this.#flag.element, this.#name.element];
  }

  paint(who: Who): void {
    this.#flag.paint(who);
    this.#name.set(who.names);
  }
}

/** More have no room beside a name. */
const BADGES = 2;

export class ResultCells {
  readonly #rank = element('span', 'rank digits');
  readonly #badges = new Cells('badges');
  readonly #gap = element('span', 'gap digits quiet');
  readonly #mark = element('span', 'mark digits');

  get rank(): HTMLElement {
    return this.#rank;
  }

  /** What stands behind the name. */
  get elements(): readonly HTMLElement[] {
    return [this.#badges.element, this.#gap, this.#mark];
  }

  paint({ rank, mark, isOut, gap, qualification, records, medal }: ResultLine): void {
    setText(this.#rank, rank);
    setMark(this.#rank, 'medal', medal);
    const badges = qualification === '' ? records : [qualification, ...records];
    this.#badges.paint(badges.slice(0, BADGES));
    setText(this.#gap, gap);
    setText(this.#mark, mark);
    setMark(this.#mark, 'out', isOut ? '' : null);
  }
}
