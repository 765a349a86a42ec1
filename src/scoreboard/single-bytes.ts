/** Names on machines that know one byte a character. */

/** Letters that are no base letter with a mark, as results services write them in capitals and small. */
const IN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  '…': '...',
};

/** What stands where a character has no byte: it is seen that something stood there. */
const NO_BYTE = '?';

/** Each character as one that has a byte: itself, its letters, or `?`. Control characters have none, since they would end a packet. */
export function singleBytes(text: string, encoding: 'ascii' | 'latin1'): string {
  const last = encoding === 'ascii' ? '~' : 'ÿ';
  const has = (character: string): boolean =>
    character >= ' ' && character <= last && !(character > '~' && character < '\u00a0');
  return Array.from(text.normalize('NFC'), (character) => {
    if (has(character)) return character;
    const letters = IN_LETTERS[character] ?? character.normalize('NFD').replaceAll(/\p{M}/gu, '');
    return Array.from(letters, (letter) => (has(letter) ? letter : NO_BYTE)).join('');
  }).join('');
}
