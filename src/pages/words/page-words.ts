/** A language is a file; each says everything that English says. */
import { en, type PageWords } from './en.ts';
import { fr } from './fr.ts';

export type { PageWords } from './en.ts';

export const PAGE_WORDS: Readonly<Record<string, PageWords>> = { en, fr };

/** The language that is asked for; English for any that pages do not speak. */
export const languageFor = (asked: string | null): string =>
  asked !== null && Object.hasOwn(PAGE_WORDS, asked) ? asked : 'en';
