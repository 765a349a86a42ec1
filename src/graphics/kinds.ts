/** All graphics that there are, and the elements that they are in a page. */
import { clock } from './elements/clock.ts';
import { lowerThird } from './elements/lower-third.ts';
import { Graphic } from './graphic.ts';
import type { GraphicKind } from './kind.ts';

export const KINDS: readonly GraphicKind[] = [lowerThird, clock];

/** A class for it alone: an element, or what a renderer of OGraf defines as one. */
export const graphicOf = (kind: GraphicKind): (new () => Graphic) =>
  class extends Graphic {
    protected override readonly kind = kind;
  };

/** The name of its element. */
export const tagOf = ({ name }: Pick<GraphicKind, 'name'>): string => `splitsecond-${name}`;

/** Makes all of them known to the page; a second time changes nothing. */
export function defineGraphics(): void {
  for (const kind of KINDS)
    if (customElements.get(tagOf(kind)) === undefined) customElements.define(tagOf(kind), graphicOf(kind));
}
