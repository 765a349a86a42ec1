import { describe, expect, test } from 'vitest';
import { type Document, type Header, withDerived } from '../../src/model/document.ts';
import type { Derived } from '../../src/model/order.ts';
import type { ResultStatus } from '../../src/model/result-status.ts';
import { type Medal, NO_PLACE, type StoredRow } from '../../src/model/row.ts';
import { MedalTable } from '../../src/standings/medal-table.ts';

const HEADER: Header = {
  type: 'MEDALLISTS',
  unit: '',
  subcode: null,
  status: 'OFFICIAL',
  test: false,
  rule: null,
  names: { discipline: 'Athletics' },
  reliability: { ok: true, reasons: [] },
  columns: [],
  info: {},
};

const MEDALS: Readonly<Record<string, Medal>> = { G: 'GOLD', S: 'SILVER', B: 'BRONZE' };

/** `ITA:G USA:S JAM:B`. */
function medallists(event: string, medals: string, version = 1, status: ResultStatus = 'OFFICIAL'): Document {
  const rows = medals
    .split(' ')
    .filter((word) => word !== '')
    .map((word, index): StoredRow => {
      const [organisation, letter] = word.split(':') as [string, string];
      return {
        key: `${index}`,
        identity: { kind: 'ATHLETE', name: organisation, organisation },
        mark: { result: null, resultType: null, irm: null, records: [], details: {} },
        place: { ...NO_PLACE, medal: MEDALS[letter]! },
      };
    });
  const header = { ...HEADER, unit: event.padEnd(34, '-'), status };
  return {
    epoch: 'k3f9',
    version,
    hash: '',
    asOf: '2024-06-09T20:53:11.104Z',
    correction: null,
    header,
    rows,
  };
}

/** `rank organisation gold-silver-bronze total rank-by-total`. */
function tableAfter(...documents: Document[]): string[] {
  const table = new MedalTable('k3f9');
  for (const document of documents) table.take(document);
  const [held] = [...table.series.documents.values()];
  if (held === undefined) return [];
  const { header, rows } = held.current;
  return withDerived(header, rows).map(({ key, medals, place }) => {
    const { rank, rankEqual } = place as unknown as Derived;
    const won = `${medals!.gold}-${medals!.silver}-${medals!.bronze} ${medals!.total} ${medals!.rankTotal}`;
    return `${rank}${rankEqual ? '=' : ''} ${key} ${won}`;
  });
}

describe('medal table', () => {
  test('names the competition of its events, and none when they are of several', () => {
    const of = (event: string, code: string, utcOffset?: string): Document => {
      const document = medallists(event, 'ITA:G');
      const competition = { code, ...(utcOffset === undefined ? {} : { utcOffset }) };
      return { ...document, header: { ...document.header, competition } };
    };
    const named = (...documents: Document[]) => {
      const table = new MedalTable('k3f9');
      for (const document of documents) table.take(document);
      return [...table.series.documents.values()][0]!.current.header.competition;
    };
    expect(named(of('ATHM100M', 'OG2024', '+02:00'), of('SWMM100MFR', 'OG2024', '+02:00'))).toEqual({
      code: 'OG2024',
      utcOffset: '+02:00',
    });
    expect(named(of('ATHM100M', 'OG2024', '+02:00'), of('SALMILCA7', 'OG2024', '-10:00'))).toEqual({
      code: 'OG2024',
    });
    expect(named(of('ATHM100M', 'OG2024'), of('SWMM100MFR', 'WCH2013'))).toBeUndefined();
    expect(named(of('ATHM100M', 'OG2024'), medallists('SWMM100MFR', 'ITA:G'))).toBeUndefined();
  });

  test('more gold ranks higher, then more silver, then more bronze; who has the same shares the place', () => {
    expect(
      tableAfter(
        medallists('ATHM100M', 'USA:G JAM:S ITA:B'),
        medallists('ATHM200M', 'USA:S ITA:G KEN:B'),
        medallists('ATHM400M', 'JAM:S KEN:B USA:B'),
      ),
    ).toEqual(['1 USA 1-1-1 3 1', '2 ITA 1-0-1 2 2', '3 JAM 0-2-0 2 2', '4 KEN 0-0-2 2 2']);
    expect(tableAfter(medallists('ATHM100M', 'USA:G JAM:G ITA:B'))).toEqual([
      '1= JAM 1-0-0 1 1',
      '1= USA 1-0-0 1 1',
      '3 ITA 0-0-1 1 1',
    ]);
  });

  test('an event counts once its medallists are official, and no longer when that is taken back', () => {
    const unofficial = medallists('ATHM100M', 'USA:G', 1, 'UNOFFICIAL');
    const official = medallists('ATHM100M', 'USA:G', 2);
    const reopened = medallists('ATHM100M', '', 3, 'LIVE');
    expect(tableAfter(unofficial)).toEqual([]);
    expect(tableAfter(unofficial, official)).toEqual(['1 USA 1-0-0 1 1']);
    expect(tableAfter(unofficial, official, reopened)).toEqual([]);
  });

  test('a correction replaces what the event gave before; nothing is counted twice', () => {
    const first = medallists('ATHM100M', 'USA:G JAM:S');
    const corrected = medallists('ATHM100M', 'JAM:G', 2);
    expect(tableAfter(first, first, corrected, first)).toEqual(['1 JAM 1-0-0 1 1']);
  });

  test('the order in which events are decided does not change the table', () => {
    const events = [
      medallists('ATHM100M', 'USA:G JAM:S ITA:B'),
      medallists('ATHM200M', 'ITA:G USA:S KEN:B'),
      medallists('SWMM100MFR', 'FRA:G USA:S ITA:B'),
    ];
    expect(tableAfter(...events)).toEqual(tableAfter(...[...events].reverse()));
  });

  test('the header says how many events are decided of those known', () => {
    const table = new MedalTable('k3f9');
    table.take(medallists('ATHM100M', 'USA:G'));
    const version = table.take(medallists('ATHM200M', '', 1, 'LIVE'));
    expect(version?.document.header.info).toMatchObject({ finishedEvents: 1, totalEvents: 2 });
    expect(version?.document.header.status).toBe('INTERMEDIATE');
  });
});
