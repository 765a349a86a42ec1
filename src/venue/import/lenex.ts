/**
 * Import of LENEX (`.lef`), the exchange format of swimming meets: `splitsecond import lenex FILE`.
 * Facts hold what was measured and decided at the pool; places, points and rankings of the file are
 * left out and can be had with `publishedPlaces`, to compare with.
 */
import type { Rsc } from '../../model/rsc.ts';
import type { FeedFact } from './feed-writer.ts';
import { grouped } from './grouped.ts';
import type { LeftOut } from './left-out.ts';
import { irmOf, lenexFacts } from './lenex-feed.ts';
import { LENEX, type LenexMeet, type LenexResult, readLenex } from './lenex-meet.ts';
import { programmeOf, type Round } from './lenex-programme.ts';
import { readBounded } from './xml-tree.ts';

export type { FeedFact } from './feed-writer.ts';
export { ImportError } from './import-error.ts';

export interface LenexImport {
  readonly name: string;
  readonly facts: Iterable<FeedFact>;
  readonly rounds: readonly PublishedRound[];
  /** Results that the file has. */
  readonly lines: number;
  readonly leftOut: readonly LeftOut[];
}

/** A round as the file publishes it. */
export interface PublishedRound {
  readonly phase: Rsc;
  readonly units: readonly Rsc[];
  readonly swimOff: boolean;
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

/** Reads the file's text or bytes. Throws an ImportError with a code; see `readLenex`. */
export function importLenex(file: Uint8Array | string): LenexImport {
  const meet = readLenex(file);
  const { name, lines, leftOut } = meet;
  return { name, facts: lenexFacts(meet), rounds: publishedPlaces(meet), lines, leftOut };
}

export const importLenexFile = (path: string): LenexImport => importLenex(readBounded(path, LENEX));

/** Places over each round; several LENEX events of one phase (a fastest heat swum apart) are one round. */
export function publishedPlaces(meet: LenexMeet): readonly PublishedRound[] {
  const rounds = grouped(programmeOf(meet), ({ phaseRsc, swimOff, event }) =>
    swimOff ? event.id : phaseRsc,
  );
  return [...rounds.values()].map((parts) => ({
    phase: parts[0]!.phaseRsc,
    units: parts.flatMap(({ heats }) => heats.map(({ unit }) => unit)),
    swimOff: parts[0]!.swimOff,
    rows: parts.flatMap((round) => round.results.map((result) => publishedPlace(result, round))),
  }));
}

function publishedPlace(result: LenexResult, { event, results }: Round): PublishedPlace {
  const { given, family, team } = result.competitor.name;
  return {
    line: result.line,
    competitor: result.competitor.code,
    name: team ?? [family, given].filter((part) => part !== undefined).join(' '),
    place: result.place ?? rankingPlace(result, event.ageGroups, results),
    irm: irmOf(result.status),
  };
}

/** From the ranking of the age group whose results these are; zero says that there is none. */
function rankingPlace(
  { id }: LenexResult,
  groups: Round['event']['ageGroups'],
  results: readonly LenexResult[],
): number | null {
  const group =
    groups.length === 1
      ? groups[0]
      : groups.find(({ places }) => places.has(id) && results.some((other) => places.has(other.id)));
  const place = group?.places.get(id) ?? 0;
  return place > 0 ? place : null;
}
