/** Texts of a file as the venue feed takes them. */

/** What a feed may not carry: control characters and halves of characters. */
const UNCARRIED = /[\p{Cc}\p{Cs}\ufffe\uffff]+/gu;

const cut = (text: string, length: number): string =>
  text.length <= length ? text : wholeCharacters(text.slice(0, length));

/** Without the first half of a character that was cut in two. */
const wholeCharacters = (text: string): string => text.replace(/[\ud800-\udbff]$/, '');

/** One line: no control characters, at most 300 characters. */
export const lineText = (text: string): string => cut(text.replace(UNCARRIED, ' ').trim(), 300).trim();

/** The same as a short code: without bars, at most 64 characters. */
export const codeText = (text: string): string => cut(lineText(text).replaceAll('|', '/'), 64).trim();

/** The same as a competitor's code: without spaces, too. */
export const competitorText = (text: string): string => codeText(text).replace(/\s+/g, '-');
