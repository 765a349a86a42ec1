import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { eventCodeOf } from '../../../src/verify/converters/athletics/event-names.ts';
import { readMark, readTrials } from '../../../src/verify/converters/athletics/published.ts';
import { athleticsConverters } from '../../../src/verify/converters/athletics.ts';
import type { Conversion } from '../../../src/verify/converters/conversion.ts';

const folder = mkdtempSync(join(tmpdir(), 'athletics-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** One file of the format with `eventCode`, under a name that says nothing. */
const WITH_CODES = {
  organiser_id: 'XXX',
  city: 'Elsewhere',
  year: '2016',
  startDate: '2016-08-12',
  events: [
    heat('1', 'Heat 1', [
      runner('11', '1', '10.01', 'Q'),
      runner('12', '2', '10.09', 'q'),
      runner('13', null, 'DQ', null),
    ]),
    heat('2', 'Heat 2', [
      runner('21', '1', '10.05', 'Q'),
      runner('22', '2', '10.10', null),
      runner('23', null, 'DNS', null),
    ]),
    {
      ...heat('3', 'Qualification', [runner('31', '1', '', null)]),
      name: 'Tug of war',
      eventCode: 'TOW',
    },
  ],
};

function heat(id: string, roundName: string, result: object[]) {
  return {
    id,
    name: '100 m Women',
    eventCode: '100',
    gender: 'W',
    round: 'HEAT',
    roundName,
    date: '2016-08-12',
    wind: '+0.3',
    result,
  };
}

function runner(tpAthleteId: string, rank: string | null, performance: string, qualification: string | null) {
  return {
    tpAthleteId,
    country: 'AAA',
    givenName: 'A',
    familyName: `R${tpAthleteId}`,
    rank,
    performance,
    qualification,
  };
}

/** One file of the other format: a high jump whose bars have numbers only. */
const WITH_BARS = {
  compID: 1,
  compName: 'Championships',
  city: 'Elsewhere',
  startDate: '2024-06-07',
  events: [
    {
      gender: 'M',
      eventName: 'High Jump',
      roundName: 'Final',
      date: '2024-06-07',
      results: [
        jumper(1, '1', '2.20', ['1:O', '2:O', '3:O', '4:XXX']),
        jumper(2, '2', '2.10', ['1:O', '3:XXX']),
        jumper(3, null, 'NH', ['1:XXX']),
      ],
    },
  ],
};

function jumper(toID: number, rank: string | null, bestPerformance: string, card: string[]) {
  const roundResults = card.map((cell) => ({
    round: Number(cell.split(':')[0]),
    performance: cell.split(':')[1],
  }));
  return {
    toID,
    rank,
    lastname: `J${toID}`,
    firstname: 'A',
    nation: 'AAA',
    bestPerformance,
    qualified: null,
    roundResults,
  };
}

async function conversionOf(content: object): Promise<Conversion> {
  const text = JSON.stringify(content);
  const path = join(folder, 'results.json');
  writeFileSync(path, text);
  const converter = athleticsConverters.find((each) => each.recognises(path, text.slice(0, 4096)))!;
  return (await converter.convert(path)) as Conversion;
}

type Fact = { unit: string } & Record<string, { competitor?: string; [field: string]: unknown }>;

test('a format is known by its shape, and nothing else is taken for it', () => {
  const knows = (content: object) =>
    athleticsConverters.filter((each) => each.recognises('x.json', JSON.stringify(content).slice(0, 4096)))
      .length;
  expect(knows(WITH_CODES)).toBe(1);
  expect(knows(WITH_BARS)).toBe(1);
  expect(knows({ meets: [], results: [] })).toBe(0);
});

test('nothing official is in the facts: no places, no marks, no start order by result', async () => {
  const { facts } = await conversionOf(WITH_CODES);
  const all = [...facts] as Fact[];
  for (const fact of all) {
    expect(Object.keys(fact)).not.toContain('advance');
    expect(Object.keys(fact)).not.toContain('rankOverride');
    expect(Object.keys(fact)).not.toContain('order');
  }
  const text = JSON.stringify(all.filter(({ setup }) => setup === undefined));
  expect(text).not.toMatch(/"rank"|"qualif|"Q"|"q"/);
});

test('only the numbers of a progression are taken over: places of each heat, others by time', async () => {
  const { facts } = await conversionOf(WITH_CODES);
  const setup = ([...facts] as Fact[]).find(
    ({ unit, setup: given }) => unit === 'ATHW100M--------------RND1--------' && given,
  )!.setup;
  expect(setup).toMatchObject({
    rule: 'ATH.100M@2018',
    units: ['ATHW100M--------------RND1000100--', 'ATHW100M--------------RND1000200--'],
    advance: [
      { by: 'place', count: 1, mark: 'Q' },
      { by: 'best', count: 1, mark: 'q' },
    ],
  });
});

test('an event nobody has a rule for is left out with the reason', async () => {
  const { lines, leftOut } = await conversionOf(WITH_CODES);
  expect(lines).toBe(7);
  expect(leftOut).toEqual([{ reason: 'Tug of war: no rule for the event code "TOW"', lines: 1 }]);
});

test('bars without heights get those of the athletes who finished on them, or lie between', async () => {
  const { facts } = await conversionOf(WITH_BARS);
  const heights = ([...facts] as Fact[]).flatMap(({ attempt }) =>
    attempt?.competitor === '1' ? [attempt.height] : [],
  );
  expect(heights.slice(0, 4)).toEqual(['2.10', '2.15', '2.20', '2.23']);
});

test('performances are read however they are written', () => {
  expect(readMark('3:40.25')).toEqual({ value: 220_250_000, irm: null, reason: null });
  expect(readMark('2:08:44')).toEqual({ value: 7_724_000_000, irm: null, reason: null });
  expect(readMark('37.62DQ')).toEqual({ value: 37_620_000, irm: 'DQ', reason: null });
  expect(readMark('DQ 8:08.47')).toEqual({ value: 488_470_000, irm: 'DQ', reason: null });
  expect(readMark('6.58DQADR 2.2')).toEqual({ value: 6_580_000, irm: 'DQ', reason: 'ADR 2.2' });
  expect(readMark('DQ TR17.3.1')).toEqual({ value: null, irm: 'DQ', reason: 'TR17.3.1' });
  expect(readMark('NH')).toEqual({ value: null, irm: 'NM', reason: null });
  expect(readMark(null)).toEqual({ value: null, irm: null, reason: null });
});

test('trials are read with passes and retirements', () => {
  expect(readTrials('XXr', '2.10').map(({ outcome }) => outcome)).toEqual(['FAILED', 'FAILED', 'RETIRED']);
  expect(readTrials('X-', '2.10').map(({ outcome }) => outcome)).toEqual(['FAILED', 'PASSED']);
});

test('events are known under the names that results use', () => {
  const names = [
    '100 m',
    '10,000m',
    '3000SC',
    '4 x 400m Mixed',
    'Mixed 4x400m Relay',
    '20km Race Walk',
    '110 m hurdles',
    'Half Marathon',
    'HEP',
    'Tug of war',
  ];
  expect(names.map(eventCodeOf)).toEqual([
    '100M',
    '10000M',
    '3000MST',
    '4X400M',
    '4X400M',
    '20KMWALK',
    '110MHURD',
    'HALFMAR',
    'HEPTATH',
    null,
  ]);
});

test('a field event as CSV is read with every attempt, and a foul only is no mark', async () => {
  const text = `"Place","Name","Team","Finals_Result","DQ","Event","Flight_1","Flight_2","Flight_3","Event_Date"
"1","Ann AA","X","5.91m",0,"Women Long Jump","5.74","X","5.91",2018-05-05
"FOUL","Bea BB","X","FOUL",1,"Women Long Jump","X","–","X",2018-05-05
`;
  const path = join(folder, 'results.csv');
  writeFileSync(path, text);
  const converter = athleticsConverters.find((each) => each.recognises(path, text))!;
  const { facts, lists } = (await converter.convert(path)) as Conversion;
  const attempts = ([...facts] as Fact[]).flatMap(({ attempt }) =>
    attempt === undefined ? [] : [attempt.outcome],
  );
  expect(attempts).toEqual(['VALID', 'FAILED', 'VALID', 'FAILED', 'PASSED', 'FAILED']);
  expect(lists[0]!.rows.map(({ rank, irm }) => [rank, irm])).toEqual([
    [1, null],
    [null, 'NM'],
  ]);
});
