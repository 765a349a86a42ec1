/** What is at hand when a graphic is painted. */
import type { RunningClock } from '../client/running-clock.ts';
import type { Document, DocumentOf } from '../model/document.ts';
import type { DocumentType } from '../model/shape/table.ts';
import type { Words } from '../model/words.ts';

export interface Scene {
  /** What the graphic is about, of one of the types of its kind; null while nothing has come, and for a rehearsal that may not be shown. */
  readonly main: Document | null;
  /** Another document about the same unit, or about what it is part of; null where there is none. */
  beside<Type extends DocumentType>(type: Type): DocumentOf<Type> | null;
  /** Of the discipline; undefined while they are not there. */
  readonly words: Words | undefined;
  /** Of the venue, as CURRENT says it; null while none is told. */
  readonly clock: RunningClock | null;
}

export const NOTHING: Scene = { main: null, beside: () => null, words: undefined, clock: null };
