/** Short texts beside each other, as many as there are. */
import { element, setText } from './dom.ts';
import { InPlace } from './in-place.ts';

export class Cells {
  readonly #cells: InPlace<string>;

  constructor(classes: string) {
    this.#cells = new InPlace(`cells ${classes}`, () => new Cell());
  }

  get element(): HTMLElement {
    return this.#cells.element;
  }

  paint(texts: readonly string[]): void {
    this.#cells.paint(texts);
  }
}

class Cell {
  readonly element = element('span');

  paint(text: string): void {
    setText(this.element, text);
  }
}
