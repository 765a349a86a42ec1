/**
 * Makes the recordings of `src/venue/recordings` from published results. Not needed to run anything:
 *
 *   node dist/test/recordings/make.js DATA_DIR
 *
 * DATA_DIR holds `athletics/rio2016_men.json`, `swimming/lenex_2013_barcelona_worlds.lef.xml`,
 * `gymnastics/tokyo2020_women.csv`, `rowing/world_championships_2011_2014.csv`,
 * `football/euro_2020_matches.json`, `judo/paris2024_men_66kg_contests.json` and `sailing/ukwa_slalom/`. Only the competitions named here are taken, with the times
 * at which a venue would have sent them (`pacing.ts`).
 */
import { join } from 'node:path';
import type { WireFact } from '../../src/ingest/wire.ts';
import { levelOf } from '../../src/model/rsc.ts';
import { projectRoot } from '../../src/setup/project-root.ts';
import { writeFeed } from '../../src/venue/feed-file.ts';
import { importLenex } from '../../src/venue/import/lenex.ts';
import { CONVERTERS } from '../../src/verify/converters.ts';
import { headOf } from '../../src/verify/find-files.ts';
import {
  AMSTERDAM,
  aboutOf,
  BARCELONA,
  placed,
  type RecordedCompetition,
  RIO,
  TOKYO,
} from './competitions.ts';
import { groupMatches, KICK_OFF, ROME } from './group-matches.ts';
import { judoDay, PARIS } from './judo-day.ts';
import { paced, type Slot, type TimedFact } from './pacing.ts';
import { FELIXSTOWE, FIRST_START, racesOf, slalom } from './slalom.ts';

const MINUTE = 60;
const race = (unit: string, minute: number): Slot => ({ unit, startsAt: minute * MINUTE });
const field = (unit: string, minute: number, every: number): Slot => ({
  unit,
  startsAt: minute * MINUTE,
  every,
});

/** An evening in Rio: semi-finals and final of the 100 m between the rounds of the jumps. */
const ATHLETICS: readonly Slot[] = [
  field('ATHMHIGHJUMP----------FNL-000100--', 2, 50),
  field('ATHMLONGJUMP----------FNL-000100--', 6, 50),
  race('ATHM100M--------------SFNL000100--', 5),
  race('ATHM100M--------------SFNL000200--', 12),
  race('ATHM100M--------------SFNL000300--', 19),
  race('ATHM100M--------------FNL-000100--', 50),
  race('ATHM4X100M------------FNL-000100--', 62),
];

const GYMNASTICS: readonly Slot[] = [
  field('GARW1AA---------------FNL-000100--', 2, 25),
  field('GARW1APVT-------------FNL-000100--', 50, 60),
  field('GARW1APUB-------------FNL-000100--', 70, 90),
  field('GARW1APBB-------------FNL-000100--', 86, 90),
  field('GARW1APFX-------------FNL-000100--', 102, 90),
];

/** The women's double sculls of 22 crews: four heats, four repechages, semi-finals A/B and C/D, finals A to D. */
const LADDER: readonly (readonly [phase: string, races: readonly number[]])[] = [
  ['HEAT', [1, 2, 3, 4]],
  ['REP-', [1, 2, 3, 4]],
  ['SFNL', [3, 4, 1, 2]],
  ['FNL-', [4, 3, 2, 1]],
];
const ROWING: readonly Slot[] = LADDER.flatMap(([phase, races], round) =>
  races.map((number, index) =>
    race(`ROWWSCULL2------------${phase}000${number}00--`, 15 + round * 75 + index * 12),
  ),
);

const SWIMMING = /^SWM(?:M100MFR|W200MIM)-/;

/** `set`: of the competitions that a file holds, the one called so; default: all. */
async function factsOf(path: string, set = /./): Promise<WireFact[]> {
  const converter = CONVERTERS.find((each) => each.recognises(path, headOf(path)));
  if (converter === undefined) throw new Error(`no converter knows ${path}`);
  const conversions = [await converter.convert(path)].flat().filter((each) => set.test(each.set));
  return conversions.flatMap(({ facts }) => [...facts] as WireFact[]);
}

/** The units of a programme, with what is said about their phases and events at the very beginning. */
function programme(facts: readonly WireFact[], slots: readonly Slot[], begin: number): TimedFact[] {
  const above = facts.filter(
    ({ unit = '' }) => levelOf(unit) !== 'unit' && slots.some((slot) => belongsTo(slot, unit)),
  );
  const timed = slots.flatMap((slot) => {
    const said = facts.filter(({ unit }) => unit === slot.unit);
    if (said.length === 0) throw new Error(`nothing is said about ${slot.unit}`);
    const scheduledStart = new Date(begin + slot.startsAt * 1000).toISOString();
    return paced(
      said.map((fact) => scheduled(fact, scheduledStart)),
      slot,
    );
  });
  return [
    ...above.map((fact) => ({ at: Math.min(...slots.map(({ startsAt }) => startsAt)) - 660, fact })),
    ...timed,
  ];
}

const scheduled = (fact: WireFact, scheduledStart: string): WireFact =>
  fact.setup === undefined
    ? fact
    : ({ ...fact, setup: { ...(fact.setup as object), scheduledStart } } as unknown as WireFact);

const belongsTo = (slot: Slot, above: string): boolean =>
  slot.unit.startsWith(above.replace(/-+$/, '').padEnd(22, '-'));

/** Numbered from 1 in the order of their times, under one source. */
function* numbered(
  timed: readonly TimedFact[],
  about: RecordedCompetition,
  { source, begin }: { readonly source: string; readonly begin: number },
): Generator<WireFact> {
  let seq = 0;
  const inOrder = timed.toSorted((one, other) => one.at - other.at);
  const first = [...aboutOf(about)].map((fact) => ({ at: inOrder[0]!.at, fact }));
  for (const { at, fact: recorded } of [...first, ...inOrder]) {
    const fact = placed(recorded, about);
    const {
      source: _source,
      epoch: _epoch,
      seq: _seq,
      sentAt: _sentAt,
      unit,
      ...said
    } = fact as WireFact & Record<string, unknown>;
    seq += 1;
    yield {
      source,
      epoch: '1',
      seq,
      sentAt: new Date(begin + Math.round(at * 1000)).toISOString(),
      ...(unit === undefined ? {} : { unit }),
      ...said,
    } as WireFact;
  }
}

/** An import brings its own times, which are those of clocks in the hall. */
const asImported = (path: string, timeZone: string): TimedFact[] =>
  [...(importLenex({ path }, { timeZone }).facts as Iterable<WireFact>)]
    .filter(({ unit = '' }) => SWIMMING.test(unit))
    .map((fact) => ({ at: Date.parse(fact.sentAt ?? '') / 1000, fact }));

async function make(data: string): Promise<void> {
  const folder = join(projectRoot(), 'src', 'venue', 'recordings');
  const write = (name: string, facts: Iterable<WireFact>) => writeFeed(join(folder, `${name}.ndjson`), facts);
  // The high jump began at 20:30, the all-around final at 19:50, by clocks there.
  const [rioBegins, tokyoBegins] = [Date.UTC(2016, 7, 16, 23, 28), Date.UTC(2021, 6, 29, 10, 48)];
  const amsterdamBegins = Date.UTC(2014, 7, 24, 7, 0);
  const regattas = join(data, 'rowing', 'world_championships_2011_2014.csv');
  const amsterdam = programme(await factsOf(regattas, /Amsterdam/), ROWING, amsterdamBegins);
  const rio = programme(await factsOf(join(data, 'athletics', 'rio2016_men.json')), ATHLETICS, rioBegins);
  const tokyo = programme(
    await factsOf(join(data, 'gymnastics', 'tokyo2020_women.csv')),
    GYMNASTICS,
    tokyoBegins,
  );
  const meet = join(data, 'swimming', 'lenex_2013_barcelona_worlds.lef.xml');
  const barcelona = asImported(meet, 'Europe/Madrid');
  const rome = groupMatches(await factsOf(join(data, 'football', 'euro_2020_matches.json')));
  const judo = judoDay(join(data, 'judo', 'paris2024_men_66kg_contests.json'));
  const foils = slalom(
    await factsOf(join(data, 'sailing', 'ukwa_slalom', '2019_slalom3-felixstowe-foil.csv')),
  );
  const felixstowe = programme(foils, racesOf(foils), FIRST_START);
  const written = {
    paris: await write('paris', numbered(judo, PARIS, { source: 'PAR-MAT-1', begin: 0 })),
    felixstowe: await write(
      'felixstowe',
      numbered(felixstowe, FELIXSTOWE, { source: 'FLX-COMMITTEE', begin: FIRST_START }),
    ),
    rio: await write('rio', numbered(rio, RIO, { source: 'RIO-RESULTS', begin: rioBegins })),
    barcelona: await write('barcelona', numbered(barcelona, BARCELONA, { source: 'BCN-TIMING', begin: 0 })),
    amsterdam: await write(
      'amsterdam',
      numbered(amsterdam, AMSTERDAM, { source: 'AMS-TIMING', begin: amsterdamBegins }),
    ),
    rome: await write('rome', numbered(rome, ROME, { source: 'FBL-RESULTS', begin: KICK_OFF })),
    tokyo: await write('tokyo', numbered(tokyo, TOKYO, { source: 'TYO-SCORING', begin: tokyoBegins })),
  };
  process.stdout.write(`${JSON.stringify(written)}\n`);
}

await make(process.argv[2] ?? '.');
