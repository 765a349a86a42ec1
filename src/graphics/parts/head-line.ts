/** What a graphic is about, and how far that may be relied on. */
import type { Head } from '../content/head.ts';
import { element, setMark, setText } from './dom.ts';
import { FittedText } from './fitted-text.ts';

export class HeadLine {
  readonly element: HTMLElement;
  readonly #title = new FittedText('title');
  readonly #kind = element('span', 'kind quiet');
  readonly #standing = element('span', 'standing');

  constructor() {
    this.element = element('div', 'head', this.#title.element, this.#kind, this.#standing);
  }

  paint({ title, kind, standing }: Head): void {
    this.#title.set([title]);
    setText(this.#kind, kind);
    setText(this.#standing, standing.text);
    setMark(this.#standing, 'status', standing.status);
    setMark(this.#standing, 'unsound', standing.isSound && !standing.isTest ? null : '');
  }
}
