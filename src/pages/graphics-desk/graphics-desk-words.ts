/** A language is a file; each says everything that English says. */
import { en, type GraphicsDeskWords } from './words-en.ts';
import { fr } from './words-fr.ts';

export type { GraphicsDeskWords } from './words-en.ts';

export const GRAPHICS_DESK_WORDS: Readonly<Record<string, GraphicsDeskWords>> = { en, fr };
