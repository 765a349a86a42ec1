/** Published regattas and diving meets: what is compared, what is explained by the source, what is left out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyFolder } from '../../../src/verify/verify-folder.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** What becomes of a file of any name. */
async function verified(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'published-'));
  folders.push(folder);
  writeFileSync(join(folder, 'x.csv'), text);
  const { sets, differences, leftOut } = await verifyFolder(folder);
  expect(sets.flatMap(({ errors }) => errors)).toEqual([]);
  return { tally: sets[0]!.tally, differences, leftOut };
}

const BOATS =
  'year,race_id,championship_name_description,event_cateogry_abbreviation,round,lane,team,rank_final,progression,dns,exc,dnf,split_1_time,split_2_time,split_3_time,split_4_time';

/** `NZL 1 FA 400.5`: team, rank, mark, time; `DNF` in place of a rank. */
const race = (round: string, boats: readonly string[], event = 'W1x'): string[] =>
  boats.map((boat, index) => {
    const [team, rank, mark = '', time = ''] = boat.split(' ');
    const irm = ['DNS', 'EXC', 'DNF'].map((code) => (code === rank ? 'TRUE' : 'FALSE'));
    return `2015,${round},Worlds,${event},${round},${index + 1},${team},${irm.includes('TRUE') ? '' : rank},${mark},${irm.join()},,,,${time}`;
  });
const regatta = (...races: readonly string[][]): string => [BOATS, ...races.flat()].join('\n');

const HEATS = [
  race('H1', ['A 1 FA 400', 'B 2 R 402', 'C 3 R 404', 'D 4 R 406']),
  race('H2', ['E 1 FA 400', 'F 2 R 402', 'G 3 R 404', 'H 4 R 406']),
];

describe('a regatta', () => {
  test('agrees in places, marks and places of the event', async () => {
    const { tally, differences } = await verified(
      regatta(
        ...HEATS,
        race('R', ['B 1 FA 400', 'F 2 FA 401', 'C 3 FA 402', 'G 4 FA 403', 'D 5 FB 404', 'H 6 FB 405']),
        race('FA', [
          'A 1 (1) 390',
          'E 2 (2) 391',
          'B 3 (3) 392',
          'F 4 (4) 393',
          'C 5 (5) 394',
          'G 6 (6) 395',
        ]),
        race('FB', ['D 1 (7) 380', 'H 2 (8) 381']),
      ),
    );
    expect(differences).toEqual([]);
    expect(tally).toMatchObject({ units: 6, different: 0, explained: 0 });
  });

  test('a boat that the source lacks is the reason for the places behind it, and for no other', async () => {
    const { differences } = await verified(
      regatta(race('FA', ['A 1 (1) 390', 'C 3 (3) 392', 'D 5 (5) 393'])),
    );
    expect(
      differences
        .filter(({ unit }) => unit.endsWith('/RESULT'))
        .map(({ competitor, explained }) => [competitor, explained]),
    ).toEqual([
      ['C', 'the source lacks a boat ahead of it in this race'],
      ['D', 'the source lacks 2 boats ahead of it in this race'],
    ]);
  });

  test('a place that contradicts the times is a difference', async () => {
    const { tally } = await verified(regatta(race('FA', ['A 1 (1) 390', 'B 2 (2) 395', 'C 3 (3) 392'])));
    expect(tally.different).toBeGreaterThan(0);
  });

  test('level boats are parted by a picture that the source does not give', async () => {
    const { differences } = await verified(
      regatta(race('FA', ['A 1 (1) 390', 'B 2 (2) 390', 'C 3 (3) 391'])),
    );
    expect(differences.map(({ competitor, explained }) => [competitor, explained?.slice(0, 23)])).toEqual([
      ['B', 'level to the hundredth:'],
      ['B', 'level to the hundredth:'],
    ]);
  });

  test('who did not finish has no place, as the source says; rounds and boats that nobody knows are left out', async () => {
    const { tally, leftOut } = await verified(
      regatta(
        race('H1', ['A 1 FA 400', 'B 2 R 402', 'C DNF']),
        race('H9X', ['A 1 FA 400']),
        race('H1', ['A 1 FA 400'], 'C5x'),
        race('H2', ['E 1 FA 400', 'F 2 R']),
      ),
    );
    expect(tally.different).toBe(0);
    expect(leftOut.map(({ lines }) => lines)).toEqual([2, 1]);
  });

  test('an event whose progression the rule book has not goes on by the numbers that its marks have', async () => {
    const heat = (name: string, teams: string): string[] =>
      race(
        name,
        [...teams].map((team, index) => `${team} ${index + 1} ${index < 3 ? 'FA' : 'FB'} ${400 + index}`),
      );
    const { tally, differences } = await verified(regatta(heat('H1', 'ABCDE'), heat('H2', 'FGHIJ')));
    expect(differences).toEqual([]);
    expect(tally.equal).toBe(10);
  });
});

const DIVES =
  'rank,name,dcountry,divenum,divecode,DD,J1,J2,J3,J4,J5,J6,J7,divepts,diverank,totalpts,overallrank,pointsbehind,event,round';

interface Dive {
  readonly who: string;
  readonly rank: string;
  readonly award: string;
  readonly points: string;
  readonly running?: string;
  readonly round?: string;
}

const meet = (...dives: readonly Dive[]): string =>
  [
    DIVES,
    ...dives.map(({ who, rank, award, points, running = rank, round = 'final' }) =>
      [
        rank,
        who,
        'AAA',
        1,
        '107B',
        '3.0',
        ...Array(7).fill(award),
        points,
        '',
        points.replace('*', ''),
        running,
        '',
        "women's 3m springboard",
        round,
      ].join(),
    ),
  ].join('\n');

describe('a diving meet', () => {
  test('agrees in places and points, a re-start among them', async () => {
    const { tally, differences } = await verified(
      meet(
        { who: 'ZED Anna', rank: '1', award: '8.0', points: '72.00' },
        { who: 'ABE Berta', rank: '2', award: '9.0', points: '*63.00' },
      ),
    );
    expect(differences).toEqual([]);
    expect(tally).toMatchObject({ units: 1, equal: 2 });
  });

  test('points that the awards do not give are a difference', async () => {
    const { tally } = await verified(meet({ who: 'ZED Anna', rank: '1', award: '8.0', points: '73.00' }));
    expect(tally.different).toBe(1);
  });

  test('equal points that are printed as shared only beside the last dive are explained', async () => {
    const { tally, differences } = await verified(
      meet(
        { who: 'ZED Anna', rank: '1', award: '8.0', points: '72.00', running: '=1' },
        { who: 'ABE Berta', rank: '2', award: '8.0', points: '72.00', running: '=1' },
      ),
    );
    expect(tally.different).toBe(0);
    expect(differences[0]?.explained).toMatch(/shared/);
  });

  test('dives without awards are failed ones', async () => {
    const { differences } = await verified(
      meet(
        { who: 'ZED Anna', rank: '1', award: '8.0', points: '72.00' },
        { who: 'ABE Berta', rank: '2', award: 'NA', points: '0.00' },
      ),
    );
    expect(differences).toEqual([]);
  });

  test('who did not start in the final is the reason why somebody else did', async () => {
    const field = ['A', 'B', 'C', 'D', 'E'].map((who, index) => ({
      who: `ZED ${who}nna`,
      rank: String(index + 1),
      award: String(9 - index),
      points: `${81 - 9 * index}.00`,
      round: 'semifinal a',
    }));
    const other = { who: 'ABE Xenia', rank: '1', award: '5.0', points: '45.00', round: 'semifinal b' };
    const final = [0, 1, 3].map((index, place) => ({
      ...field[index]!,
      rank: String(place + 1),
      round: 'final',
    }));
    const { differences } = await verified(
      meet(...field, other, ...final, { ...other, rank: '4', round: 'final' }),
    );
    expect(differences.map(({ competitor, explained }) => [competitor, explained?.slice(0, 28)])).toEqual([
      ['AAA-ZED-Cnna', 'somebody did not start in th'],
      ['AAA-ZED-Dnna', 'somebody did not start in th'],
    ]);
  });
});
