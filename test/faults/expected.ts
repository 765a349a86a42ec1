/** What `splitsecond rank` makes of facts: the judge of every end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM } from '../support/part-process.ts';
import type { Saying } from './meet.ts';

/** The hash of each document, by channel. */
export type End = ReadonlyMap<string, string>;

/**
 * Documents that facts alone do not decide: what tells the way (and when), the medal table, which is made of published documents, and
 * readings, which the broker dates.
 */
const OF_THE_WAY = new Set(['COMMUNICATION', 'MEDALS', 'CONDITIONS']);

export const isOfFacts = (channel: string): boolean => !OF_THE_WAY.has(channel.split('/')[1]!);

export async function endOf(said: readonly Saying[]): Promise<End> {
  const folder = await mkdtemp(join(tmpdir(), 'splitsecond-rank-'));
  try {
    const feed = join(folder, 'feed.ndjson');
    const sentAt = '2026-01-01T10:00:00Z';
    const lines = said.map(({ unit, fact }, index) =>
      JSON.stringify({ source: 'FAULTS', epoch: '1', seq: index + 1, sentAt, unit, ...fact }),
    );
    await writeFile(feed, `${lines.join('\n')}\n`);
    return await ranked(feed);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function ranked(feed: string): Promise<End> {
  const child = spawn(process.execPath, [PROGRAM, 'rank', feed, '--format', 'json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = ['', ''];
  for (const [index, stream] of [child.stdout, child.stderr].entries())
    stream.on('data', (chunk: Buffer) => (texts[index] += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`rank ended with ${code}: ${texts[1]}`);
  const end = new Map<string, string>();
  for (const line of texts[0]!.trim().split('\n')) {
    const { unit, type, subcode, hash } = JSON.parse(line) as Record<string, string | null>;
    const channel = subcode ? `${unit}/${type}/${subcode}` : `${unit}/${type}`;
    if (isOfFacts(channel)) end.set(channel, hash!);
  }
  return end;
}
