import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WireFact } from '../../src/ingest/wire.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { kindOf } from '../../src/venue/recording.ts';
import { ROOT } from './source-tree.ts';
import { standingsText } from './standings-text.ts';

/** `sports/<sport>/cases/<name>/`: a feed, where it is from, and the standings that it must end in. */
export interface Case {
  readonly name: string;
  readonly folder: string;
}

export function allCases(): Case[] {
  return foldersIn(join(ROOT, 'sports')).flatMap((sport) =>
    foldersIn(join(ROOT, 'sports', sport, 'cases')).map((name) => ({
      name: `${sport}/${name}`,
      folder: join(ROOT, 'sports', sport, 'cases', name),
    })),
  );
}

const foldersIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

export function feedOf({ folder }: Case): WireFact[] {
  return readFileSync(join(folder, 'feed.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as WireFact);
}

/** The standings after all facts. A case may hold facts that wait or are held; they must at least be well formed. */
export function standingsAfter(feed: readonly WireFact[]): string {
  const competition = new OfflineCompetition();
  for (const fact of feed) takeOrThrow(competition, fact);
  return standingsText(competition.documents());
}

/** The standings after each of the given numbers of facts, from one competition that is asked all the time. */
export function standingsOnTheWay(feed: readonly WireFact[], stops: readonly number[]): string[] {
  const competition = new OfflineCompetition();
  const wanted = new Set(stops);
  const texts: string[] = [];
  feed.forEach((fact, index) => {
    takeOrThrow(competition, fact);
    const text = standingsText(competition.documents());
    if (wanted.has(index + 1)) texts.push(text);
  });
  return texts;
}

function takeOrThrow(competition: OfflineCompetition, fact: WireFact): void {
  const complaint = competition.takeWire(fact);
  if (complaint !== null && 'origin' in complaint)
    throw new Error(
      `fact ${fact.source}:${fact.seq} (${kindOf(fact)}) is refused: ${complaint.code} ${complaint.message}`,
    );
}

/** At most `most` prefix lengths, evenly spread, the last one included. */
export function stopsIn(length: number, most: number): number[] {
  const count = Math.min(length, most);
  return Array.from({ length: count }, (_none, index) => Math.ceil(((index + 1) * length) / count));
}

/**
 * The same facts in another order. Facts about one thing that come from several sources (or epochs)
 * keep their order, because between sources the later word counts (F4).
 */
export function shuffled(feed: readonly WireFact[], seed: number): WireFact[] {
  const order = new Dice(seed).shuffled(feed);
  const groups = contested(feed);
  const slots = new Map<string, number[]>();
  order.forEach((fact, index) => {
    const group = groups.get(fact);
    if (group !== undefined) slots.set(group, [...(slots.get(group) ?? []), index]);
  });
  const result = [...order];
  for (const fact of feed) {
    const group = groups.get(fact);
    if (group !== undefined) result[slots.get(group)!.shift()!] = fact;
  }
  return result;
}

/** Facts of the same kind about the same unit and competitor that more than one origin speaks about, by that subject. */
function contested(feed: readonly WireFact[]): Map<WireFact, string> {
  const origins = new Map<string, Set<string>>();
  const subjects = new Map<WireFact, string>();
  for (const fact of feed) {
    const kind = kindOf(fact)!;
    const { competitor = '' } = (fact[kind] ?? {}) as { competitor?: string };
    const subject = `${fact.unit}|${kind}|${competitor}`;
    subjects.set(fact, subject);
    const known = origins.get(subject) ?? new Set<string>();
    origins.set(subject, known.add(`${fact.source}|${fact.epoch ?? '1'}`));
  }
  for (const [fact, subject] of subjects) if (origins.get(subject)!.size === 1) subjects.delete(fact);
  return subjects;
}
