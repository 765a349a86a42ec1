/** A text that has a shorter form where there is no room: by rule, never by what the box cuts off. */
import { element, setText } from './dom.ts';

/** Half the size can still be read; what is longer than that has no form that fits. */
const SMALLEST = 0.5;
const STEP = 0.05;

export class FittedText {
  readonly element: HTMLElement;
  readonly #text = element('bdi', 'text');
  #forms: readonly string[] = [];

  constructor(classes: string) {
    this.element = element('div', `fitted ${classes}`, this.#text);
    this.element.dir = 'auto';
    void document.fonts.ready.then(() => this.#fit());
    // It is seen only now, or has another width.
    new ResizeObserver(() => this.#fit()).observe(this.element);
  }

  /** The longest form first. Of a box that is not laid out yet the longest is shown. */
  set(forms: readonly string[]): void {
    if (forms.length === this.#forms.length && forms.every((form, index) => form === this.#forms[index]))
      return;
    this.#forms = forms;
    this.#fit();
  }

  #fit(): void {
    const [longest = ''] = this.#forms;
    this.#text.style.fontSize = '';
    setText(this.#text, longest);
    if (this.element.clientWidth === 0) return;
    for (const form of this.#forms) {
      setText(this.#text, form);
      if (this.#fits) return;
    }
    for (let size = 1 - STEP; size >= SMALLEST && !this.#fits; size -= STEP)
      this.#text.style.fontSize = `${size}em`;
  }

  get #fits(): boolean {
    return widthOf(this.#text) <= widthOf(this.element);
  }
}

/** With its fractions: what is a tenth of a pixel too wide ends in an ellipsis. */
const widthOf = (of: HTMLElement): number => of.getBoundingClientRect().width;
