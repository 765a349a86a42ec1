/**
 * The same set of facts is the same state, whatever came in between: for a pool with bracket and
 * repechage, for a drawn bracket with byes, for a series. And nobody is in a round twice.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOfType } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { driftboardRsc, Feed, numbered, ringballRsc } from './feed.ts';
import {
  cup,
  drawnEvent,
  open,
  playPools,
  race,
  team,
  wholeCup,
  wholeEvent,
  wholeOpen,
  wholeSeries,
} from './feeds.ts';
import { Standings } from './standings.ts';

const EVENTS = [
  {
    name: 'pools, bracket and repechage',
    feed: wholeEvent,
    wrong: ringballRsc('TEAM', 'GPA', numbered(1)),
    who: 'A2',
  },
  {
    name: 'a draw with byes',
    feed: drawnEvent,
    wrong: ringballRsc('SINGLES', 'QFNL', numbered(2)),
    who: 'P4',
  },
  {
    name: 'a cup with the best thirds, and matches for all places',
    feed: wholeCup,
    wrong: cup('GPA', 1),
    who: 'A2',
  },
  {
    name: 'a repechage of those whom the finalists beat',
    feed: wholeOpen,
    wrong: open('SFNL', 1),
    who: 'P5',
  },
] as const;

const hashesAfter = (facts: readonly Fact[]): Map<string, string> => new Standings(facts).hashes();

describe.each([...EVENTS.map(({ name, feed }) => ({ name, feed })), { name: 'a series', feed: wholeSeries }])(
  '$name',
  ({ feed }) => {
    const { facts } = feed();
    const expected = hashesAfter(facts);

    test('ends in the same documents when its facts come in any order', () => {
      for (const seed of [1, 2, 3, 4, 5, 6])
        expect(hashesAfter(new Dice(seed).shuffled(facts)), `seed ${seed}`).toEqual(expected);
    });

    test('does not change by facts that come twice', () => {
      for (const seed of [7, 8])
        expect(hashesAfter(new Dice(seed).shuffled([...facts, ...facts])), `seed ${seed}`).toEqual(expected);
    });
  },
);

describe.each(EVENTS)('$name', ({ feed, wrong, who }) => {
  test('is as it was once a correction is withdrawn, wherever both come', () => {
    const whole = feed();
    const expected = hashesAfter(whole.facts);
    const seq = whole.say(wrong, { periodScore: { competitor: who, period: 'H2', value: '9' } });
    const corrected = hashesAfter(whole.facts);
    expect(corrected).not.toEqual(expected);
    whole.void(seq, wrong);
    expect(hashesAfter(whole.facts)).toEqual(expected);
    for (const seed of [1, 2, 3]) expect(hashesAfter(new Dice(seed).shuffled(whole.facts))).toEqual(expected);
  });
});

test('a series is as it was once a protest is withdrawn, wherever both come', () => {
  const whole = wholeSeries();
  const expected = hashesAfter(whole.facts);
  whole.void(whole.say(race(1), { irm: { competitor: 'D2', code: 'DSQ' } }), race(1));
  for (const seed of [1, 2, 3]) expect(hashesAfter(new Dice(seed).shuffled(whole.facts))).toEqual(expected);
  expect(driftboardRsc()).toHaveLength(34);
});

/** Rounds in which somebody stands twice. */
function twice(standings: Standings): string[] {
  const found: string[] = [];
  for (const document of standings.documents) {
    if (!isOfType(document, 'BRACKETS')) continue;
    const seen = new Set<string>();
    for (const { bracket, sides } of document.rows)
      for (const { competitor } of sides.sides) {
        if (competitor === undefined) continue;
        const place = `${bracket.phase} ${competitor}`;
        if (seen.has(place)) found.push(place);
        seen.add(place);
      }
  }
  return found;
}

const score = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
const matches = [
  'QFNL 1',
  'QFNL 2',
  'QFNL 3',
  'QFNL 4',
  'REP1 1',
  'REP1 2',
  'SFNL 1',
  'SFNL 2',
  'FNL 2',
  'FNL 3',
  'FNL 1',
];

test('nobody is in a round twice, whatever the scores, the corrections and the start lists of the venue are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(11), score), { maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(matches.length - 1), score), { minLength: 4, maxLength: 30 }),
      fc.option(
        fc.tuple(fc.nat(3), fc.constantFrom('A1', 'A2', 'B1', 'B3'), fc.constantFrom('A3', 'B2', 'B4')),
      ),
      (pools, played, named) => {
        const feed = new Feed();
        playPools(feed);
        const standings = new Standings(feed.facts);
        const say = (unit: string, said: object): void => {
          feed.say(unit, said);
          standings.take(feed.facts.slice(-1));
          expect(twice(standings)).toEqual([]);
        };
        for (const [number, [home, away]] of pools) {
          const unit = ringballRsc('TEAM', number < 6 ? 'GPA' : 'GPB', numbered((number % 6) + 1));
          const sides = standings.competitorsIn(unit);
          for (const [index, value] of [home, away].entries())
            say(unit, { periodScore: { competitor: sides[index]!, period: 'H2', value: String(value) } });
        }
        for (const [which, [home, away]] of played) {
          const [phase, number] = matches[which]!.split(' ') as [string, string];
          const unit = team(phase, Number(number));
          const sides = standings.competitorsIn(unit);
          for (const [index, value] of [home, away].entries())
            if (sides[index] !== undefined)
              say(unit, { periodScore: { competitor: sides[index], period: 'H2', value: String(value) } });
          say(unit, { status: { result: 'OFFICIAL' } });
        }
        if (named === null) return;
        const [semiFinal, one, other] = named;
        const entries = [one, other].map((code, index) => ({
          competitor: { code, kind: 'TEAM', organisation: 'XXX', name: { team: code } },
          startOrder: index + 1,
        }));
        say(team('SFNL', (semiFinal % 2) + 1), { startList: { entries } });
        expect(hashesAfter(feed.facts)).toEqual(standings.hashes());
      },
    ),
    { numRuns: 12, seed: 20261128 },
  );
});

/** What a venue can say of a match of a bracket, however little sense it makes there. */
const saidOfMatch = fc.oneof(
  score.map(([home, away]) => ({ score: [home, away] as const })),
  fc.constantFrom('CANCELLED', 'INTERRUPTED', 'RUNNING').map((status) => ({ schedule: status })),
  fc.constantFrom('DSQ', 'DNS').map((irm) => ({ irm })),
  fc.constant({ again: true as const }),
);
const openMatches = [
  '8FNL 1',
  '8FNL 2',
  '8FNL 5',
  'QFNL 1',
  'QFNL 2',
  'SFNL 1',
  'SFNL 2',
  'REP1 1',
  'FNL 2',
  'FNL 1',
];

test('nobody is in a round twice while matches are corrected, cancelled, lost by both and played again, and all of it undone restores every hash', () => {
  const { facts } = wholeOpen();
  const before = hashesAfter(facts);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(openMatches.length - 1), saidOfMatch), { minLength: 1, maxLength: 6 }),
      (happened) => {
        const feed = wholeOpen();
        const standings = new Standings(feed.facts);
        const said: { seq: number; unit: string }[] = [];
        const say = (unit: string, what: object): void => {
          said.push({ seq: feed.say(unit, what), unit });
          standings.take(feed.facts.slice(-1));
          expect(twice(standings)).toEqual([]);
        };
        for (const [which, what] of happened) {
          const [phase, number] = openMatches[which]!.split(' ') as [string, string];
          const unit = open(phase, Number(number));
          const sides = standings.competitorsIn(unit);
          if ('schedule' in what) say(unit, { schedule: { status: what.schedule } });
          else if ('irm' in what)
            for (const competitor of sides) say(unit, { irm: { competitor, code: what.irm } });
          else if ('score' in what)
            for (const [index, competitor] of sides.entries())
              say(unit, { periodScore: { competitor, period: 'H2', value: String(what.score[index] ?? 0) } });
          else say(open(phase, 50 + Number(number)), { status: { result: 'OFFICIAL' } });
        }
        expect(hashesAfter(feed.facts)).toEqual(standings.hashes());
        for (const { seq, unit } of said.reverse()) {
          feed.void(seq, unit);
          standings.take(feed.facts.slice(-1));
          expect(twice(standings)).toEqual([]);
        }
        const after = standings.hashes();
        // A match that is played again stays on the schedule once it was there.
        for (const [channel, hash] of before)
          if (!channel.includes('SCHEDULE')) expect(after.get(channel), channel).toBe(hash);
      },
    ),
    { numRuns: 8, seed: 20261129 },
  );
});
