import { describe, expect, test } from 'vitest';
import { languageFor, PAGE_WORDS } from '../../src/pages/words/page-words.ts';
import { filesUnder } from '../support/source-tree.ts';

const { en, ...others } = PAGE_WORDS;
const placesIn = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each(Object.entries(others))('the words of the pages in %s', (_language, words) => {
  test('there are the same as in English, none empty, with the same places to fill', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(en!).sort());
    for (const [word, text] of Object.entries(words)) {
      expect(text.trim(), word).not.toBe('');
      expect(placesIn(text), word).toEqual(placesIn(en![word as keyof typeof en]));
    }
  });
});

test('a language that pages do not speak is English, whatever it is called', () => {
  expect(languageFor('fr')).toBe('fr');
  for (const asked of [null, '', 'xx', 'constructor', '__proto__']) expect(languageFor(asked)).toBe('en');
});

test('every word is said by some page', () => {
  const code = filesUnder('src/pages', /\.tsx?$/)
    .filter(({ path }) => !path.startsWith('src/pages/words/'))
    .map(({ text }) => text)
    .join('');
  const isSaid = (word: string): boolean =>
    new RegExp(`said\\.${word}\\b|'${word}'`).test(code) || /^(?:feed|openness|standing)[A-Z]/.test(word);
  expect(Object.keys(en!).filter((word) => !isSaid(word))).toEqual([]);
});
