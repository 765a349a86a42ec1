/** What the commentator screen makes of the moment: the clock, the foremost timing point, opened cards. */
import { describe, expect, test } from 'vitest';
import { atForemostPoint } from '../../src/client/at-point.ts';
import { clockAt, heardClock, type RunningClock, type SaidClock } from '../../src/client/running-clock.ts';
import { splitPoints } from '../../src/client/split-points.ts';
import type { Details, JudgedPartDetails, StoredRow } from '../../src/model/row.ts';
import type { Words } from '../../src/model/words.ts';
import { gapChart } from '../../src/pages/view/gap-chart.ts';
import { type CardGroup, hasCard, performanceCard } from '../../src/pages/view/performance-card.ts';
import { PAGE_WORDS } from '../../src/pages/words/page-words.ts';
import { FINAL_100M, header, sprinters } from '../fanout/published-documents.ts';

const WORDS: Words = {
  language: 'en',
  discipline: '',
  components: { D: 'difficulty' },
  parts: { VT: 'Vault' },
};
const SPOKEN = { words: WORDS, said: PAGE_WORDS.en! };
const SECOND = 1_000;

/** What is heard: seconds by the clock of the page, and what the venue says then. */
const heardAll = (...words: readonly (readonly [second: number, said: SaidClock])[]): RunningClock =>
  words.reduce<RunningClock | null>((before, [at, said]) => heardClock(before, said, at * SECOND), null)!;
const running = (clock: string, period = 'H1'): SaidClock => ({ clock, period, running: true });
const shownAt = (clock: RunningClock, second: number): string => clockAt(clock, second * SECOND, true);

describe('the clock of the venue', () => {
  test('is counted on from zero, and stands as it was said when nothing may look live', () => {
    const clock = heardAll([0, running('0.0')]);
    expect(shownAt(clock, 75.25)).toBe('1:15.2');
    expect(clockAt(clock, 75 * SECOND, false)).toBe('0.0');
  });

  test('stands while nobody can tell which way it runs: two steps must agree', () => {
    const one = heardAll([0, running('240')]);
    expect(shownAt(one, 5)).toBe('240');
    const two = heardAll([0, running('4:00')], [5, running('3:55')]);
    expect(shownAt(two, 6)).toBe('3:55');
    const three = heardAll([0, running('4:00')], [5, running('3:55')], [10, running('3:50')]);
    expect(shownAt(three, 13)).toBe('3:47');
    expect(shownAt(three, 1_000)).toBe('0');
    const setBack = heardAll([0, running('0:10')], [5, running('0:08')], [10, running('0:13')]);
    expect(shownAt(setBack, 12)).toBe('0:13');
  });

  test('is counted on from its first word where the rule book says which way it runs', () => {
    const down = heardAll([0, { ...running('4:00', 'REG'), clockRuns: 'DOWN' }]);
    expect([shownAt(down, 90), shownAt(down, 300)]).toEqual(['2:30', '0']);
    const up = heardClock(down, { ...running('0:36', 'GS'), clockRuns: 'UP' }, 300 * SECOND)!;
    expect(shownAt(up, 310)).toBe('46');
  });

  test('begins anew with a period, stops as it was said, and is none where none is told', () => {
    const up = heardAll([0, running('0')], [60, { clock: '1:00', period: 'H1', running: false }]);
    expect(shownAt(up, 90)).toBe('1:00');
    const next = heardAll([0, running('0')], [60, running('45:00', 'H2')]);
    expect(shownAt(next, 61)).toBe('45:00');
    expect(heardClock(up, {}, 0)).toBeNull();
    expect(shownAt(heardAll([0, running('0')], [60, running('90:00 +3:12')]), 61)).toBe('90:00 +3:12');
  });

  test.each([
    ['late', 10, '10.3'],
    ['early', 10, '9.7'],
  ])('leaves no tenth out and shows none twice when a word comes %s', (_how, at, said) => {
    const before = heardAll([0, running('0.0')]);
    const after = heardClock(before, running(said), at * SECOND)!;
    const texts = Array.from({ length: 1_200 }, (_none, frame) => {
      const second = at - 1 + frame / 120;
      return shownAt(second < at ? before : after, second);
    });
    const shown = [...new Set(texts)];
    expect(shown).toEqual(shown.toSorted((one, other) => Number(one) - Number(other)));
    const tenths = shown.map((text) => Math.round(Number(text) * 10));
    expect(tenths.slice(1).every((tenth, index) => tenth === tenths[index]! + 1)).toBe(true);
    expect(shownAt(after, at + 20)).toBe((Number(said) + 20).toFixed(1));
  });

  test('of a match goes on in minutes, of a race in hours', () => {
    const match = heardAll([0, running('0:00', 'H2')], [5, running('78:00', 'H2')]);
    expect([shownAt(match, 5), shownAt(match, 67)]).toEqual(['78:00', '79:02']);
    const race = heardAll([0, running('0.0')], [5, running('59:59.5')]);
    expect(shownAt(race, 6)).toBe('1:00:00.5');
  });

  test('jumps where the venue has set it', () => {
    const clock = heardAll([0, running('0')], [10, running('30')]);
    expect(shownAt(clock, 10)).toBe('30');
  });
});

const ofRow = (row: StoredRow, details: Details, result: string | null = null): StoredRow => ({
  ...row,
  mark: { ...row.mark, result, details },
});
const race = (...times: readonly (readonly string[])[]) => ({
  header: header(FINAL_100M),
  rows: sprinters(times.length).map((row, index) =>
    ofRow(row, {
      timedRace: {
        passings: times[index]!.map((time, point) => ({ point: `${(point + 1) * 500}m`, time })),
      },
    }),
  ),
});

test('at the foremost point of a race those who have passed stand frozen, and the others are counted', () => {
  const shown = race(['1:40.0', '3:20.5'], ['1:39.0', '3:20.0'], ['1:41.0'], []);
  const point = atForemostPoint(shown)!;
  expect([point.label, point.stillToCome]).toEqual(['1000m', 2]);
  expect(point.passed.map(({ competitor, rank, time, diff }) => [competitor, rank, time, diff])).toEqual([
    [shown.rows[1]!.key, 1, '3:20.0', null],
    [shown.rows[0]!.key, 2, '3:20.5', '+0.5'],
  ]);
  expect(atForemostPoint(race([], []))).toBeNull();
  const finished = shown.rows.map((row) => ({ ...row, mark: { ...row.mark, result: '7:00.0' } }));
  expect(atForemostPoint({ ...shown, rows: finished })).toBeNull();
});

describe('a card, opened', () => {
  const [row] = sprinters(1);
  const cardOf = (details: Details, points: ReturnType<typeof splitPoints> = []): readonly CardGroup[] => {
    expect(hasCard(details)).toBe(true);
    const { place, ...own } = ofRow(row!, details);
    return performanceCard(
      { ...own, place: { ...place, rank: 1, rankEqual: false, diff: null } },
      points,
      SPOKEN,
    );
  };
  const cells = (groups: readonly CardGroup[]) =>
    groups.flatMap((group) =>
      group.cells.map(({ label, main, small, standing }) => [label, main, small.join(' '), standing ?? '']),
    );

  test('of trials has wind and rank after each, and says which was best', () => {
    const attempts = [
      { attempt: 1, mark: '8.10', wind: '+0.4', rankAfter: 3 },
      { attempt: 2, mark: 'x' },
    ];
    expect(cells(cardOf({ bestOf: { attempts, bestAttempt: 1 } }))).toEqual([
      ['1', '8.10', '+0.4 m/s rank 3', 'BEST'],
      ['2', 'x', '', 'FAILED'],
    ]);
  });

  test('of heights has each with its trials; a jump-off is no best height', () => {
    const heights = [
      { height: '2.25', trials: 'xo' },
      { height: '2.29', trials: 'xxx' },
      { height: '2.27', trials: 'o', jumpOff: true },
    ];
    expect(cells(cardOf({ countback: { heights } }))).toEqual([
      ['2.25', 'xo', '', 'BEST'],
      ['2.29', 'xxx', '', 'FAILED'],
      ['2.27', 'o', '', ''],
    ]);
  });

  test('of a panel has what each judge gave, by routine', () => {
    const parts: JudgedPartDetails[] = [
      { part: 'VT', score: '14.600', components: { D: '5.4', J1: '9.2' } },
      { part: 'UB', score: '15.3', components: { D: '6.8' }, rank: 1, counts: false },
    ];
    const groups = cardOf({ judged: { parts } });
    expect(groups.map(({ title }) => title)).toEqual(['Vault · 14.600', 'UB · 15.3 · rank 1']);
    expect(cells(groups)).toEqual([
      ['difficulty', '5.4', '', ''],
      ['J1', '9.2', '', ''],
      ['difficulty', '6.8', '', 'LEFT_OUT'],
    ]);
    expect(cardOf({ judged: { parts: parts.slice(0, 1) } })[0]!.title).toBe('');
  });

  test('of a race has rank and gap at each point, of a series what is discarded in brackets', () => {
    const shown = race(['1:40.0', '3:20.5'], ['1:39.0', '3:20.0']);
    expect(cells(cardOf(shown.rows[0]!.mark.details, splitPoints(shown)))).toEqual([
      ['500m', '1:40.0', 'rank 2 +1.0', ''],
      ['1000m', '3:20.5', 'rank 2 +0.5', ''],
    ]);
    const races = [
      { unit: FINAL_100M, points: '12', discarded: true },
      { unit: `${FINAL_100M}2`, points: '25', irm: 'DNF' },
    ];
    expect(cells(cardOf({ series: { total: '37', races } }))).toEqual([
      ['1', '(12)', '', 'LEFT_OUT'],
      ['2', '25', 'DNF', ''],
    ]);
  });

  test('is none where the list says everything', () => {
    expect(hasCard({})).toBe(false);
    expect(hasCard({ timedRace: { passings: [] } })).toBe(false);
    expect(hasCard({ match: { periods: [] } })).toBe(false);
  });
});

describe('the gaps of a race', () => {
  test('are lines from point to point, of those who have come to the last one that two have passed', () => {
    const shown = race(['1:40.0', '3:20.5'], ['1:39.0', '3:20.0', '5:00.0'], ['1:41.0']);
    const [first, second] = shown.rows;
    const chart = gapChart(shown, 'finish')!;
    expect([chart.most, chart.stops]).toEqual([
      '+1.00',
      [
        { x: 24, label: '500m' },
        { x: 530, label: '1000m' },
      ],
    ]);
    expect(chart.lines.map(({ competitor, path }) => [competitor, path])).toEqual([
      [second!.key, '24,14 530,14'],
      [first!.key, '24,214 530,114'],
    ]);
  });

  test('end at the finish once two have come to it, and labels that would lie over each other stand apart', () => {
    const shown = race(['1:40.0'], ['1:42.0'], ['1:41.0']);
    const times = ['100.1', '100.11', '102.5'];
    const rows = shown.rows.map((row, index) => ({
      ...row,
      mark: { ...row.mark, result: times[index]!, value: times[index]! },
    }));
    const chart = gapChart({ ...shown, rows }, 'finish')!;
    expect(chart.stops.map(({ label }) => label)).toEqual(['500m', 'finish']);
    expect(chart.lines.map(({ labelY }) => labelY)).toEqual([14, 29, 214]);
  });

  test('are not drawn before a second point', () => {
    expect(gapChart(race(['1:40.0'], ['1:41.0']), 'finish')).toBeNull();
    expect(gapChart(race(['1:40.0', '3:20.0'], []), 'finish')).toBeNull();
  });
});
