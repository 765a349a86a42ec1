/** What a graphic is about, and how far that may be relied on. */
import type { Head } from '../content/head.ts';
import { element, setText } from './dom.ts';
import { FittedText } from './fitted-text.ts';
import { StandingMark } from './standing-mark.ts';

export class HeadLine {
  readonly element: HTMLElement;
  readonly #title = new FittedText('title');
  readonly #kind = element('span', 'kind quiet');
  readonly #standing = new StandingMark();

  constructor() {
    this.element = element('div', 'head', this.#title.element, this.#kind, this.#standing.element);
  }

  paint({ title, kind, standing }: Head): void {
    this.#title.set([title]);
    setText(this.#kind, kind);
    this.#standing.paint(standing);
  }
}
