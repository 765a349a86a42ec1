import type { View } from '../view/layout.ts';
import type { PageWords } from '../words/page-words.ts';

/** What views are called. */
export const VIEW_WORDS: Readonly<Record<View, keyof PageWords>> = {
  now: 'viewNow',
  start: 'viewStart',
  results: 'viewResults',
  athlete: 'viewAthlete',
  overview: 'viewOverview',
};
