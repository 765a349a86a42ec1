/** All graphics that there are, and the elements that they are in a page. */
import { bracket } from './elements/bracket.ts';
import { clock } from './elements/clock.ts';
import { laneResult } from './elements/lane-result.ts';
import { lowerThird } from './elements/lower-third.ts';
import { medalTable } from './elements/medal-table.ts';
import { recordStrap } from './elements/record-strap.ts';
import { resultStrap } from './elements/result-strap.ts';
import { scoreBug } from './elements/score-bug.ts';
import { standings } from './elements/standings.ts';
import { startList } from './elements/start-list.ts';
import { weather } from './elements/weather.ts';
import { Graphic } from './graphic.ts';
import type { GraphicKind } from './kind.ts';

export const KINDS: readonly GraphicKind[] = [
  lowerThird,
  startList,
  standings,
  laneResult,
  clock,
  scoreBug,
  medalTable,
  bracket,
  resultStrap,
  recordStrap,
  weather,
];

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
