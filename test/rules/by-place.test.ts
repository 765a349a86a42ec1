/** Lists by place through a fixture of their own: a sport that nobody practises, with heats of which the first goes on. */
import { describe, expect, test } from 'vitest';
import { listRows } from '../../src/model/document.ts';
import { formatRsc, levelOf, type Rsc } from '../../src/model/rsc.ts';
import type { Sport } from '../../src/rules/contract.ts';
import { byPlace } from '../../src/rules/families/by-place.ts';
import { timedRace } from '../../src/rules/families/timed-race.ts';
import { faultsIn, rankedIn, successivePhases, unitOf } from '../../src/rules/plan.ts';
import { SECOND, truncTo } from '../../src/rules/rounding.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { Feed, numbered } from '../fixture-sports/feed.ts';
import { Standings } from '../fixture-sports/standings.ts';

const seconds = { round: truncTo, step: SECOND };
const clause = (code: string) => ({ code, clause: 'B 1' });
const race = timedRace('BRG.RACE@1', {
  compare: seconds,
  display: seconds,
  ties: 'picture',
  irmOrder: ['DNF', 'LAST', 'DNS'],
  irmRanked: ['LAST'],
  clauses: { time: clause('TIME') },
});
const round = byPlace('BRG.ROUND@1', {
  irmOrder: ['DNF', 'LAST', 'DNS'],
  irmRanked: ['LAST'],
  display: seconds,
  clauses: { place: clause('PLACE'), time: clause('TIME'), extra: clause('EXTRA') },
  isExtra: (unit) => unit.slice(30, 32) === '99',
  openMark: '?',
});

const event = formatRsc({ discipline: 'BRG', gender: 'M', event: 'BARGE' });
const heat = (number: number, part = 0): Rsc =>
  formatRsc({ discipline: 'BRG', gender: 'M', event: 'BARGE', phase: 'HEAT', unit: numbered(number, part) });
const FINAL = unitOf(event, 'FNL', 1);

const SLOTS = [rankedIn(heat(1), 1), rankedIn(heat(2), 1), rankedIn(heat(1), 2), rankedIn(heat(2), 2)];
const barges: Sport = {
  discipline: 'BRG',
  name: 'Barges',
  unitRule: () => race,
  partsRule: (rsc) => (levelOf(rsc) === 'phase' ? round : null),
  plan: () => ({
    ...successivePhases(event, ['HEAT', 'FNL']),
    units: [
      { unit: heat(1), slots: [], advance: [{ by: 'place', count: 1, mark: 'Q' }] },
      {
        unit: heat(2),
        slots: [],
        advance: [
          { by: 'place', count: 2, mark: 'Q' },
          { by: 'place', count: 9, mark: 'OUT' },
        ],
      },
      { unit: FINAL, slots: SLOTS, lanes: ['3', '4', '2', '5'] },
    ],
  }),
};

/** `A 10 B 12 C DNF`, by heat. */
function rowed(...heats: readonly string[]): Feed {
  const feed = new Feed();
  for (const [index, said] of heats.entries()) {
    const words = said.split(' ');
    const codes = words.filter((_word, at) => at % 2 === 0);
    feed.startList(heat(index + 1), codes, 'ATHLETE');
    for (const [at, competitor] of codes.entries()) {
      const what = words[2 * at + 1]!;
      feed.say(
        heat(index + 1),
        /^[A-Z]/.test(what)
          ? { irm: { competitor, code: what } }
          : { passing: { competitor, point: 'FIN', time: what } },
      );
    }
    feed.say(heat(index + 1), { status: { result: 'OFFICIAL' } });
  }
  return feed;
}

const of = (feed: Feed): Standings => new Standings(feed.facts, [barges]);
const list = (standings: Standings): string[] =>
  standings.lines(
    'PHASE_RESULT',
    formatRsc({ discipline: 'BRG', gender: 'M', event: 'BARGE', phase: 'HEAT' }),
  );

test('the winner of a slow race is before the second of a fast one; of equal places the time decides', () => {
  expect(list(of(rowed('A 30 B 40', 'C 10 D 11')))).toEqual(['C 1 10 Q', 'A 2 30 Q', 'D 3 11 Q', 'B 4 40']);
});

test('an IRM that keeps a place is last, another one has none', () => {
  expect(
    list(of(rowed('A LAST B 40 E DNF', 'C 10 D 11'))).map((line) => line.split(' ').slice(0, 2).join(' ')),
  ).toEqual(['C 1', 'B 2', 'D 3', 'A 4', 'E DNF']);
});

test('each unit has its own lines, and the start list of the final is in the order of its lanes', () => {
  const standings = of(rowed('A 30 B 40', 'C 10 D 11 E 12'));
  expect(standings.lines('RESULT', heat(2)).map((line) => line.split(' ').at(-1))).toEqual(['Q', 'Q', 'OUT']);
  const lanes = listRows(standings.document('RESULT', FINAL)).map(
    ({ key, identity }) => `${identity.lane} ${key}`,
  );
  expect(lanes).toEqual(['2 B', '3 A', '4 C', '5 D']);
  expect(faultsIn(barges.plan({ event, setup: {}, entries: [] })!)).toEqual([]);
});

describe('level at the cut', () => {
  const level = (): Feed => rowed('A 30 B 30', 'C 10 D 11');
  const marks = (feed: Feed): (string | undefined)[] =>
    of(feed)
      .lines('RESULT', heat(1))
      .map((line) => line.split(' ')[3]);

  test('the place is open, and so are the slots of both', () => {
    expect(marks(level())).toEqual(['?', '?']);
    expect(of(level()).competitorsIn(FINAL)).toEqual(['C', 'D']);
  });

  test('an extra race parts them there and nowhere else, whatever comes first', () => {
    const feed = level();
    feed.startList(heat(1, 99), ['A', 'B'], 'ATHLETE');
    for (const [competitor, time] of [
      ['A', '33'],
      ['B', '32'],
    ])
      feed.say(heat(1, 99), { passing: { competitor, point: 'FIN', time } });
    feed.say(heat(1, 99), { status: { result: 'OFFICIAL' } });
    expect(of(feed).lines('RESULT', heat(1))).toEqual(['A 1= 30', 'B 1= 30 Q']);
    expect(of(feed).competitorsIn(FINAL)).toEqual(['A', 'B', 'C', 'D']);
    for (const seed of [1, 2, 3])
      expect(new Standings(new Dice(seed).shuffled(feed.facts), [barges]).hashes()).toEqual(
        of(feed).hashes(),
      );
  });

  test('so does a lot, and only for as long as it stands', () => {
    const feed = level();
    const seq = feed.say(heat(1), { order: { id: '1', why: 'LOT', competitors: ['B', 'A'] } });
    expect(of(feed).lines('RESULT', heat(1))).toEqual(['A 1= 30', 'B 1= 30 Q']);
    feed.void(seq, heat(1));
    expect(of(feed).hashes()).toEqual(of(level()).hashes());
  });
});
