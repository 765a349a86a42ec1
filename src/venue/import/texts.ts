/** Texts of a file as the venue feed takes them. */

/** What a feed may not carry: control characters and halves of characters. */
const UNCARRIED = /[\p{Cc}\p{Cs}\ufffe\uffff]+/gu;

const cut = (text: string, length: number): string =>
  text.length <= length ? text : wholeCharacters(text.slice(0, length));

/** Without the first half of a character that was cut in two. */
const wholeCharacters = (text: string): string => text.replace(/[\ud800-\udbff]$/, '');

/** The engine keeps a piece of a text as a window on the whole: who keeps a name would keep the block of the file that it was cut from. */
const cutOut = (text: string): string => (text.length < WINDOW_MIN ? text : Buffer.from(text).toString());

/** Shorter pieces are copied anyhow. */
const WINDOW_MIN = 13;

/** One line: no control characters, at most 300 characters. */
export const lineText = (text: string): string =>
  cutOut(cut(text.replace(UNCARRIED, ' ').trim(), 300).trim());

/** The same as a short code: without bars, at most 64 characters. */
export const codeText = (text: string): string => cut(lineText(text).replaceAll('|', '/'), 64).trim();

/** The same as a competitor's code: without spaces, too. */
export const competitorText = (text: string): string => codeText(text).replace(/\s+/g, '-');

/** Of a person: the first name where there is one. */
export const personName = (given: string, family: string): { given?: string; family: string } =>
  given === '' ? { family } : { given, family };
