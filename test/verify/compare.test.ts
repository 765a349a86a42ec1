import { describe, expect, test } from 'vitest';
import { verifySheet } from '../../src/cli/verify-sheet.ts';
import type { Document, Header } from '../../src/model/document.ts';
import { NO_PLACE, type Row } from '../../src/model/row.ts';
import { compareList, NOTHING } from '../../src/verify/compare.ts';
import type { OfficialList, OfficialRow } from '../../src/verify/converters/conversion.ts';
import { isVerified, reportJson } from '../../src/verify/report.ts';

const row = (
  competitor: string,
  rank: number | null,
  irm: string | null = null,
  mark: string | null = null,
): Row => ({
  key: competitor,
  identity: { kind: 'ATHLETE', name: competitor, organisation: 'ITA' },
  mark: { result: null, resultType: null, irm, records: [], details: {} },
  place: {
    ...NO_PLACE,
    ranked: rank !== null,
    ...(rank === null ? {} : { givenRank: rank }),
    qualificationMark: mark,
  },
});

const ours = (...rows: Row[]): Document => ({
  epoch: 'e',
  version: 1,
  hash: '',
  asOf: '',
  correction: null,
  header: { type: 'RESULT' } as Header,
  rows,
});

const says = (
  competitor: string,
  rank: number | null,
  irm: string | null = null,
  mark: string | null = null,
): OfficialRow => ({
  competitor,
  name: competitor,
  rank,
  irm,
  qualificationMark: mark,
  lines: [Number(competitor)],
});

const heat = (rows: OfficialRow[], more: Partial<OfficialList> = {}): OfficialList => ({
  channel: 'ATHW100M--------------HEAT000100--/RESULT',
  name: 'Heat 1',
  compare: ['rank', 'irm', 'qualificationMark'],
  rows,
  ...more,
});

describe('comparing one official list', () => {
  test('every value of every row is compared', () => {
    const list = heat([says('1', 1, null, 'Q'), says('2', null, 'DNF')]);
    const { tally, differences } = compareList(
      'Rome',
      list,
      ours(row('1', 1, null, 'Q'), row('2', null, 'DNF')),
    );
    expect(tally).toEqual({ ...NOTHING, units: 1, rows: 2, compared: 2, equal: 2 });
    expect(differences).toEqual([]);
  });

  test('a wrong rank and a missing mark are two differences, in rows that both differ', () => {
    const list = heat([says('1', 1, null, 'Q'), says('2', 2)]);
    const { tally, differences } = compareList('Rome', list, ours(row('1', 1), row('2', 3)));
    expect(tally).toMatchObject({ compared: 2, equal: 0, different: 2, explained: 0 });
    expect(
      differences.map(({ competitor, what, official, ours: said }) => [competitor, what, official, said]),
    ).toEqual([
      ['1', 'qualificationMark', 'Q', null],
      ['2', 'rank', 2, 3],
    ]);
  });

  test('what the source explains is counted apart from what nobody explains', () => {
    const list = heat([says('1', 1), says('2', 2)], {
      explain: ({ competitor }) => (competitor === '2' ? 'thousandths are not in the source' : null),
    });
    const { tally } = compareList('Rome', list, ours(row('1', 2), row('2', 1)));
    expect(tally).toEqual({ ...NOTHING, units: 1, rows: 2, compared: 1, different: 1, explained: 1 });
  });

  test('a document that is not there differs in every value', () => {
    const { tally } = compareList('Rome', heat([says('1', 1), says('2', null)]), null);
    expect(tally).toMatchObject({ compared: 2, equal: 0, different: 2 });
  });

  test('a competitor whom only we rank is a difference', () => {
    const { tally, differences } = compareList(
      'Rome',
      heat([says('1', 1)]),
      ours(row('1', 1), row('9', 2), row('8', null)),
    );
    expect(tally).toEqual({ ...NOTHING, units: 1, rows: 2, compared: 2, equal: 1, different: 1 });
    expect(differences[0]).toMatchObject({ competitor: '9', official: 'not listed', ours: 2 });
  });

  test('a competitor for whom the source publishes no place is none', () => {
    const list = heat([says('1', 1), says('3', 3)], { partial: true });
    const { tally } = compareList('Rome', list, ours(row('1', 1), row('9', 2), row('3', 3)));
    expect(tally).toMatchObject({ rows: 2, compared: 2, different: 0 });
  });
});

describe('the report', () => {
  const list = heat([says('1', 1), says('2', 2)]);
  const { tally, differences } = compareList('Rome', list, ours(row('1', 2), row('2', 2)));
  const report = {
    sets: [
      { name: 'Rome', discipline: 'ATH', tally: { ...tally, rows: 3, leftOut: 1 }, facts: 9, errors: [] },
    ],
    differences,
    skippedFiles: ['README.md'],
    leftOut: [{ set: 'Rome', reason: 'no rule for Tug of War', lines: 1 }],
  };

  test('as JSON has the counts of each set and every difference', () => {
    expect(JSON.parse(reportJson(report))).toEqual({
      sets: [
        {
          name: 'Rome',
          discipline: 'ATH',
          units: 1,
          rows: 3,
          compared: 2,
          equal: 1,
          different: 1,
          explained: 0,
          leftOut: 1,
          facts: 9,
          errors: [],
        },
      ],
      differences: [
        {
          set: 'Rome',
          unit: list.channel,
          competitor: '1',
          what: 'rank',
          official: 1,
          ours: 2,
          explained: null,
        },
      ],
      leftOut: [{ set: 'Rome', reason: 'no rule for Tug of War', lines: 1 }],
    });
  });

  test('as text names the unit, the competitor and both values', () => {
    expect(verifySheet(report)).toContain(`Rome  ${list.channel}  1  rank: official 1, ours 2`);
    expect(verifySheet(report)).toContain('README.md');
  });

  test('is not verified while a difference is unexplained, an error is left or nothing was compared', () => {
    const good = { ...tally, different: 0 };
    expect(isVerified(report)).toBe(false);
    expect(
      isVerified({
        ...report,
        sets: [{ name: 'Rome', discipline: 'ATH', tally: good, facts: 9, errors: [] }],
      }),
    ).toBe(true);
    expect(
      isVerified({
        ...report,
        sets: [{ name: 'Rome', discipline: 'ATH', tally: good, facts: 9, errors: ['x'] }],
      }),
    ).toBe(false);
    expect(isVerified({ ...report, sets: [] })).toBe(false);
  });
});
