/**
 * Makes the recordings of `src/venue/recordings` from published results. Not needed to run anything:
 *
 *   node dist/test/recordings/make.js DATA_DIR
 *
 * DATA_DIR holds `athletics/rio2016_men.json`, `swimming/lenex_2013_barcelona_worlds.lef.xml` and
 * `gymnastics/tokyo2020_women.csv`. Only the competitions named here are taken, with the times
 * at which a venue would have sent them (`pacing.ts`).
 */
import { join } from 'node:path';
import type { WireFact } from '../../src/ingest/wire.ts';
import { levelOf } from '../../src/model/rsc.ts';
import { projectRoot } from '../../src/setup/project-root.ts';
import { writeFeed } from '../../src/venue/feed-file.ts';
import { CONVERTERS } from '../../src/verify/converters.ts';
import { headOf } from '../../src/verify/find-files.ts';
import { paced, type Slot, type TimedFact } from './pacing.ts';

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

const SWIMMING = /^SWM(?:M100MFR|W200MIM)-/;

async function factsOf(path: string): Promise<WireFact[]> {
  const converter = CONVERTERS.find((each) => each.recognises(path, headOf(path)));
  if (converter === undefined) throw new Error(`no converter knows ${path}`);
  return [await converter.convert(path)].flat().flatMap(({ facts }) => [...facts] as WireFact[]);
}

/** The units of a programme, with what is said about their phases and events at the very beginning. */
function programme(facts: readonly WireFact[], slots: readonly Slot[]): TimedFact[] {
  const above = facts.filter(
    ({ unit = '' }) => levelOf(unit) !== 'unit' && slots.some((slot) => belongsTo(slot, unit)),
  );
  const timed = slots.flatMap((slot) => {
    const said = facts.filter(({ unit }) => unit === slot.unit);
    if (said.length === 0) throw new Error(`nothing is said about ${slot.unit}`);
    return paced(said, slot);
  });
  return [
    ...above.map((fact) => ({ at: Math.min(...slots.map(({ startsAt }) => startsAt)) - 660, fact })),
    ...timed,
  ];
}

const belongsTo = (slot: Slot, above: string): boolean =>
  slot.unit.startsWith(above.replace(/-+$/, '').padEnd(22, '-'));

/** Numbered from 1 in the order of their times, under one source. */
function* numbered(timed: readonly TimedFact[], source: string, begin: number): Generator<WireFact> {
  let seq = 0;
  for (const { at, fact } of timed.toSorted((one, other) => one.at - other.at)) {
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

/** An import brings its own times. */
const asImported = (facts: readonly WireFact[]): TimedFact[] =>
  facts
    .filter(({ unit = '' }) => SWIMMING.test(unit))
    .map((fact) => ({ at: Date.parse(fact.sentAt ?? '') / 1000, fact }));

async function make(data: string): Promise<void> {
  const folder = join(projectRoot(), 'src', 'venue', 'recordings');
  const rio = programme(await factsOf(join(data, 'athletics', 'rio2016_men.json')), ATHLETICS);
  const tokyo = programme(await factsOf(join(data, 'gymnastics', 'tokyo2020_women.csv')), GYMNASTICS);
  const barcelona = asImported(await factsOf(join(data, 'swimming', 'lenex_2013_barcelona_worlds.lef.xml')));
  const written = {
    rio: await writeFeed(
      join(folder, 'rio.ndjson'),
      numbered(rio, 'RIO-RESULTS', Date.UTC(2016, 7, 16, 22, 30)),
    ),
    barcelona: await writeFeed(join(folder, 'barcelona.ndjson'), numbered(barcelona, 'BCN-TIMING', 0)),
    tokyo: await writeFeed(
      join(folder, 'tokyo.ndjson'),
      numbered(tokyo, 'TYO-SCORING', Date.UTC(2021, 6, 29, 10, 30)),
    ),
  };
  process.stdout.write(`${JSON.stringify(written)}\n`);
}

await make(process.argv[2] ?? '.');
