/** What the main module of a graphic for OGraf exports: a class of its own each time, since a renderer may define it under several names. */
import type { Graphic } from '../graphic.ts';
import { graphicOf, KINDS } from '../kinds.ts';

/** `name`: of a kind that there is. */
export const ografGraphic = (name: string): (new () => Graphic) =>
  graphicOf(KINDS.find((kind) => kind.name === name)!);
