/**
 * D4: a state is a function of a set of facts. Real competitions in every order, with everything that
 * can happen on the way, end in the same documents, byte for byte: header, rows and hash. Seeds are
 * fixed; one that fails is named in the failure.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channelOf, type Document } from '../../src/model/document.ts';
import type { Fact, FactOf } from '../../src/model/fact.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { competitionAfter, differences, endStateAfter, feedAt } from './end-state.ts';
import { clearedOfDisqualification, disqualified, fromManySources, voided, withStatus } from './incidents.ts';

interface Recorded {
  readonly name: string;
  readonly path: string;
  /** Random arrangements that are tried: fewer where a run takes longer. */
  readonly runs: number;
}

const cases = 'sports';
const RECORDED: readonly Recorded[] = [
  { name: 'track', path: `${cases}/athletics/cases/rio-2016-200m-semi-finals/feed.ndjson`, runs: 6 },
  { name: 'jury and lots', path: `${cases}/athletics/cases/c011-5000m-jury/feed.ndjson`, runs: 6 },
  { name: 'reinstated', path: `${cases}/athletics/cases/c099-5000m-reinstated/feed.ndjson`, runs: 10 },
  { name: 'horizontal jump', path: `${cases}/athletics/cases/rio-2016-long-jump/feed.ndjson`, runs: 3 },
  { name: 'vertical jump', path: `${cases}/athletics/cases/rio-2016-high-jump-final/feed.ndjson`, runs: 6 },
  { name: 'combined events', path: `${cases}/athletics/cases/rio-2016-decathlon-five/feed.ndjson`, runs: 3 },
  {
    name: 'swimming with a swim-off',
    path: `${cases}/swimming/cases/copenhagen-2017-mens-50m-breaststroke/feed.ndjson`,
    runs: 3,
  },
  { name: 'relay', path: `${cases}/swimming/cases/barcelona-2013-mens-4x100m-medley/feed.ndjson`, runs: 2 },
  {
    name: 'apparatus in subdivisions',
    path: `${cases}/gymnastics/cases/tokyo-2020-beam-qualification/feed.ndjson`,
    runs: 3,
  },
  { name: 'apparatus final', path: `${cases}/gymnastics/cases/tokyo-2020-floor-final/feed.ndjson`, runs: 6 },
  { name: 'ladder', path: `${cases}/rowing/cases/amsterdam-2014-womens-four/feed.ndjson`, runs: 2 },
  { name: 'pool', path: `${cases}/football/cases/c045-world-cup-2018-group-h/feed.ndjson`, runs: 3 },
  { name: 'bracket', path: `${cases}/tennis/cases/draw-with-bye-walkover-retirement/feed.ndjson`, runs: 3 },
  { name: 'judges', path: `${cases}/diving/cases/synchronised-eleven-judges/feed.ndjson`, runs: 3 },
  { name: 'repechage', path: `${cases}/judo/cases/excluded-in-the-quarter-final/feed.ndjson`, runs: 2 },
  { name: 'a series', path: `${cases}/sailing/cases/redress-and-penalties/feed.ndjson`, runs: 2 },
  { name: 'interval start', path: `${cases}/orienteering/cases/equal-seconds/feed.ndjson`, runs: 10 },
];

/** Which version of which document, and what it promises. */
const said = ({ header, epoch, version, hash, asOf, correction }: Document) =>
  [channelOf(header), epoch, version, hash, asOf, JSON.stringify(correction)].join(' ');

const known = new WeakMap<readonly Fact[], ReadonlyMap<string, string>>();

/** The same content as the undisturbed feed. */
function expectSame(feed: readonly Fact[], disturbed: readonly Fact[]): void {
  const clean = known.get(feed) ?? endStateAfter(feed);
  known.set(feed, clean);
  expect(differences(clean, endStateAfter(disturbed))).toEqual([]);
}

describe.each(RECORDED)('D4 $name ($path)', ({ path, runs }) => {
  const feed = feedAt(path);
  const any = { seed: 2024, numRuns: runs };
  const seeds = fc.integer({ min: 1, max: 1_000_000 });

  test('a second replay makes the same versions fact by fact, so that a restart anywhere goes on as before', () => {
    const one = competitionAfter(feed).versions;
    const other = competitionAfter(feed).versions;
    expect(other.map(({ document }) => said(document))).toEqual(one.map(({ document }) => said(document)));
    expect(JSON.stringify(other.map(({ delta }) => delta))).toBe(
      JSON.stringify(one.map(({ delta }) => delta)),
    );
  });

  test('any part of it in any order ends in the same documents', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: feed.length }), (seed, length) => {
        const part = feed.slice(0, length);
        expectSame(part, new Dice(seed).shuffled(part));
      }),
      { ...any, examples: [[1, feed.length]] },
    );
  });

  test('facts that come twice, three times, early and late, change nothing and publish nothing of their own', () => {
    const dice = new Dice(11);
    const duplicated = feed.flatMap((fact, index) => [fact, feed[dice.throw(index + 1)]!]);
    const clean = competitionAfter(feed).versions;
    expect(competitionAfter(duplicated).versions.map(({ document }) => document.hash)).toEqual(
      clean.map(({ document }) => document.hash),
    );
  });

  test('each fact held up by an arbitrary while ends in the same documents', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const dice = new Dice(seed);
        const late = feed.map((fact, index) => ({ fact, at: index + dice.throw(40) }));
        expectSame(
          feed,
          late.sort((one, other) => one.at - other.at).map(({ fact }) => fact),
        );
      }),
      any,
    );
  });

  test('facts from a source per unit in any order end in the same documents', () => {
    const sources = fromManySources(feed);
    expectSame(feed, sources);
    fc.assert(
      fc.property(seeds, (seed) => expectSame(sources, new Dice(seed).shuffled(sources))),
      { seed: 7, numRuns: Math.ceil(runs / 4) },
    );
  });

  test('start lists and setups that come last end in the same documents', () => {
    const isList = ({ kind }: Fact): boolean => kind === 'startList' || kind === 'setup';
    expectSame(feed, [...feed.filter((fact) => !isList(fact)), ...feed.filter(isList)]);
  });

  test('F3 a word with a lower number that comes late changes nothing', () => {
    const scored = feed.filter((fact): fact is FactOf<'passing'> => fact.kind === 'passing');
    const spread = feed.map((fact) => ({ ...fact, seq: fact.seq * 10 }));
    const outdated = scored.slice(0, 20).map(
      (fact): Fact => ({
        ...fact,
        seq: fact.seq * 10 - 5,
        content: { ...fact.content, ...(fact.content.time === undefined ? {} : { time: 30_000_000 }) },
      }),
    );
    expectSame(spread, [...spread, ...outdated]);
    expectSame(spread, [...outdated, ...spread]);
  });

  test('a disqualification that is taken back leaves no trace, by a word or by a void', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, byVoid) => {
        const dice = new Dice(seed);
        const incident = disqualified(feed, dice);
        const end = byVoid ? voided(incident) : clearedOfDisqualification(incident);
        const at = dice.throw(feed.length + 1);
        const then = at + dice.throw(feed.length + 1 - at);
        const during = [...feed.slice(0, at), incident, ...feed.slice(at, then)];
        expectSame(feed, [...during, end, ...feed.slice(then)]);
        // The void may even come before what it withdraws.
        if (byVoid) expectSame(feed, [end, ...during, ...feed.slice(then)]);
      }),
      any,
    );
  });

  test('facts that are withdrawn, before or after they come, leave what would be without them', () => {
    const mayGo = ({ kind }: Fact): boolean => kind !== 'setup' && kind !== 'startList';
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, isLate) => {
        const dice = new Dice(seed);
        const gone = new Set(feed.filter((fact) => mayGo(fact) && dice.throw(3) === 0));
        const voids = [...gone].map((fact, index) => ({ ...voided(fact), seq: 1_000 + index }));
        const staying = feed.filter((fact) => !gone.has(fact));
        expectSame(staying, isLate ? [...feed, ...voids] : dice.shuffled([...feed, ...voids]));
      }),
      any,
    );
  });

  test('a competition of which every fact is withdrawn shows nobody', () => {
    const voids = feed.map((fact, index) => ({ ...voided(fact), seq: 1_000 + index }));
    for (const end of [
      [...feed, ...voids],
      [...feed, ...voids.toReversed()],
    ]) {
      const { competition } = competitionAfter(end);
      // What was told stays told.
      const shown = [...competition.documents.values()].filter(
        ({ current }) => current.header.type !== 'COMMUNICATION',
      );
      const rows = shown.flatMap(({ current }) =>
        current.rows.map(({ key }) => `${channelOf(current.header)} ${key}`),
      );
      expect(rows).toEqual([]);
    }
  });

  test('a disqualification that stands is seen', () => {
    const incident = disqualified(feed, new Dice(3));
    expect(differences(endStateAfter(feed), endStateAfter([...feed, incident]))).not.toEqual([]);
  });

  test('a status that goes there and back leaves no trace', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const dice = new Dice(seed);
        const { unit } = feed[dice.throw(feed.length)]!;
        const last = feed.findLast((fact) => fact.kind === 'status' && fact.unit === unit);
        if (last === undefined) return;
        const steps = ['LIVE', 'OFFICIAL', 'PROTESTED', 'START_LIST'] as const;
        const there = withStatus(unit, steps[dice.throw(steps.length)]!, 1);
        expectSame(feed, [...feed, there, voided(there)]);
        const back = withStatus(unit, (last as FactOf<'status'>).content.result, 2);
        expectSame(feed, [...feed, there, back]);
      }),
      any,
    );
  });
});

describe('D4 whole competitions, as the demo replays them', () => {
  test.each([
    ['swimming', 'barcelona', 1],
    ['athletics', 'rio', 3],
    ['gymnastics', 'tokyo', 3],
  ])('%s in any order', (_sport, name, runs) => {
    const feed = feedAt(`src/venue/recordings/${name}.ndjson`);
    const clean = endStateAfter(feed);
    for (let seed = 1; seed <= runs; seed += 1) {
      const shuffled = new Dice(seed).shuffled([...feed, ...feed.slice(0, 50)]);
      expect(differences(clean, endStateAfter(shuffled)), `seed ${seed}`).toEqual([]);
    }
  });
});
