/** How wide a text is on a terminal. */

/** Characters that take two columns. */
const WIDE =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation})$/u;
/** What is put on the character before, and takes none. */
const NONE = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const PLAIN = /^[\x20-\x7e]*$/;

const widthOfOne = (character: string): number => (WIDE.test(character) ? 2 : NONE.test(character) ? 0 : 1);

/** In columns, as terminals space most scripts. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text.normalize('NFC')) width += widthOfOne(character);
  return width;
}

/** As much of it as fits, with a sign where something is left out. */
export function clipped(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let shown = '';
  let left = width - 1;
  for (const character of text.normalize('NFC')) {
    left -= widthOfOne(character);
    if (left < 0) break;
    shown += character;
  }
  return width < 1 ? '' : `${shown}…`;
}
