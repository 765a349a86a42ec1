/** As many of a kind as there are, each painted where it stands. */
import { element } from './dom.ts';

interface Placed<Content> {
  readonly element: HTMLElement;
  paint(content: Content): void;
}

export class InPlace<Content> {
  readonly element: HTMLElement;
  readonly #make: () => Placed<Content>;
  readonly #placed: Placed<Content>[] = [];

  constructor(classes: string, make: () => Placed<Content>) {
    this.element = element('div', classes);
    this.#make = make;
  }

  paint(contents: readonly Content[]): void {
    for (const { element: gone } of this.#placed.splice(contents.length)) gone.remove();
    for (const [index, content] of contents.entries()) (this.#placed[index] ?? this.#added()).paint(content);
  }

  #added(): Placed<Content> {
    const made = this.#make();
    this.#placed.push(made);
    this.element.append(made.element);
    return made;
  }
}
