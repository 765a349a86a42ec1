import { describe, expect, test } from 'vitest';
import { OPERATIONS_WORDS } from '../../src/pages/operations/operations-words.ts';
import { type DeskFeed, deskFeed } from '../../src/pages/view/desk-feed.ts';
import { PAGE_WORDS } from '../../src/pages/words/page-words.ts';

const { en, ...others } = OPERATIONS_WORDS;
const placesIn = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const typedIn = (text: string): string[] => [...text.matchAll(/`[^`]+`/g)].map(([word]) => word).sort();

test('the control room speaks every language of the pages', () => {
  expect(Object.keys(OPERATIONS_WORDS)).toEqual(Object.keys(PAGE_WORDS));
});

describe.each(Object.entries(others))(
  'the words of the control room in %s',
  (_language, { said, incidents }) => {
    test('there are the same as in English, none empty, with the same places to fill', () => {
      expect(Object.keys(said).sort()).toEqual(Object.keys(en!.said).sort());
      for (const [word, text] of Object.entries(said)) {
        expect(text.trim(), word).not.toBe('');
        expect(placesIn(text), word).toEqual(placesIn(en!.said[word as keyof typeof said]));
      }
    });

    test('every incident says what it is and what to do, with the same values and the same words to type', () => {
      expect(Object.keys(incidents).sort()).toEqual(Object.keys(en!.incidents).sort());
      for (const [code, { text, action }] of Object.entries(incidents)) {
        const english = en!.incidents[code as keyof typeof incidents];
        expect([code, placesIn(text)]).toEqual([code, placesIn(english.text)]);
        expect([code, typedIn(action)]).toEqual([code, typedIn(english.action)]);
        expect(text).not.toBe(english.text);
      }
    });
  },
);

test.each<[string, number | null, number | null, boolean, DeskFeed]>([
  ['before the first answer', null, null, false, 'CONNECTING'],
  ['a server that answers no more', 4_001, 0, true, 'NO_SERVER'],
  ['a server that hears no desk', 0, null, false, 'NO_DESK'],
  ['a server that goes on answering with what an old desk has found', 0, 4_001, true, 'STALE'],
  ['a desk that has just begun', 0, 500, false, 'SETTLING'],
  ['all of it there and of now', 1_000, 1_500, true, 'LIVE'],
])('the feed of the page: %s', (_what, answeredAgoMs, foundAgoMs, isSettled, feed) => {
  expect(deskFeed({ answeredAgoMs, foundAgoMs, isSettled })).toBe(feed);
});
