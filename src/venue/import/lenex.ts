/**
 * Import of LENEX (`.lef`, zipped `.lxf`), the exchange format of swimming meets: `splitsecond import lenex FILE`.
 * Facts hold what was measured and decided at the pool; places, points and rankings of the file are
 * left out and can be had with `rounds`, to compare with.
 */
import type { Rsc } from '../../model/rsc.ts';
import { Clocks } from './clocks.ts';
import type { FeedFact } from './feed-writer.ts';
import type { ImportFile } from './file-text.ts';
import { grouped } from './grouped.ts';
import type { ImportOptions } from './import-options.ts';
import { lenexFacts } from './lenex-feed.ts';
import { readLenex } from './lenex-meet.ts';
import { programmeOf, type Round, resultsOf } from './lenex-programme.ts';
import { irmOf } from './lenex-race.ts';
import { ImportReport } from './report.ts';
import { Spool } from './spool.ts';

export type { FeedFact } from './feed-writer.ts';
export { ImportError } from './import-error.ts';

export interface LenexImport {
  readonly name: string;
  readonly facts: Iterable<FeedFact>;
  readonly rounds: readonly PublishedRound[];
  /** Results that the file has. */
  readonly lines: number;
  /** What is left out and assumed; complete but for what the feed refuses, which is told as facts are taken. */
  readonly report: ImportReport;
}

/** A round as the file publishes it. */
export interface PublishedRound {
  readonly phase: Rsc;
  readonly units: readonly Rsc[];
  readonly swimOff: boolean;
  /** Made when they are asked for. */
  readonly rows: readonly PublishedPlace[];
}

export interface PublishedPlace {
  /** Number of the result in the file. */
  readonly line: number;
  readonly competitor: string;
  readonly name: string;
  /** Null where the file gives none. */
  readonly place: number | null;
  readonly irm: string | null;
}

/** Throws an ImportError with a code (see `readLenex`), and a RangeError for a time zone that there is not. */
export function importLenex(
  file: ImportFile,
  { timeZone, meet: number = 1 }: ImportOptions = {},
): LenexImport {
  const report = new ImportReport();
  const clocks = new Clocks(timeZone ?? null);
  const spool = new Spool();
  const meet = readLenex(file, number, report, spool);
  if (clocks.zone === null)
    report.add('TIME_ZONE_ASSUMED', 0, 'LENEX names no time zone: say it with --time-zone');
  const rounds = programmeOf(meet, report, spool);
  return {
    name: meet.name,
    facts: lenexFacts(meet, rounds, clocks, report),
    rounds: publishedPlaces(rounds),
    lines: meet.lines,
    report,
  };
}

/** Places over each round; several LENEX events of one phase (a fastest heat swum apart) are one round. */
function publishedPlaces(programme: readonly Round[]): readonly PublishedRound[] {
  const rounds = grouped(programme, ({ phaseRsc, swimOff, event }) => (swimOff ? event.id : phaseRsc));
  return [...rounds.values()].map((parts) => ({
    phase: parts[0]!.phaseRsc,
    units: parts.flatMap(({ heats }) => heats.map(({ unit }) => unit)),
    swimOff: parts[0]!.swimOff,
    get rows() {
      return parts.flatMap(placesIn);
    },
  }));
}

function placesIn(round: Round): PublishedPlace[] {
  const rankings = round.event.ageGroups.map(({ places }) => new Map(places));
  const swum = resultsOf(round).filter(({ number }) => number > 0);
  return swum.map(({ id, number, competitor, place, status }) => {
    const { given, family, team } = competitor.name;
    // Zero says that there is none.
    const ranked = rankings.find((places) => places.has(id))?.get(id) || null;
    return {
      line: number,
      competitor: competitor.code,
      name: team ?? [family, given].filter((part) => part !== undefined).join(' '),
      place: place ?? ranked,
      irm: irmOf(status),
    };
  });
}
