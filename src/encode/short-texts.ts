/**
 * Short texts out of bytes. Most of them have been read before (points, nations, column codes): the same string again takes no memory, and
 * the collector has nothing to look at. Runs in browsers as it is.
 */
const KEPT = 4_096;

const texts = new Array<string>(KEPT).fill('');

/** The text between two places; null where it is not ASCII alone. */
export function shortText(bytes: Uint8Array, begin: number, end: number): string | null {
  let hash = 0;
  for (let at = begin; at < end; at += 1) {
    const byte = bytes[at]!;
    if (byte > 127) return null;
    hash = Math.imul(hash, 31) + byte;
  }
  const place = (hash ^ (hash >>> 12)) & (KEPT - 1);
  const known = texts[place]!;
  if (known.length === end - begin && isAt(bytes, begin, known)) return known;
  let text = '';
  for (let at = begin; at < end; at += 1) text += String.fromCharCode(bytes[at]!);
  texts[place] = text;
  return text;
}

function isAt(bytes: Uint8Array, begin: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (text.charCodeAt(index) !== bytes[begin + index]) return false;
  return true;
}
