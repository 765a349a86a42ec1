/** What a projection adds to a commentator's view: what is needed, and how open the unit still is. */
import { describe, expect, test } from 'vitest';
import { projected } from '../../src/cli/demo.ts';
import type { Need } from '../../src/model/row.ts';
import { needsOf } from '../../src/pages/view/needs.ts';
import { possibleColumns } from '../../src/pages/view/possible-places.ts';
import type { Speech } from '../../src/pages/view/speech.ts';
import { opennessOf } from '../../src/pages/view/unit-openness.ts';
import { PAGE_WORDS } from '../../src/pages/words/page-words.ts';
import { FINAL_100M, header, sprinters } from '../fanout/published-documents.ts';

const speech = {
  word: (section: string, code: string) => `${section}.${code}`,
  said: { rankOf: 'rank {rank}', ifRival: '{mark} if {name} has {rivalMark}' },
} as unknown as Speech;

const RESULT = { header: { ...header(FINAL_100M), status: 'LIVE' as const }, rows: sprinters(6) };

/** `acting`: how many of them are in action, from the top of the list. */
const said = (needs: readonly (readonly Need[])[], acting = needs.length) =>
  needsOf(
    {
      rows: needs.map((each, index) => ({
        key: RESULT.rows[index]!.key,
        identity: { ...RESULT.rows[index]!.identity, name: `N${index}` },
        projected: { inAction: index < acting, needs: each },
      })),
    } as never,
    RESULT,
    speech,
  );

const LEAD: Need = { goal: 'LEAD', place: 1, mark: '8.31', value: '8.31' };

describe('what is needed', () => {
  test('is said with the name of who needs it, a mark, a place or an outcome', () => {
    const needs: Need[] = [LEAD, { goal: 'ADVANCE', finish: 2 }, { goal: 'ADVANCE', place: 2, outcome: 'T' }];
    expect(said([needs])).toEqual([
      {
        name: '1. N0',
        needs: [
          { goal: 'goals.LEAD', text: '8.31' },
          { goal: 'goals.ADVANCE', text: 'rank 2' },
          { goal: 'goals.ADVANCE', text: 'outcomes.T' },
        ],
      },
    ]);
  });

  test('is said once where all who are in action need the same', () => {
    expect(said([[LEAD], [LEAD], []])).toEqual([
      { name: null, needs: [{ goal: 'goals.LEAD', text: '8.31' }] },
    ]);
  });

  test('is said beside what is taken for a rival, by name', () => {
    const need: Need = { ...LEAD, mark: '4:31.20', rival: RESULT.rows[1]!.key, rivalMark: '4:34.60' };
    expect(said([[need], []])[0]!.needs).toEqual([{ goal: 'goals.LEAD', text: '4:31.20 if N1 has 4:34.60' }]);
  });

  test('in another unit is not said here', () => {
    const here: Need = { goal: 'ADVANCE', outcome: 'T', unit: FINAL_100M };
    const there: Need = { ...here, unit: 'ATHM100M--------------FNL-000900--' };
    expect(said([[here, there]])[0]!.needs).toHaveLength(1);
    expect(said([[there]])).toEqual([]);
  });

  test('is said of the third, who waits, behind who is in action, and of nobody further down', () => {
    const needs: Need[] = [{ ...LEAD, mark: '8.40' }];
    expect(said([[LEAD], [], needs, [], [LEAD], [LEAD]], 1).map(({ name }) => name)).toEqual([
      '1. N0',
      '3. N2',
    ]);
  });
});

describe('where somebody can still end', () => {
  const texts = (projected: readonly object[], status: 'LIVE' | 'OFFICIAL' = 'LIVE'): string[] => {
    const rows = projected.map((each, index) => ({ key: RESULT.rows[index]!.key, projected: each }));
    const shown = { header: { ...RESULT.header, status } };
    const [column] = possibleColumns({ rows } as never, shown, PAGE_WORDS.en!);
    return column === undefined ? [] : RESULT.rows.slice(0, rows.length).map((row) => column.textOf(row));
  };

  test('is a column of places, and whether somebody is through or out', () => {
    expect(
      texts([
        { best: 1, worst: 4 },
        { best: 2, worst: 2, toAdvance: 'CERTAIN' },
        { best: 3 },
        { toAdvance: 'OUT' },
        {},
      ]),
    ).toEqual(['1–4', '2, through', '3–', 'out', '']);
  });

  test('is not said where nothing is known or all can do the same, nor when officials have decided', () => {
    expect(texts([{}, { toAdvance: 'POSSIBLE' }])).toEqual([]);
    expect(
      texts(
        [
          { best: 1, worst: 2 },
          { best: 1, worst: 3 },
        ],
        'OFFICIAL',
      ),
    ).toEqual([]);
    expect(texts([{ best: 1 }, { best: 1 }])).toEqual([]);
    expect(possibleColumns(null, RESULT, PAGE_WORDS.en!)).toEqual([]);
  });
});

describe('how open a unit under way is', () => {
  const result = { ...RESULT, rows: sprinters(2) };
  const openness = (outlook: object) =>
    opennessOf(result, { header: { ...result.header, outlook } as never });

  test.each([
    [
      'not all have started',
      { lead: 'OPEN', podium: 'OPEN', notStarted: 2, stillOut: 7 },
      'NOT_ALL_STARTED',
      7,
    ],
    ['the lead is open', { lead: 'OPEN', podium: 'OPEN', notStarted: 0, stillOut: 3 }, 'LEAD_OPEN', 3],
    ['the podium is open', { lead: 'DECIDED', podium: 'OPEN', notStarted: 0, stillOut: 2 }, 'PODIUM_OPEN', 2],
    ['both are decided', { lead: 'DECIDED', podium: 'DECIDED', notStarted: 0, stillOut: 1 }, 'DECIDED', 1],
    ['nothing can be told', { notStarted: 0, stillOut: 1 }, 'OPEN', 0],
  ])('%s', (_what, outlook, said, stillOut) => {
    expect(openness(outlook)).toEqual({ openness: said, stillOut });
  });

  test('what officials stand by, and what is under protest, no projection talks away', () => {
    const official = { ...result, header: { ...result.header, status: 'PROTESTED' as const } };
    const outlook = { lead: 'OPEN', podium: 'OPEN', notStarted: 0, stillOut: 1 };
    expect(opennessOf(official, { header: { ...official.header, outlook } as never }).openness).toBe(
      'UNDER_PROTEST',
    );
  });
});

test('the recordings of `npm start` ask for a projection wherever there is a rule for one', () => {
  const asks = (unit: string): boolean =>
    (projected({ source: 'S', seq: 1, unit, setup: {} }).setup as { projection?: boolean }).projection ===
    true;
  expect(
    [
      'ATHMLONGJUMP----------FNL-000100--',
      'SWMW200MIM------------HEAT000100--',
      'FBLMTEAM11------------GPA---------',
    ].map(asks),
  ).toEqual([true, true, true]);
  expect(['ATHMLONGJUMP----------FNL---------', 'FBLMTEAM11------------GPA-000500--'].map(asks)).toEqual([
    false,
    false,
  ]);
});
