/**
 * Facts are what was measured. Of each format: without its official columns (places, marks of qualification, totals), and with its
 * rows the other way round, a file gives the same facts.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Conversion } from '../../../src/verify/converters/conversion.ts';
import { HEADER } from '../../../src/verify/converters/gymnastics-source.ts';
import { CONVERTERS } from '../../../src/verify/converters.ts';
import { LENEX_2, LENEX_3 } from '../../venue/lenex-sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'official-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The facts of a file, meet by meet. */
async function factsOf(name: string, text: string): Promise<readonly object[]> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const converter = CONVERTERS.find((each) => each.recognises(path, text.slice(0, 4096)))!;
  const conversions = [await converter.convert(path)].flat() as Conversion[];
  return conversions.flatMap(({ facts }) => [...facts]);
}

const runner = (id: string, rank: string, performance: string, qualification: string | null) => ({
  tpAthleteId: id,
  country: 'AAA',
  familyName: id,
  rank,
  performance,
  qualification,
});
const WITH_CODES = {
  organiser_id: 'X',
  city: 'Y',
  year: '2016',
  events: [
    {
      name: '100 m Women',
      eventCode: '100',
      gender: 'W',
      round: 'HEAT',
      roundName: 'Heat 1',
      date: '2016-08-12',
      result: [
        runner('12', '1', '10.01', 'Q'),
        runner('11', '2', '10.09', 'q'),
        runner('13', '3', '10.30', null),
      ],
    },
    {
      name: 'High jump Women',
      eventCode: 'HJ',
      gender: 'W',
      round: 'FINAL',
      date: '2016-08-13',
      result: [
        { ...runner('22', '1', '2.00', null), heights: [{ height: '2.00', results: 'XO' }] },
        {
          ...runner('21', '2', '1.95', null),
          heights: [
            { height: '1.95', results: 'O' },
            { height: '2.00', results: 'XXX' },
          ],
        },
      ],
    },
  ],
};

const jumper = (id: number, rank: string, best: string, attempts: readonly string[]) => ({
  toID: id,
  rank,
  lastname: `J${id}`,
  nation: 'AAA',
  bestPerformance: best,
  qualified: null,
  combinedPoints: null,
  roundResults: attempts.map((performance, index) => ({ round: index + 1, performance })),
});
const WITH_NAMES = {
  compID: 1,
  compName: 'C',
  city: 'Y',
  startDate: '2024-06-07',
  events: [
    {
      gender: 'W',
      eventName: 'Long Jump',
      roundName: 'Final',
      date: '2024-06-07',
      results: [jumper(2, '1', '6.50', ['6.40', '6.50']), jumper(1, '2', '6.45', ['x', '6.45'])],
    },
  ],
};

const COLLEGE_HEADER = 'Place,Name,Team,Finals_Result,Event,Event_Date,Flight_1,Flight_2';
const college = (places: readonly string[]) => [
  `${places[0]},Zoe,ONE,6.50,Women Long Jump,2019-05-01,6.40,6.50`,
  `${places[1]},Amy,TWO,6.45,Women Long Jump,2019-05-01,FOUL,6.45`,
];
const gymnastics = (places: readonly string[], scores: readonly string[]) => [
  `Cup,1 May 2022,Town,final,w,FX,${places[0]},ZED,One,ITA,5.1,8.033,,${scores[0]}`,
  `Cup,1 May 2022,Town,final,w,FX,${places[1]},ABE,Two,FRA,5.0,8.000,0.1,${scores[1]}`,
];

const runnerIof = (id: string, position: string, time: number) =>
  `<PersonResult><Person><Id>${id}</Id><Name><Family>${id}</Family></Name></Person><Organisation><Name>OK</Name></Organisation><Result><Time>${time}</Time>${position}<Status>OK</Status></Result></PersonResult>`;
const iof = (runners: readonly string[]) =>
  `<ResultList xmlns="http://www.orienteering.org/datastandard/3.0" iofVersion="3.0"><Event><Name>S</Name></Event><ClassResult><Class sex="F"><Name>W</Name></Class>${runners.join('')}</ClassResult></ResultList>`;
const RUNNERS = [
  runnerIof('B', '<Position>1</Position>', 900),
  runnerIof('A', '<Position>2</Position>', 905),
];

const ROWING_HEADER =
  'year,race_id,championship_name_description,event_cateogry_abbreviation,round,lane,team,rank_final,progression,dns,exc,dnf,split_1_time,split_2_time,split_3_time,split_4_time';
const rowing = (places: readonly string[], marks: readonly string[]) => [
  `2014,R1,Worlds,W1x,H1,3,NZL,${places[0]},${marks[0]},FALSE,FALSE,FALSE,99.5,201.5,302.5,399.56`,
  `2014,R1,Worlds,W1x,H1,1,AUT,${places[1]},${marks[1]},FALSE,FALSE,FALSE,98.7,201.1,303.1,400.05`,
];

const DIVES_HEADER =
  '"rank","name","dcountry","divenum","divecode","DD","J1","J2","J3","J4","J5","J6","J7","divepts","diverank","totalpts","overallrank","pointsbehind","event","round"';
/** What became of a dive; the mark of a re-start is no points. */
type Became = readonly [rank: string, points: string, total: string, running: string];
const dives = (became: readonly [Became, Became]) =>
  [
    ['ZED Anna', '407C', '8.5,8.5,8.0,8.5,8.0,8.0,8.0', became[0]] as const,
    ['ABE Berta', '305B', '7.5,7.0,7.0,6.0,7.0,7.0,7.5', became[1]] as const,
  ].map(
    ([name, dive, awards, [rank, points, total, running]]) =>
      `${rank},"${name}","AAA",1,"${dive}",3.0,${awards},"${points}",,"${total}","${running}","","women's 3m springboard","final"`,
  );

const AWARDS_HEADER = 'Event,Round,Diver,Country,Rank,DiveNo,Difficulty,JScore,Judge,JCountry';
const awards = (places: readonly string[]) =>
  [
    ['ZED Anna', places[0]],
    ['ABE Berta', places[1]],
  ].flatMap(([diver, place]) =>
    ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(
      (judge, index) => `W3mSB,Final,${diver},AAA,${place},1,3.0,${5 + index / 2},${judge},X`,
    ),
  );

const CUP_HEADER =
  'tournament_id,tournament_name,match_id,stage_name,group_name,group_stage,knockout_stage,replay,home_team_name,home_team_code,away_team_name,away_team_code,home_team_score,away_team_score,extra_time,penalty_shootout,home_team_score_penalties,away_team_score_penalties,result';
const cup = (results: readonly string[]) => [
  `WC-2006,2006 FIFA Men's World Cup,M-2006-01,group stage,Group A,1,0,0,A,AAA,B,BBB,2,1,0,0,0,0,${results[0]}`,
  `WC-2006,2006 FIFA Men's World Cup,M-2006-02,final,not applicable,0,1,0,B,BBB,A,AAA,1,1,1,1,4,5,${results[1]}`,
];

const EURO = {
  name: 'Euro 2024',
  matches: [
    {
      num: 1,
      date: '2024-06-14',
      team1: { name: 'A', code: 'AAA' },
      team2: { name: 'B', code: 'BBB' },
      score: { ht: [1, 0], ft: [1, 1] },
      goals1: [{ name: 'X', minute: 9 }],
      goals2: [{ name: 'Y', minute: 90, offset: 1, owngoal: true }],
      group: 'Group A',
    },
    {
      num: 2,
      date: '2024-07-14',
      team1: { name: 'B', code: 'BBB' },
      team2: { name: 'A', code: 'AAA' },
      score: { ft: [2, 1] },
      round: 'Final',
    },
  ],
};

const POINTS_HEADER =
  'match_id,SetNo,P1GamesWon,P2GamesWon,SetWinner,GameNo,GameWinner,PointNumber,PointWinner,PointServer,P1Score,P2Score';
const points = (official: (side: number) => string) =>
  [1, 2, 1, 1].map(
    (winner, index) =>
      `2012-wimbledon-1701,1,${official(0)},${official(0)},${official(0)},1,${official(0)},${index + 1},${winner},1,${official(1)},${official(2)}`,
  );

/** Every value of these names is taken away, however deep. */
const without = (value: unknown, names: readonly string[]): unknown =>
  JSON.parse(JSON.stringify(value, (name, each: unknown) => (names.includes(name) ? null : each)));
/** The rows of every event the other way round. */
const reversed = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, each: unknown) =>
      (name === 'result' || name === 'results') && Array.isArray(each) ? [...each].reverse() : each,
    ),
  );

type Sample = readonly [format: string, file: string, whole: string, stripped: string, turned: string];
const json = (value: unknown): string => JSON.stringify(value);
const csv = (header: string, lines: readonly string[]): string => [header, ...lines].join('\n');

const SAMPLES: Sample[] = [
  [
    'Tilastopaja with codes',
    'a.json',
    json(WITH_CODES),
    json(without(WITH_CODES, ['rank'])),
    json(reversed(WITH_CODES)),
  ],
  [
    'Tilastopaja with names',
    'b.json',
    json(WITH_NAMES),
    json(without(WITH_NAMES, ['rank', 'qualified', 'combinedPoints'])),
    json(reversed(WITH_NAMES)),
  ],
  [
    'NCAA field event',
    'c.csv',
    csv(COLLEGE_HEADER, college(['1', '2'])),
    csv(COLLEGE_HEADER, college(['', ''])),
    csv(COLLEGE_HEADER, college(['1', '2']).reverse()),
  ],
  [
    'table of routines',
    'd.csv',
    csv(HEADER, gymnastics(['1', '2'], ['13.133', '12.900'])),
    csv(HEADER, gymnastics(['', ''], ['', ''])),
    csv(HEADER, gymnastics(['1', '2'], ['13.133', '12.900']).reverse()),
  ],
  [
    'LENEX 2.0',
    'e.lef',
    LENEX_2,
    LENEX_2.replaceAll(/ place="-?\d+"/g, ''),
    LENEX_2.replace(/(<CLUB name="Alpha"[\s\S]*?<\/CLUB>)\s*(<CLUB name="Beta"[\s\S]*?<\/CLUB>)/, '$2$1'),
  ],
  [
    'LENEX 3.0',
    'f.lef',
    LENEX_3,
    LENEX_3.replaceAll(/ (place|order)="\d+"(?=\/>)/g, ''),
    LENEX_3.replace(
      /(<ATHLETE athleteid="1"[\s\S]*?<\/ATHLETE>)\s*(<ATHLETE athleteid="2"[\s\S]*?<\/ATHLETE>)/,
      '$2$1',
    ),
  ],
  [
    'IOF XML',
    'g.xml',
    iof(RUNNERS),
    iof(RUNNERS.map((each) => each.replace(/<Position>\d+<\/Position>/, ''))),
    iof([...RUNNERS].reverse()),
  ],
  [
    'table of boats',
    'h.csv',
    csv(ROWING_HEADER, rowing(['1', '2'], ['FA', 'R'])),
    csv(ROWING_HEADER, rowing(['', ''], ['', ''])),
    csv(ROWING_HEADER, rowing(['1', '2'], ['FA', 'R']).reverse()),
  ],
  [
    'table of dives',
    'i.csv',
    csv(
      DIVES_HEADER,
      dives([
        ['1', '72.75', '72.75', '1'],
        ['2', '*45.00', '45.00', '2'],
      ]),
    ),
    csv(
      DIVES_HEADER,
      dives([
        ['', '', '', ''],
        ['', '*', '', ''],
      ]),
    ),
    csv(
      DIVES_HEADER,
      dives([
        ['1', '72.75', '72.75', '1'],
        ['2', '*45.00', '45.00', '2'],
      ]).reverse(),
    ),
  ],
  [
    'table of awards',
    'j.csv',
    csv(AWARDS_HEADER, awards(['1', '2'])),
    csv(AWARDS_HEADER, awards(['', ''])),
    csv(AWARDS_HEADER, awards(['1', '2']).reverse()),
  ],
  [
    'table of World Cup matches',
    'k.csv',
    csv(CUP_HEADER, cup(['home team win', 'away team win'])),
    csv(CUP_HEADER, cup(['', ''])),
    csv(CUP_HEADER, cup(['home team win', 'away team win']).reverse()),
  ],
  [
    'European championship',
    'l.json',
    json(EURO),
    json(without(EURO, ['ht'])),
    json({ ...EURO, matches: [...EURO.matches].reverse() }),
  ],
  [
    'points of Grand Slams',
    'm.csv',
    csv(POINTS_HEADER, points(String)),
    csv(
      POINTS_HEADER,
      points(() => ''),
    ),
    csv(POINTS_HEADER, points(String).reverse()),
  ],
];

const judoka = (side: string, id: string) => ({
  [`id_person_${side}`]: id,
  [`family_name_${side}`]: id,
  [`given_name_${side}`]: 'X',
  [`country_short_${side}`]: 'AAA',
});
const bout = (number: number, round: string, sides: readonly [string, string], won: string) => ({
  competition_name: 'C',
  date_raw: '2024/07/28',
  weight: '-66',
  contest_code_long: `c_m_0066_000${number}`,
  fight_no: String(number),
  round_code: `last8_rep_11_${round}`,
  ...judoka('white', sides[0]),
  ...judoka('blue', sides[1]),
  waza_w: won === sides[0] ? '1' : '0',
  waza_b: won === sides[1] ? '1' : '0',
  duration: '00:04:00',
  first_hajime_at_ts: '1',
  fight_duration: '240',
  is_finished: '1',
  bye: '0',
  id_winner: won,
});
const BOUTS = {
  contests: [
    bout(1, '1-4', ['1', '2'], '2'),
    bout(2, '1-4', ['3', '4'], '3'),
    bout(7, '7-8', ['2', '3'], '3'),
  ],
};

const ABOUT = '"# Sailed: 3, Discards: 1, To count: 2, Entries: 2, Scoring system: Appendix A"';
const SERIES_HEADER = ',Rank,Tally,Fleet,SailNo,HelmName,R1,R2,R3,Total,Nett';
const boats = (ranks: readonly string[], sums: readonly string[], excluded: (score: string) => string) => [
  `,${ranks[0]},1,F,7,Zoe,0.7,${excluded('2.0')},0.7,${sums[0]},${sums[0]}`,
  `,${ranks[1]},2,F,9,Amy,2.0,0.7,${excluded('3.0 DNC')},${sums[1]},${sums[1]}`,
];
const inBrackets = (score: string): string => `(${score})`;
const sailwave = (lines: readonly string[]): string => [ABOUT, SERIES_HEADER, ...lines].join('\n');

SAMPLES.push(
  [
    'judo contests',
    'n.json',
    json(BOUTS),
    json(without(BOUTS, ['id_winner'])),
    json({ contests: [...BOUTS.contests].reverse() }),
  ],
  [
    'series of Sailwave',
    'o.csv',
    sailwave(boats(['1st', '2nd'], ['3.4', '5.7'], inBrackets)),
    sailwave(boats(['', ''], ['', ''], (score) => score)),
    sailwave(boats(['1st', '2nd'], ['3.4', '5.7'], inBrackets).reverse()),
  ],
);

describe.each(SAMPLES)('%s', (_format, file, whole, stripped, turned) => {
  test('gives the same facts without what the officials made of it', async () => {
    expect(stripped).not.toBe(whole);
    expect(await factsOf(file, stripped)).toEqual(await factsOf(file, whole));
  });

  test('gives the same facts whatever the order of its rows', async () => {
    expect(turned).not.toBe(whole);
    expect(await factsOf(file, turned)).toEqual(await factsOf(file, whole));
  });
});

test('marks of qualification are read for the numbers of the progression only', async () => {
  const whole = await factsOf('a.json', json(WITH_CODES));
  const unmarked = await factsOf('a.json', json(without(WITH_CODES, ['rank', 'qualification'])));
  const told = whole.map((fact) => without(fact, ['advance']));
  expect(json(whole)).toContain('"advance"');
  expect(json(unmarked)).not.toContain('"advance"');
  expect(
    told.map((fact) =>
      json(fact)
        .replace('"advance":null', '')
        .replace(/,(?=})/, ''),
    ),
  ).toEqual(unmarked.map(json));
});
