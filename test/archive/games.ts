/** A small competition on a real nats-server, with an engine, and an archive of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type ArchiveReport, checkArchive } from '../../src/archive/archive-check.ts';
import { ArchiveFolder } from '../../src/archive/archive-folder.ts';
import { archive } from '../../src/archive/archiving.ts';
import type { Broker, StoredVenueMessage } from '../../src/broker/broker.ts';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import type { EmbeddedServer } from '../../src/broker/nats/embedded-server.ts';
import { type Engine, type EngineOptions, startEngine } from '../../src/engine.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { ownRevision } from '../../src/setup/revision.ts';
import { SPORTS } from '../../src/sports.ts';
import { startTestServer } from '../broker/nearby-server.ts';
import { wireFeedAt } from '../properties/end-state.ts';

/** Three heats of one round, each called official. */
export const SEMI_FINALS = wireFeedAt('sports/athletics/cases/rio-2016-200m-semi-finals/feed.ndjson');
export const RULES = { revision: ownRevision(), sports: SPORTS };

export const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function server(): Promise<EmbeddedServer> {
  const started = await startTestServer();
  stops.push(() => started.stop());
  return started;
}

export async function connected(url: string): Promise<Broker> {
  const broker = await NatsBroker.open({ url });
  stops.push(() => broker.close());
  return broker;
}

export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  stops.push(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'archive');
}

export async function startedOn(broker: Broker, options: Partial<EngineOptions> = {}): Promise<Engine> {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const engine = await startEngine({ broker, log, ...options });
  stops.push(() => engine.close());
  return engine;
}

export async function engineOn(broker: Broker, options: Partial<EngineOptions> = {}): Promise<Engine> {
  const engine = await startedOn(broker, options);
  await engine.current;
  return engine;
}

/** By channel the version and hash that was stored last, of what facts alone decide. */
export async function publishedAt(broker: Broker): Promise<Map<string, string>> {
  const stored = [...(await broker.lastResults())].filter(([channel]) => !channel.endsWith('/MEDALS'));
  return new Map(stored.sort().map(([channel, { version, hash }]) => [channel, `${version} ${hash}`]));
}

export const say = (broker: Pick<Broker, 'publishFact'>, fact: WireFact) =>
  broker.publishFact(factMessage('STA', fact));

export async function sayAll(broker: Pick<Broker, 'publishFact'>, facts: readonly WireFact[]): Promise<void> {
  for (const fact of facts) await say(broker, fact);
}

/** Everything that VENUE holds. */
export async function factsOf(broker: Broker): Promise<StoredVenueMessage[]> {
  const last = await broker.lastFactSeq();
  const found: StoredVenueMessage[] = [];
  await new Promise<void>((resolve) => {
    if (last === 0) return resolve();
    void broker
      .consumeFacts({ fromSeq: 1 }, (message) => {
        found.push(message);
        if (message.streamSeq >= last) resolve();
      })
      .then((reading) => stops.push(() => reading.stop()));
  });
  return found;
}

export async function archived(broker: Broker, path: string): Promise<ArchiveFolder> {
  const folder = await ArchiveFolder.open(path);
  await archive({ broker, folder, ...RULES, wait: pause });
  return folder;
}

export async function archivedFacts(path: string): Promise<StoredVenueMessage[]> {
  const folder = await ArchiveFolder.open(path);
  const facts: StoredVenueMessage[] = [];
  for (const { segment } of folder.chain)
    for await (const fact of folder.facts(segment)) facts.push({ ...fact, data: Buffer.from(fact.data) });
  return facts;
}

export const checked = (path: string): Promise<ArchiveReport> =>
  checkArchive(() => ArchiveFolder.open(path), RULES);
