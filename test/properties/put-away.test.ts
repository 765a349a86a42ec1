/**
 * Events that leave memory at any fact, and come back with a later one, lead to the same versions as if they had never left: number, hash,
 * corrections, deltas and refusals. Also across a competition that is put down and taken up meanwhile. Seeds are fixed.
 */
import { relative } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterAll, describe, expect, test } from 'vitest';
import { PACKING } from '../../src/checkpoints/packed.ts';
import { isRejection } from '../../src/ingest/rejection.ts';
import type { Fact } from '../../src/model/fact.ts';
import { disciplineOf, disciplineRsc, GENERAL } from '../../src/model/rsc.ts';
import type { Sport } from '../../src/rules/contract.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { meet, race } from '../../src/simulation/race.ts';
import { SPORTS } from '../../src/sports.ts';
import {
  Competition,
  type CompetitionSoFar,
  type CompetitionTaken,
} from '../../src/standings/competition.ts';
import type { TreeSoFar } from '../../src/standings/discipline-tree.ts';
import type { EventAway, Left } from '../../src/standings/events-away.ts';
import { type PuttingAway, putAwayWhenOver } from '../../src/standings/putting-away.ts';
import { NotAsPublished } from '../../src/standings/series.ts';
import type { UnitSoFar } from '../../src/standings/unit-field.ts';
import { factOfLine } from '../../src/venue/feed-file.ts';
import { drawnEvent, wholeCup, wholeEvent, wholeOpen, wholeSeries } from '../fixture-sports/feeds.ts';
import { FIXTURE_SPORTS } from '../fixture-sports/standings.ts';
import { allCases } from '../support/case-runner.ts';
import { ROOT } from '../support/source-tree.ts';
import { EPOCH, feedAt, stored, versionsAsText } from './end-state.ts';

/** A longer feed takes longer, and shows nothing that a shorter one does not. */
const FACTS_MOST = 100;

const cases = allCases()
  .map(({ folder }) => relative(ROOT, folder))
  .map((folder) => ({ folder, facts: stored(feedAt(`${folder}/feed.ndjson`)), sports: SPORTS }))
  .filter(({ facts }) => facts.length <= FACTS_MOST);
const invented = Object.entries({ drawnEvent, wholeCup, wholeEvent, wholeOpen, wholeSeries }).map(
  ([folder, feed]) => ({ folder, facts: stored(feed().facts), sports: FIXTURE_SPORTS }),
);
/** What an engine, or somebody who speaks of the whole competition, says meanwhile. */
const aside = (dice: Dice): object =>
  dice.once(2)
    ? { unit: disciplineRsc('SIM'), link: { source: 'SIM-1', state: dice.one(['GAP', 'OK']) } }
    : { unit: GENERAL, competition: { code: `SIM${dice.throw(9)}`, names: { en: 'Games' } } };

/** Results that are decided, taken back, corrected and decided again, in any order. */
const races = Array.from({ length: 40 }, (_none, index) => {
  const dice = new Dice(index + 1);
  const said = dice
    .shuffled(meet(dice, FACTS_MOST))
    .flatMap(({ unit, fact }) => [{ unit, ...fact }, ...(dice.once(8) ? [aside(dice)] : [])])
    .map((content, before) => {
      const origin = {
        source: 'SIM-1',
        epoch: '2024-06-09',
        seq: before + 1,
        sentAt: '2024-06-09T20:00:00Z',
      };
      const fact = factOfLine(Buffer.from(JSON.stringify({ ...origin, ...content })), before + 1);
      if (isRejection(fact)) throw new Error(fact.message);
      return fact;
    });
  return { folder: `race ${index + 1}`, facts: said, sports: [race] };
});
const feeds: { folder: string; facts: Fact[]; sports: readonly Sport[] }[] = [
  ...cases,
  ...invented,
  ...races,
];

/** Whatever is going on: the dice decide. */
const whenever = (dice: Dice): PuttingAway => ({
  packing: PACKING,
  everyFacts: 1,
  isTime: () => dice.throw(3) === 0,
});

const copy = <T>(value: T): T => deserialize(serialize(value)) as T;

const said = ({ versions, refusals, faults }: CompetitionTaken): unknown => ({
  versions: versionsAsText(versions),
  refusals: refusals.map(({ code, message }) => `${code} ${message}`),
  faults: faults.map(({ unit, error }) => `${unit} ${String(error)}`),
});

const wereAway = new Set<string>();

test.each(feeds)('$folder: nobody can tell', ({ facts, sports }) => {
  const dice = new Dice(facts.length);
  const begun = (puttingAway: PuttingAway | null): Competition =>
    new Competition({ epoch: EPOCH, sports, puttingAway });
  const one = begun(null);
  let other = begun(whenever(dice));
  const downAt = dice.throw(facts.length);
  facts.forEach((fact, index) => {
    expect(said(other.take(fact)), `fact ${index + 1}`).toEqual(said(one.take(fact)));
    if (other.memory.unitsAway > 0) wereAway.add(disciplineOf(fact.unit));
    if (index !== downAt || other.stopped.length > 0) return;
    const next = begun(whenever(dice));
    next.takeUp(copy(other.soFar()));
    expect(next.memory.unitsAway).toBe(other.memory.unitsAway);
    other = next;
  });
});

afterAll(() => {
  // Lists of apparatus are made of units of other events: gymnastics stays in memory.
  const all = [...SPORTS, ...FIXTURE_SPORTS].map(({ discipline }) => discipline);
  expect(all.filter((discipline) => !wereAway.has(discipline))).toEqual(['GAR']);
});

describe('in the ordinary way', () => {
  const facts = cases.find(({ folder }) => folder.endsWith('c099-5000m-reinstated'))!.facts;
  const last = facts.at(-1)!;
  const pause = (count: number): Fact[] =>
    Array.from({ length: count }, (_none, index) => ({
      ...last,
      kind: 'note',
      unit: 'SWM-------------------------------',
      content: { id: 'pause', text: 'pause' },
      source: 'PAUSE',
      seq: index + 1,
      streamSeq: last.streamSeq + 1 + index,
    }));
  const begun = (): Competition =>
    new Competition({ epoch: EPOCH, sports: SPORTS, puttingAway: putAwayWhenOver(PACKING) });

  test('an event leaves memory that is over, and about which nothing was said for long', () => {
    const competition = begun();
    for (const fact of facts) competition.take(fact);
    const { units } = competition.memory;
    for (const fact of pause(4_900)) competition.take(fact);
    expect(competition.memory).toEqual({ units, unitsAway: 0, bytesAway: 0 });
    for (const fact of pause(5_200).slice(4_900)) competition.take(fact);
    expect(competition.memory).toMatchObject({ units: 0, unitsAway: units });
    expect(competition.memory.bytesAway).toBeGreaterThan(0);
  });

  test('silence of its source leaves it away and makes no version; missing numbers bring it back, and it says so', () => {
    const competition = begun();
    for (const fact of [...facts, ...pause(5_200)]) competition.take(fact);
    const { unitsAway } = competition.memory;
    const said = (state: 'SILENT' | 'GAP' | 'OK', at: number): CompetitionTaken =>
      competition.take({
        ...last,
        kind: 'link',
        source: 'SPLITSECOND',
        unit: disciplineRsc(last.unit),
        content: { source: last.source, state },
        streamSeq: last.streamSeq + 6_000 + at,
      } as Fact);
    for (const [at, state] of (['SILENT', 'OK', 'SILENT'] as const).entries())
      expect([said(state, at).versions, competition.memory.unitsAway]).toEqual([[], unitsAway]);
    const { versions, faults } = said('GAP', 4);
    const doubted = versions.map(({ document }) => document.header);
    expect(faults).toEqual([]);
    expect(competition.memory.unitsAway).toBe(0);
    expect(doubted.length).toBeGreaterThan(0);
    for (const { reliability } of doubted) expect(reliability.reasons).toEqual(['SEQUENCE_GAP']);
  });

  test('a swimming final leaves memory, and a relay stays whose first swimmer counts for a record elsewhere', () => {
    const overAtOnce: PuttingAway = { packing: PACKING, everyFacts: 1, isTime: ({ isOver }) => isOver() };
    const inMemory = (name: string): number => {
      const competition = new Competition({ epoch: EPOCH, sports: SPORTS, puttingAway: overAtOnce });
      for (const fact of cases.find(({ folder }) => folder.endsWith(name))!.facts) competition.take(fact);
      return competition.memory.units;
    };
    expect(inMemory('c015-rio-2016-womens-100m-freestyle')).toBe(0);
    expect(inMemory('lead-off-record')).toBeGreaterThan(0);
  });

  test('what is said of the whole competition is in the documents of an event that was away', () => {
    const competition = begun();
    for (const fact of [...facts, ...pause(5_200)]) competition.take(fact);
    expect(competition.memory.unitsAway).toBeGreaterThan(0);
    const { versions, faults } = competition.take({
      ...last,
      kind: 'competition',
      unit: 'GEN'.padEnd(34, '-'),
      content: { code: 'OG2024' },
      seq: last.seq + 1,
      streamSeq: last.streamSeq + 6_000,
    } as Fact);
    expect(faults).toEqual([]);
    const result = versions.find(({ document: { header } }) => header.unit === last.unit);
    expect(result!.document.header.competition).toEqual({ code: 'OG2024' });
  });

  const putDown = (): CompetitionSoFar => {
    const competition = begun();
    for (const fact of [...facts, ...pause(5_200)]) competition.take(fact);
    return copy(competition.soFar());
  };
  const withAway = (soFar: CompetitionSoFar, change: (away: EventAway) => EventAway): CompetitionSoFar => ({
    ...soFar,
    disciplines: soFar.disciplines.map(([code, discipline]) => [
      code,
      { ...discipline, away: discipline.away.map(change) },
    ]),
  });
  const stands = ({ documents }: CompetitionSoFar): string[] =>
    documents.map((stand) => JSON.stringify(stand)).sort();
  const later: Fact = { ...last, seq: last.seq + 1, streamSeq: last.streamSeq + 10_000 };

  test('it is not read when it is taken up, and its documents stand where they stood', () => {
    const soFar = putDown();
    const next = begun();
    next.takeUp(soFar);
    expect(next.memory).toMatchObject({ units: 0 });
    expect(next.memory.unitsAway).toBeGreaterThan(0);
    expect(stands(next.soFar())).toEqual(stands(soFar));
  });

  test('of an event that is away it is kept who was entered where, and nothing that was made of the entries', () => {
    const lefts = putDown().disciplines.flatMap(([, { away }]) =>
      away.map(({ left }) => PACKING.unpack(left) as Left),
    );
    const entries = lefts.flatMap(({ units }) => units.flatMap((unit) => unit.entries));
    expect(entries.length).toBeGreaterThan(0);
    expect(new Set(entries.flatMap((entry) => Object.keys(entry)))).toEqual(new Set(['competitor']));
  });

  test('bytes that are others stop the event, which is told', () => {
    const soFar = withAway(putDown(), (away) => ({
      ...away,
      said: away.said.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
    }));
    const next = begun();
    next.takeUp(soFar);
    const { versions, refusals, faults } = next.take(later);
    expect(versions).toEqual([]);
    expect(refusals.map(({ code }) => code)).toEqual(['UNIT_STOPPED']);
    expect(faults.map(({ unit }) => unit)).toEqual([later.unit]);
  });

  const withoutStartList = ({ facts, ...rest }: UnitSoFar): UnitSoFar => ({
    ...rest,
    facts: { ...facts, words: facts.words.filter(({ kind }) => kind !== 'startList') },
  });

  test('facts that lead to other documents than were published stop the event, which is told', () => {
    const soFar = withAway(putDown(), (away) => {
      const said = PACKING.unpack(away.said) as TreeSoFar;
      const units = said.units.map((unit) => ({
        ...unit,
        soFar: withoutStartList(unit.soFar!),
      }));
      return { ...away, said: PACKING.pack({ ...said, units }) };
    });
    const next = begun();
    next.takeUp(soFar);
    const { versions, faults } = next.take(later);
    expect(versions.filter(({ document }) => document.header.unit === later.unit)).toEqual([]);
    expect(faults.map(({ error }) => error)).toContainEqual(expect.any(NotAsPublished));
    expect(next.stopped).toContain(later.unit);
  });
});
