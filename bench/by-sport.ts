/**
 * Question: what does one fact cost in each sport, with everything that follows from it, and how many bytes is that?
 *
 *   cases of the sport (sports/<x>/cases) -> each fact -> all versions that it leads to -> their deltas in protobuf
 *
 * A goal runs on into the pool, the bracket and the ranking; a judge's mark into the round and the event; a point into the set
 * and the match. Facts of all cases of a sport are taken in their order, several times over; the first time is not counted.
 * It would change with the size of the field and with how far into the event the facts are.
 * Each round must end in the same documents.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { encoderOf } from '../src/encode/format.ts';
import { channelOf } from '../src/model/document.ts';
import type { Fact } from '../src/model/fact.ts';
import { projectRoot } from '../src/setup/project-root.ts';
import { SPORTS } from '../src/sports.ts';
import { Competition } from '../src/standings/competition.ts';
import { readFeed } from '../src/venue/feed-file.ts';
import type { Version } from '../src/versions/versioned.ts';
import { type Answer, type Benchmark, type Figure, numberOf, rounded } from './support/benchmark.ts';
import { briefOf } from './support/sentence.ts';

const ROUNDS = { smoke: 1, real: 12 } as const;
const EPOCH = 'bench';

export const bySport: Benchmark = {
  name: 'by-sport',
  question:
    'What does one fact cost in each sport, and how many bytes does it lead to (milliseconds, bytes)?',
  async run(size, progress): Promise<Answer> {
    const figures: Figure[] = [];
    for (const { folder, name } of SPORTS) {
      progress(`${name} ...`);
      const feeds = folder === undefined ? [] : await feedsOf(folder);
      if (feeds.length > 0) figures.push(measure(name, feeds, ROUNDS[size]));
    }
    return { figures, bars: [] };
  },
  sentence: (figures) => {
    const [least, ...others] = [...figures].sort((one, other) => (one.p50 as number) - (other.p50 as number));
    const most = others.at(-1) ?? least!;
    return `from ${briefOf(least!, 'p50')} ms (${least!.sport}) to ${briefOf(most, 'p50')} ms (${most.sport}) at the median`;
  },
  inShort: (figures) => [
    'ms of one fact, p50 and p99; bytes of what follows, mean:',
    ...figures.map(
      (figure) =>
        `${figure.sport}: ${numberOf(figure, 'p50')}, ${numberOf(figure, 'p99')}; ${numberOf(figure, 'bytes')} B`,
    ),
  ],
};

async function feedsOf(folder: string): Promise<Fact[][]> {
  const cases = join(projectRoot(), 'sports', folder, 'cases');
  const feeds: Fact[][] = [];
  for (const name of readdirSync(cases).sort()) {
    const facts: Fact[] = [];
    for await (const line of readFeed(join(cases, name, 'feed.ndjson')))
      if ('fact' in line) facts.push(line.fact);
    feeds.push(facts);
  }
  return feeds;
}

function measure(sport: string, feeds: readonly (readonly Fact[])[], rounds: number): Figure {
  const times: number[] = [];
  let versions = 0;
  let bytes = 0;
  let ends: string | null = null;
  for (let round = 0; round <= rounds; round += 1) {
    const end = feeds.map((facts) => {
      const competition = new Competition({ epoch: EPOCH, sports: SPORTS });
      for (const fact of facts) {
        const begun = performance.now();
        const taken = competition.take(fact);
        if (round > 0) times.push(performance.now() - begun);
        if (round > 0) continue;
        versions += taken.versions.length;
        bytes += taken.versions.reduce((sum, version) => sum + bytesOf(version), 0);
      }
      return [...competition.documents.values()].map(({ current }) => current.hash).join();
    });
    ends ??= end.join();
    if (end.join() !== ends) throw new Error(`${sport}: the same facts end in other documents`);
  }
  const facts = feeds.reduce((sum, { length }) => sum + length, 0);
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number => rounded(sorted[Math.floor(sorted.length * share)]!, 3);
  return {
    sport,
    cases: feeds.length,
    facts,
    p50: at(0.5),
    p99: at(0.99),
    versions: rounded(versions / facts),
    bytes: Math.round(bytes / facts),
  };
}

const protobuf = encoderOf('protobuf');

/** A delta; of a first version the whole document. */
function bytesOf({ document, delta }: Version): number {
  const frame = delta === null ? null : protobuf.deltaFrame(channelOf(document.header), EPOCH, delta);
  return (frame ?? protobuf.frame(document)).length;
}
