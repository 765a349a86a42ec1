import type { Words } from '../model/words.ts';

/** By what a match was decided: a line of the rule book, or the IRM of who is out. */
export const decisionText = (code: string, words?: Words): string =>
  words?.decisions?.[code] ?? words?.irm?.[code] ?? code;
