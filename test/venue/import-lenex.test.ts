import { describe, expect, test } from 'vitest';
import type { WireFact } from '../../src/ingest/wire.ts';
import { channelOf, listRows } from '../../src/model/document.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';
import { type FeedFact, ImportError, importLenex } from '../../src/venue/import/lenex.ts';
import { minutesOf } from '../../src/venue/import/lenex-values.ts';
import { LENEX_2, LENEX_3 } from './lenex-sample.ts';

const FLY = (phase: string, unit = '--------'): string => `SWMW100MBF------------${phase}${unit}`;

function factsOf(file: string): FeedFact[] {
  return [...importLenex(file).facts];
}

const said = (facts: readonly FeedFact[], kind: string, unit?: string): unknown[] =>
  facts
    .filter((fact) => kind in fact && (unit === undefined || fact.unit === unit))
    .map((fact) => fact[kind]);

function codeOf(file: string | Uint8Array): string {
  try {
    importLenex(file);
    return 'accepted';
  } catch (error) {
    if (error instanceof ImportError) return error.code;
    throw error;
  }
}

describe('what a LENEX meet becomes', () => {
  test('heats, the swim-off and the final are units of one event', () => {
    const units = new Set(factsOf(LENEX_2).flatMap((fact) => ('competition' in fact ? [] : [fact.unit])));
    expect([...units].sort()).toEqual(
      [
        FLY('FNL-', '000100--'),
        FLY('HEAT'),
        FLY('HEAT', '000100--'),
        FLY('HEAT', '000200--'),
        FLY('HEAT', '0001RR--'),
        'SWMM4X50MMD-----------FNL-000100--',
      ].sort(),
    );
  });

  test('facts are numbered without holes, in the order of their times', () => {
    const facts = factsOf(LENEX_2);
    expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
    const sent = facts.map(({ sentAt }) => String(sentAt));
    expect(sent).toEqual([...sent].sort());
  });

  test('nothing of what the officials made of it is in the facts', () => {
    const text = JSON.stringify(factsOf(LENEX_2.replaceAll('place="', 'place="77')));
    expect(text).toBe(JSON.stringify(factsOf(LENEX_2)));
    expect(text).not.toMatch(/"(?:place|rank|points":\d|rankOverride|order":\[)/);
  });

  test('a race is told as it happens: lists, start, reaction, split, touch, results', () => {
    const heat = factsOf(LENEX_2).filter(({ unit }) => unit === FLY('HEAT', '000100--'));
    const kinds = heat.map((fact) =>
      Object.keys(fact).find((key) => !['source', 'seq', 'sentAt', 'unit'].includes(key)),
    );
    expect(kinds).toEqual([
      'setup',
      'schedule',
      'startList',
      'schedule',
      'irm',
      'schedule',
      'status',
      'start',
      'reaction',
      'passing',
      'passing',
      'passing',
      'schedule',
      'status',
      'status',
    ]);
  });

  test('texts are read with their entities, and a withdrawn swimmer without a lane is listed as not started', () => {
    const facts = factsOf(LENEX_2);
    const [list] = said(facts, 'startList', FLY('HEAT', '000100--'));
    expect(list).toMatchObject({
      entries: [
        { competitor: { code: '13' }, lane: '3' },
        { competitor: { code: '11' }, lane: '4' },
        { competitor: { code: '14' } },
      ],
    });
    expect(said(facts, 'irm', FLY('HEAT', '000100--'))).toEqual([{ competitor: '14', code: 'DNS' }]);
    expect(said(facts, 'setup', FLY('HEAT', '000100--'))).toMatchObject([{ location: 'Bern' }]);
    expect(factsOf(LENEX_3)[0]!.source).toBe('LENEX-Ages');
  });

  test('the number that advances is the size of the next start list', () => {
    expect(said(factsOf(LENEX_2), 'setup', FLY('HEAT'))).toEqual([
      { advance: [{ by: 'best', count: 2, mark: 'Q' }] },
    ]);
  });

  test('a relay has its swimmers in the order of the legs, with their take-overs', () => {
    const facts = factsOf(LENEX_2);
    const [list] = said(facts, 'startList', 'SWMM4X50MMD-----------FNL-000100--');
    const members = [{ code: '21' }, { code: '22' }];
    expect(list).toMatchObject({
      entries: [{ competitor: { code: 'ALP-M1', kind: 'TEAM', organisation: 'ALP', members } }],
    });
    expect(said(facts, 'reaction', 'SWMM4X50MMD-----------FNL-000100--')).toEqual([
      { competitor: 'ALP-M1', time: '0.6' },
      { competitor: '22', time: '-0.04' },
    ]);
  });

  test('age groups of one event are events of their own; a timed final is ranked over its heats', () => {
    const { rounds } = importLenex(LENEX_3);
    expect(
      rounds.map(({ phase, units, rows }) => [
        phase.trim(),
        units.length,
        rows.map(({ place, irm }) => place ?? irm),
      ]),
    ).toEqual([
      ['SWMM200MIM-G1---------FNL---------', 2, [2, 1, 'DNS']],
      ['SWMM200MIM-G2---------FNL---------', 1, [1]],
    ]);
  });

  test('times of day are read as suppliers write them', () => {
    expect(['1000', '09:05', '9:30', '18:00:00', '', '9', '2500', undefined].map(minutesOf)).toEqual([
      600,
      545,
      570,
      1080,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('from file to standings', () => {
  function standings(file: string): Map<string, string[]> {
    const competition = new OfflineCompetition();
    for (const fact of importLenex(file).facts)
      expect(competition.takeWire(fact as unknown as WireFact)).toBeNull();
    return new Map(
      [...competition.documents()].map((document) => [
        channelOf(document.header),
        listRows(document).map(({ key, mark, place }) =>
          `${key} ${place.rank ?? mark.irm} ${place.qualificationMark ?? ''}`.trim(),
        ),
      ]),
    );
  }

  test('the swim-off decides who is in the final, the referee who won it', () => {
    const lists = standings(LENEX_2);
    expect(lists.get(`${FLY('HEAT')}/PHASE_RESULT`)).toEqual(['11 1 Q', '12 2 Q', '13 2', '14 DNS']);
    expect(lists.get(`${FLY('FNL-', '000100--')}/RESULT`)).toEqual(['12 1', '11 DSQ']);
  });

  test.each([LENEX_2, LENEX_3])('places are those that the file publishes (%#)', (file) => {
    const lists = standings(file);
    let compared = 0;
    for (const { phase, units, swimOff, rows } of importLenex(file).rounds) {
      const ours = lists.get(swimOff ? `${units[0]}/RESULT` : `${phase}/PHASE_RESULT`)!;
      for (const { competitor, place, irm } of rows) {
        expect(ours.map((line) => line.split(' ').slice(0, 2).join(' '))).toContain(
          `${competitor} ${place ?? irm}`,
        );
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(2);
  });
});

describe('files that cannot be imported', () => {
  test.each([
    ['another format', '<ResultList/>', 'NOT_LENEX'],
    ['LENEX without a meet', '<LENEX version="3.0"/>', 'NOT_LENEX'],
    ['nothing', '', 'LENEX_MALFORMED'],
    ['text', 'Place;Name;Time', 'LENEX_MALFORMED'],
    ['a file that was cut off', LENEX_2.slice(0, 900), 'LENEX_MALFORMED'],
    [
      'a DOCTYPE',
      LENEX_2.replace('<LENEX', '<!DOCTYPE LENEX SYSTEM "http://localhost/x.dtd"><LENEX'),
      'LENEX_DOCTYPE',
    ],
    [
      'an entity bomb',
      `<!DOCTYPE LENEX [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${LENEX_2}`,
      'LENEX_DOCTYPE',
    ],
    [
      'a thousand elements in each other',
      `<LENEX>${'<MEETS>'.repeat(1000)}${'</MEETS>'.repeat(1000)}</LENEX>`,
      'LENEX_MALFORMED',
    ],
    ['an unknown encoding', Buffer.from(LENEX_2.replace('UTF-8', 'KLINGON')), 'LENEX_ENCODING'],
    ['an archive that is none', Buffer.from('PK\u0003\u0004...'), 'LENEX_ZIP'],
    ['a file beyond all bounds', new Uint8Array(65 * 1024 * 1024), 'LENEX_TOO_LARGE'],
  ])('%s has its code', (_, file, code) => {
    expect(codeOf(file)).toBe(code);
  });

  test('bytes are read in the encoding that the file names', () => {
    const latin = LENEX_2.replace('UTF-8', 'ISO-8859-1').replace('Ammann', 'M\u00fcller');
    const facts = [...importLenex(Buffer.from(latin, 'latin1')).facts];
    expect(JSON.stringify(facts)).toContain('M\u00fcller');
  });

  test('odd values are told by line and passed over, never a crash', () => {
    const odd = LENEX_2.replace('distance="100" relaycount="1"', 'distance="x" relaycount="-3"')
      .replace('swimtime="00:01:00.10"', 'swimtime="soon"')
      .replace('reactiontime="+70"', 'reactiontime="fast"')
      .replace('date="2024-05-01"', 'date="yesterday"');
    const { report, facts } = importLenex(odd);
    expect(report.remarks.map(({ code, line }) => [code, line])).toEqual([
      ['TIME_ZONE_ASSUMED', 0],
      ['DATE_ASSUMED', 4],
      ['TIME_UNREADABLE', 16],
      ['VALUE_UNREADABLE', 16],
      ['EVENT_UNKNOWN', 16],
    ]);
    expect(report.results).toEqual([{ reason: expect.stringMatching(/^EVENT_UNKNOWN/), lines: 4 }]);
    expect([...facts].length).toBeGreaterThan(10);
  });
});
