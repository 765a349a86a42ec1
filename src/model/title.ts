/** What a unit is called where one line has to do. */
import type { Names } from './document.ts';

/** "Women's 100m, Semi-Final 1"; the discipline's name where there is no event. */
export const unitTitle = ({ discipline, event, phase, unit }: Names): string =>
  titleOf([event, phase, unit]) || discipline;

/** "Athletics, Women's High Jump, Final". */
export const fullTitle = ({ discipline, event, phase, unit }: Names): string =>
  titleOf([discipline, event, phase, unit]);

/**
 * One line of names, from the widest to the narrowest. Venues repeat themselves, so a word group that an
 * earlier one ends with ("Women's 100m", "100m") or that a later one begins with ("Semi-Finals",
 * "Semi-Final 1") is left out.
 */
function titleOf(names: readonly (string | undefined)[]): string {
  const words = names.flatMap((name) => (name ?? '').split(', ')).filter((word) => word.trim() !== '');
  const shown: string[] = [];
  words.forEach((word, index) => {
    const same = plain(word);
    const isSaid = shown.some((earlier) => endsWith(plain(earlier), same));
    const isComing = words.slice(index + 1).some((later) => beginsWith(plain(later), same));
    if (!isSaid && !isComing) shown.push(word);
  });
  return shown.join(', ');
}

/** A bare number names nothing, so it repeats nothing. */
const endsWith = (text: string, end: string): boolean => /\p{L}/u.test(end) && ` ${text}`.endsWith(` ${end}`);
const beginsWith = (text: string, begin: string): boolean =>
  /\p{L}/u.test(begin) && text !== begin && `${text} `.startsWith(`${begin} `);

/** "Semi-Finals" and "Semifinal" are the same. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('-', '')
    .replace(/(?<=\p{L}{3})s$/u, '');
