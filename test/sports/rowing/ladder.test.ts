/** The ladder for every number of entries: nobody is lost, nobody is in two races, and everybody has a place at the end. */
import { describe, expect, test } from 'vitest';
import { plan } from '../../../sports/rowing/plan.ts';
import { PROGRESSIONS } from '../../../sports/rowing/progression.ts';
import { rowing } from '../../../sports/rowing/rowing.ts';
import { listRows } from '../../../src/model/document.ts';
import { faultsIn } from '../../../src/rules/plan.ts';
import { Dice } from '../../../src/simulation/dice.ts';
import { Standings } from '../../fixture-sports/standings.ts';
import { expectEveryFormat } from '../../support/format-proof.ts';
import { crew, Regatta, rsc } from './regatta.ts';

const heatsOf = (code: string): number =>
  PROGRESSIONS.find((each) => each.code === code)!.rounds.get('HEAT')?.length ?? 0;

/** The least and the most of each progression. */
const FIELDS = PROGRESSIONS.filter(({ code }) => code !== '2-6').flatMap(({ code, least, most }) =>
  [...new Set([least, most])].map((crews) => ({ code, crews })),
);

test.each(PROGRESSIONS)(
  '$code: nothing is fed twice, and each mark is that of a round that there is',
  ({ code }) => {
    const made = plan({ event: rsc(), setup: { options: { progression: code } }, entries: [] });
    expect(faultsIn(made)).toEqual([]);
    const marks = new Set((made.units ?? []).flatMap(({ advance = [] }) => advance.map(({ mark }) => mark)));
    const finals = (made.units ?? []).filter(({ unit }) => unit.includes('FNL-')).length;
    for (const mark of marks)
      if (/^F[A-F]$/.test(mark)) expect(mark.charCodeAt(1) - 'A'.charCodeAt(0), mark).toBeLessThan(finals);
  },
);

describe.each(FIELDS)('$crews crews, rowed as for $code', ({ code, crews }) => {
  const regatta = new Regatta();
  regatta.enter(crews, heatsOf(code));
  regatta.rowAll();

  test('every crew has a place, and the fastest three have a medal', () => {
    const places = regatta.lines(rsc(), 'RANKING');
    expect(places.map((line) => line.split(' ')[0]).toSorted()).toEqual(
      Array.from({ length: crews }, (_none, index) => crew(index + 1)),
    );
    expect(places.map((line) => line.split(' ')[1])).toEqual(
      Array.from({ length: crews }, (_none, index) => String(index + 1)),
    );
    expect(regatta.lines(rsc(), 'MEDALLISTS')).toEqual(['C01 1 GOLD', 'C02 2 SILVER', 'C03 3 BRONZE']);
  });

  test('where a crew starts next is where its mark says', () => {
    for (const document of regatta.standings.documents) {
      const { type, unit } = document.header;
      if (type !== 'RESULT') continue;
      for (const { key, place } of listRows(document)) {
        const next = nextRace(regatta, unit, key);
        const mark = place.qualificationMark ?? null;
        expect(next === null ? [null, 'ELM'] : [markOfRace(next)], `${key} after ${unit}`).toContain(mark);
      }
    }
  });
});

const ROUNDS = ['PREL', 'HEAT', 'REP-', 'QFNL', 'SFNL', 'FNL-'];

function nextRace(regatta: Regatta, unit: string, competitor: string): string | null {
  const later = regatta.standings.documents.filter(
    ({ header, rows }) =>
      header.type === 'RESULT' &&
      ROUNDS.indexOf(header.unit.slice(22, 26)) > ROUNDS.indexOf(unit.slice(22, 26)) &&
      [...rows].some(({ key }) => key === competitor),
  );
  const [first] = later
    .map(({ header }) => header.unit)
    .toSorted((one, other) => ROUNDS.indexOf(one.slice(22, 26)) - ROUNDS.indexOf(other.slice(22, 26)));
  return first ?? null;
}

function markOfRace(unit: string): string {
  const number = Number(unit.slice(26, 30));
  if (unit.includes('FNL-')) return `F${String.fromCharCode(64 + number)}`;
  if (unit.includes('SFNL')) return ['SA/B', 'SC/D', 'SE/F'][Math.floor((number - 1) / 2)]!;
  return unit.includes('QFNL') ? 'Q' : 'R';
}

test('up to six crews row for lanes, and all of them in the final', () => {
  const regatta = new Regatta();
  regatta.enter(5, 0);
  regatta.feed.startList(rsc('PREL', 1), [1, 2, 3, 4, 5].map(crew));
  regatta.row(rsc('PREL', 1), 'C03 C01 C02 C05 C04');
  expect(regatta.lines(rsc('PREL', 1)).map((line) => line.split(' ').at(-1))).toEqual(Array(5).fill('FA'));
  const final = regatta.standings.document('RESULT', rsc('FNL', 1));
  const lanes = listRows(final).map(({ key, identity }) => `${identity.lane}:${key}`);
  expect(lanes).toEqual(['1:C04', '2:C02', '3:C03', '4:C01', '5:C05']);
});

test('without entries and without a word of the venue nothing is planned, and each race is as the venue says', () => {
  const made = plan({ event: rsc(), setup: {}, entries: [] });
  expect(made.units).toBeUndefined();
});

describe('a regatta of 24', () => {
  const regatta = new Regatta();
  regatta.enter(24, 4);
  regatta.rowAll();
  const { facts } = regatta.feed;
  const expected = new Standings(facts, [rowing]).hashes();

  test('ends in the same documents when its facts come in any order', () => {
    for (const seed of [1, 2, 3])
      expect(new Standings(new Dice(seed).shuffled(facts), [rowing]).hashes(), `seed ${seed}`).toEqual(
        expected,
      );
  });

  test('a heat that is corrected re-flows the whole ladder, and is undone without a trace', () => {
    const corrected = new Regatta();
    corrected.enter(24, 4);
    corrected.rowAll();
    const before = corrected.standings.hashes();
    // The winner of heat 1 was last: from the repechage on it is another crew's regatta.
    const seq = corrected.finish(rsc('HEAT', 1), 'C01', 500);
    expect(corrected.starters(rsc('SFNL', 1))).not.toContain('C01');
    expect(corrected.starters(rsc('REP', 4))).toContain('C01');
    corrected.feed.void(seq, rsc('HEAT', 1));
    expect(corrected.standings.hashes()).toEqual(before);
  });

  test('every version is valid in every format, and deltas lead from the first to the last', () => {
    expectEveryFormat(new Standings(facts, [rowing]).versions);
  });
});
