const PLAIN = /^[\x20-\x7e]*$/;

/** As it is typed on any keyboard: `LÜND` is `lund`. What is searched and what is looked through become it alike. */
export function plainText(text: string): string {
  const small = text.toLowerCase();
  return PLAIN.test(small) ? small : small.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
