/** What an operator prepares, and whether what is shown as on air is so. */
import { describe, expect, test } from 'vitest';
import { type Cue, saysTheSame } from '../../src/on-air/output.ts';
import { GRAPHICS_DESK_WORDS } from '../../src/pages/graphics-desk/graphics-desk-words.ts';
import type { Listed } from '../../src/pages/view/document-list.ts';
import {
  competitorsIn,
  type Draft,
  draftOf,
  fits,
  layerOf,
  liveDisciplines,
  type OnAirFeed,
  onAirFeed,
  toldOf,
} from '../../src/pages/view/graphics-draft.ts';
import { PAGE_WORDS } from '../../src/pages/words/page-words.ts';

const DRAFT: Draft = {
  subject: { channel: 'ATHM100M--------------FNL-000100--/RESULT' },
  graphic: 'lower-third',
  competitor: 'A1',
  options: { corrections: 'wait', rows: '' },
  layer: '',
};
const cueOf = (draft: Draft): Cue => ({
  layer: layerOf(draft),
  takenAt: 1,
  graphic: draft.graphic,
  told: toldOf(draft),
  step: 0,
  state: 'IN',
  by: 'Ada',
  at: 1,
  accepted: null,
});

test('a graphic is told what was chosen, and nothing of what is as usual', () => {
  expect(toldOf(DRAFT)).toEqual({ ...DRAFT.subject, competitor: 'A1', corrections: 'wait' });
  expect(toldOf({ ...DRAFT, subject: { discipline: 'ATH' }, competitor: '', options: {} })).toEqual({
    discipline: 'ATH',
  });
});

test('what is on air can be prepared again as it is, and be changed', () => {
  for (const draft of [DRAFT, { ...DRAFT, layer: 'left', subject: { discipline: 'ATH' } }]) {
    const again = draftOf(cueOf(draft))!;
    expect(toldOf(again)).toEqual(toldOf(draft));
    expect(layerOf(again)).toBe(layerOf(draft));
  }
  expect(draftOf({ ...cueOf(DRAFT), told: {} })).toBe(null);
});

test('a graphic can be about documents of its types, and about whatever is live', () => {
  const kind = { types: ['RESULT', 'PHASE_RESULT'] } as const;
  expect(fits(kind, DRAFT.subject)).toBe(true);
  expect(fits(kind, { channel: 'ATHM100M--------------FNL---------/MEDALLISTS' })).toBe(false);
  expect(fits(kind, { discipline: 'ATH' })).toBe(true);
});

test('competitors are chosen by number, name and organisation; rows about nobody are none', () => {
  const identity = { kind: 'ATHLETE', name: 'BERG Ada', organisation: 'NOR', bib: '17', lane: '4' } as const;
  const rows = [
    { key: 'A1', identity },
    { key: 'A2', identity: { ...identity, bib: undefined } },
    { key: '1' },
  ];
  expect(competitorsIn({ rows } as unknown as Parameters<typeof competitorsIn>[0])).toEqual([
    { key: 'A1', name: '17 · BERG Ada · NOR' },
    { key: 'A2', name: '4 · BERG Ada · NOR' },
  ]);
  expect(competitorsIn(null)).toEqual([]);
});

test('a sport is live while a result of it is', () => {
  const listed = (unit: string, type: string, status: string) => ({ unit, type, status }) as Listed;
  const documents = [
    listed('SWMM', 'RESULT', 'LIVE'),
    listed('ATHM', 'RESULT', 'LIVE'),
    listed('ATHW', 'RESULT', 'LIVE'),
    listed('ARCM', 'RESULT', 'OFFICIAL'),
    listed('BKBM', 'SCHEDULE', 'LIVE'),
  ];
  expect(liveDisciplines(documents)).toEqual(['ATH', 'SWM']);
});

test('what is told is the same in whatever order it was set', () => {
  expect(saysTheSame({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
  expect(saysTheSame({ a: '1' }, { a: '2' })).toBe(false);
});

test.each<[string, number | null, boolean, OnAirFeed]>([
  ['before anything is heard', null, false, 'CONNECTING'],
  ['a server that says nothing any more', 6_001, true, 'NO_SERVER'],
  ['a server whose broker is away', 100, false, 'NO_BROKER'],
  ['a server that hears the broker', 100, true, 'LIVE'],
])('on air is what the broker says now: %s', (_what, heardAgoMs, isConfirmed, feed) => {
  expect(onAirFeed(heardAgoMs, isConfirmed)).toBe(feed);
});

describe('the words of the graphics desk', () => {
  const { en, ...others } = GRAPHICS_DESK_WORDS;
  const placesIn = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

  test('are there in every language of the pages, the same ones, none empty, with the same places to fill', () => {
    expect(Object.keys(GRAPHICS_DESK_WORDS)).toEqual(Object.keys(PAGE_WORDS));
    for (const words of Object.values(others)) {
      expect(Object.keys(words).sort()).toEqual(Object.keys(en!).sort());
      for (const [word, text] of Object.entries(words)) {
        expect(text.trim(), word).not.toBe('');
        expect(placesIn(text), word).toEqual(placesIn(en![word as keyof typeof en]));
      }
    }
  });
});
