/** Faults that are planted in the journal of a run: the judge has to find each. */
import { describe, expect, test } from 'vitest';
import type { Journal, ScreenWord } from './journal.ts';
import { judge } from './judge.ts';
import type { Saying } from './meet.ts';

const UNIT = 'ATHM100M--------------FNL-000100--';
const CHANNEL = `${UNIT}/RESULT`;
const END = 'the end';
const SECOND = 1_000;

const said = (value: number): Saying => ({
  unit: UNIT,
  fact: { passing: { competitor: '1', point: 'FIN', time: value.toFixed(2) } },
  mark: { competitor: '1', value },
});

const shows = (at: number, value: number | null, hash = 'on the way'): ScreenWord => ({
  screen: 'live',
  at,
  channel: CHANNEL,
  epoch: '1',
  version: at,
  hash,
  marks: { 1: value === null ? null : value.toFixed(2) },
});

/** Three facts, a second between them, each stored at once and shown 50 ms later. */
const journal = (changes: Partial<Journal> = {}): Journal => {
  const sayings = [said(10.01), said(10.02), said(10.03)];
  const times = sayings.map((_saying, index) => (index + 1) * SECOND);
  return {
    sayings,
    said: new Map(times.map((at, index) => [index, at])),
    numbers: new Map([
      ['1:1', 0],
      ['1:2', 1],
      ['1:3', 2],
    ]),
    words: [
      { screen: 'live', at: 0, stands: 'http://edge' },
      shows(1_050, 10.01),
      shows(2_050, 10.02),
      shows(3_050, 10.03, END),
    ],
    readiness: [],
    stored: sayings.map(({ unit, fact }, index) => ({
      at: times[index]!,
      text: JSON.stringify({ epoch: '1', seq: index + 1, unit, ...fact }),
    })),
    wallOffset: 0,
    end: new Map([[CHANNEL, END]]),
    screens: [{ name: 'live', isSteady: true }],
    troubles: [],
    ...changes,
  };
};

const first = (count: number): ScreenWord[] => journal().words.slice(0, count + 1);

describe('the judge of a run', () => {
  test('finds nothing where nothing is, and how long the screen was without what was due', () => {
    expect(judge(journal())).toEqual({
      lost: 0,
      doubled: 0,
      wrong: 0,
      misleading: 0,
      silenceMs: 50,
      complaints: [],
    });
  });

  test('finds a fact that is not shown, and an end that is another than that of rank', () => {
    expect(judge(journal({ words: first(2) }))).toMatchObject({ lost: 1, wrong: 1 });
  });

  test('finds a fact that the broker does not have in the end, although another one took its place', () => {
    expect(judge(journal({ stored: journal().stored.slice(1) }))).toMatchObject({ lost: 1, wrong: 0 });
  });

  test('finds a screen that ends with what nobody ranks', () => {
    const words = [...journal().words, { ...shows(4_000, null, 'x'), channel: `${UNIT}/CURRENT`, marks: {} }];
    expect(judge(journal({ words })).wrong).toBe(1);
  });

  test('counts what a screen complained of', () => {
    const kinds = ['wrong', 'doubled', 'doubled', 'misleading'] as const;
    const words = kinds.map(
      (complaint): ScreenWord => ({ screen: 'live', at: 4_000, complaint, why: 'planted' }),
    );
    expect(judge(journal({ words: [...journal().words, ...words] }))).toMatchObject({
      wrong: 1,
      doubled: 2,
      misleading: 1,
    });
  });

  test('finds ready while stale, and no complaint in ready when all is shown', () => {
    const readiness = [{ home: 'live', at: 20_000, answeredAt: 20_010, isReady: true }];
    expect(judge(journal({ readiness }))).toMatchObject({ misleading: 0 });
    expect(judge(journal({ readiness, words: first(1) }))).toMatchObject({ misleading: 1 });
    const notReady = readiness.map((each) => ({ ...each, isReady: false }));
    expect(judge(journal({ readiness: notReady, words: first(1) }))).toMatchObject({ misleading: 0 });
  });

  test.each([
    [{ behind: 0, states: ['ok'] }, 1],
    [{ behind: 0, states: ['late'] }, 1],
    [{ behind: 18, states: ['ok'] }, 1],
    [{ behind: 18, states: ['late'] }, 0],
    [{ behind: null, states: ['unknown'] }, 0],
  ])('of a screen that is 18 s behind and hears %j finds %i', (keepalive, misleading) => {
    const words = [...first(1), { screen: 'live', at: 20_000, keepalive }];
    expect(judge(journal({ words })).misleading).toBe(misleading);
  });

  test('counts what goes back as silence until it is there again', () => {
    const words = [...first(2), shows(2_500, 10.01), shows(4_600, 10.03, END)];
    expect(judge(journal({ words })).silenceMs).toBe(2_100);
  });
});
