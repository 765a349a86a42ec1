import { fileURLToPath } from 'node:url';
import type { Fact } from '../../src/model/fact.ts';
import { SPORTS } from '../../src/sports.ts';
import { Competition } from '../../src/standings/competition.ts';
import { readFeed } from '../../src/venue/feed-file.ts';
import type { Version } from '../../src/versions/versioned.ts';

/** The competitions that come with the project: an athletics evening, swimming sessions, gymnastics finals. */
export type Recording = 'rio' | 'barcelona' | 'tokyo';

export async function factsOf(recording: Recording): Promise<Fact[]> {
  const path = fileURLToPath(new URL(`../../src/venue/recordings/${recording}.ndjson`, import.meta.url));
  const facts: Fact[] = [];
  for await (const line of readFeed(path)) {
    if ('rejection' in line) throw new Error(`${path}:${line.lineNumber}: ${line.rejection.message}`);
    facts.push(line.fact);
  }
  return facts;
}

/** Every version of every document that the facts make, in the order in which they are published. */
export function versionsOf(facts: Iterable<Fact>, epoch: string): Version[] {
  const competition = new Competition({ epoch, sports: SPORTS });
  return [...facts].flatMap((fact) => competition.take(fact).versions);
}
