/** What a competition ends in, in a form that can be compared byte for byte. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRejection } from '../../src/ingest/rejection.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { channelOf, type Document } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { SPORTS } from '../../src/sports.ts';
import { Competition } from '../../src/standings/competition.ts';
import { factOfLine } from '../../src/venue/feed-file.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import type { Version } from '../../src/versions/versioned.ts';
import { ROOT } from '../support/source-tree.ts';

export const EPOCH = 'k3f9';

/** A feed file as the facts of a stream. */
export function feedAt(path: string): Fact[] {
  const lines = readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => {
    const fact = factOfLine(Buffer.from(line), index + 1);
    if (isRejection(fact)) throw new Error(`${path}:${index + 1}: ${fact.code} ${fact.message}`);
    return fact;
  });
}

/** The same as it travels. */
export function wireFeedAt(path: string): WireFact[] {
  const lines = readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as WireFact);
}

/** The same facts as they are stored when they come in this order. */
export function stored(facts: readonly Fact[]): Fact[] {
  return facts.map((fact, index) => ({ ...fact, streamSeq: index + 1 }));
}

export interface Outcome {
  readonly competition: Competition;
  readonly versions: readonly Version[];
}

export function competitionAfter(facts: readonly Fact[]): Outcome {
  const competition = new Competition({ epoch: EPOCH, sports: SPORTS });
  const versions = stored(facts).flatMap((fact) => competition.take(fact).versions);
  return { competition, versions };
}

/** Documents that are there once there was something to show, and empty when that is gone: a match that was filled by a plan. */
const TAKEN_BACK: ReadonlySet<string> = new Set([
  'RESULT',
  'RANKING',
  'MEDALLISTS',
  'CONDITIONS',
  'CURRENT',
  'PROJECTION',
  'PLAY_BY_PLAY',
  'BRACKETS',
]);

/**
 * Channel -> hash and everything that it covers, as canonical text. A classification that was
 * published and taken back is an empty list; one that never was is none: both say the same.
 */
export function endState(documents: Iterable<Document>): Map<string, string> {
  const state = new Map<string, string>();
  for (const document of documents) {
    const { header, rows, hash } = document;
    const takenBack = rows.length === 0 && header.now === undefined && TAKEN_BACK.has(header.type);
    // It tells the way: what was official for a while stays told.
    if (takenBack || header.type === 'COMMUNICATION') continue;
    if (new ContentHash(header, rows).text !== hash)
      throw new Error(`${channelOf(header)} carries a hash that is not that of its content`);
    state.set(channelOf(header), `${hash} ${canonical({ header, rows: [...rows] })}`);
  }
  return new Map([...state].sort(([one], [other]) => (one < other ? -1 : 1)));
}

export function endStateAfter(facts: readonly Fact[]): Map<string, string> {
  const { competition } = competitionAfter(facts);
  return endState([...competition.documents.values()].map(({ current }) => current));
}

/** JSON with sorted keys: the same content is the same text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([one], [other]) => (one < other ? -1 : 1)))
      : held,
  );
}

/** Channels whose content differs, each with both texts: short enough to read in a failure. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  const channels = new Set([...one.keys(), ...other.keys()]);
  return [...channels].flatMap((channel) => {
    const a = one.get(channel) ?? 'absent';
    const b = other.get(channel) ?? 'absent';
    if (a === b) return [];
    let at = 17;
    while (a[at] === b[at] && at < a.length) at += 1;
    const around = (text: string): string => text.slice(Math.max(0, at - 120), at + 120);
    return [`${channel}\n   ${around(a)}\n   ${around(b)}`];
  });
}

/** One fact can lead to versions of several documents, in whatever order; each document has its own. */
export const versionsAsText = (versions: readonly Version[]): string[] =>
  versions
    .map(({ document: { header, version, hash, asOf, correction }, delta }) =>
      JSON.stringify([channelOf(header), version, hash, asOf, correction, delta]),
    )
    .sort();
