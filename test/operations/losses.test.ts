/** Losses and their procedures (OPERATIONS.md) on real processes: what health says meanwhile, and that all goes on. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { describe, expect, test } from 'vitest';
import type { Broker } from '../../src/broker/broker.ts';
import { startDesk } from '../../src/desk.ts';
import type { OperationsAnswer } from '../../src/incidents/situation.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { systemTiming, type Timing } from '../../src/timing.ts';
import { VenueClient } from '../../src/venue/venue-client.ts';
import { startTestCluster } from '../broker/cluster.ts';
import { startTestServer } from '../broker/nearby-server.ts';
import { fact, finish, HEAT, startList } from '../engine/bad-input.ts';
import { answered, connected, missingAt, numberAt, part, said, shownAt, stops } from './pipeline.ts';

const isCurrent = (codes: readonly string[] | null): boolean => codes?.length === 0;

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'splitsecond-operations-'));
  stops.push(() => rm(path, { recursive: true, force: true }));
  return path;
}

describe('loss of engines', { timeout: 180_000 }, () => {
  test('one of two is not seen; without any the edge says so and shows what it has; the next one makes it current', async () => {
    const server = await startTestServer();
    stops.push(() => server.stop());
    const venue = await connected(server.url);
    const [one, other] = [await part(server.url, ['engine']), await part(server.url, ['engine'])];
    const edge = await part(server.url, ['edge']);
    await said(venue, fact(1, startList('1', '2')) as WireFact);
    await said(venue, fact(2, finish('1', '24.02')) as WireFact);
    await answered(
      'it is shown',
      () => shownAt(edge.url, HEAT, '1'),
      (time) => time === '24.02',
    );
    for (const { url } of [one, other, edge])
      await answered('all are current', () => missingAt(url), isCurrent);
    await answered(
      'both are heard',
      () => numberAt(edge.url, 'splitsecond_engines'),
      (count) => count === 2,
    );
    expect(await numberAt(edge.url, 'splitsecond_behind_seconds')).toBeLessThan(10);
    expect(await numberAt(one.url, 'splitsecond_clock_ahead_seconds')).toBeLessThan(10);

    await one.end('SIGKILL');
    await answered(
      'it is noticed',
      () => numberAt(edge.url, 'splitsecond_engines'),
      (count) => count === 1,
    );
    await answered('the other one does', () => missingAt(edge.url), isCurrent);

    // Stopped, it still holds its connections: only its silence tells.
    other.child.kill('SIGSTOP');
    await answered(
      'it is said',
      () => missingAt(edge.url),
      (codes) => codes?.join() === 'NO_ENGINE',
    );
    expect(await numberAt(edge.url, 'splitsecond_behind_seconds')).toBeNaN();
    expect(await shownAt(edge.url, HEAT, '1')).toBe('24.02');
    await said(venue, fact(3, finish('1', '24.01')) as WireFact);
    other.child.kill('SIGCONT');
    await answered(
      'it is shown',
      () => shownAt(edge.url, HEAT, '1'),
      (time) => time === '24.01',
    );
    await answered('all is current', () => missingAt(edge.url), isCurrent);

    await other.end('SIGKILL');
    await answered(
      'it is said',
      () => missingAt(edge.url),
      (codes) => codes?.join() === 'NO_ENGINE',
    );
    await said(venue, fact(4, finish('1', '24.00')) as WireFact);
    await part(server.url, ['engine']);
    await answered(
      'it is shown',
      () => shownAt(edge.url, HEAT, '1'),
      (time) => time === '24.00',
    );
    await answered('all is current', () => missingAt(edge.url), isCurrent);
  });

  test('an engine of one discipline makes no edge ready that shows another one', async () => {
    const server = await startTestServer();
    stops.push(() => server.stop());
    const venue = await connected(server.url);
    const all = await part(server.url, ['engine']);
    const edge = await part(server.url, ['edge']);
    await said(venue, fact(1, startList('1', '2')) as WireFact);
    await answered('it is current', () => missingAt(edge.url), isCurrent);
    await part(server.url, ['engine', '--disciplines', 'ATH']);
    await all.end('SIGKILL');
    await answered(
      'it is said',
      () => missingAt(edge.url),
      (codes) => codes?.join() === 'NO_ENGINE',
    );
  });
});

describe('loss of the broker', { timeout: 180_000 }, () => {
  test('with its store: engine and edge say so, and go on where they were', async () => {
    const server = await startTestServer();
    stops.push(() => server.stop());
    const venue = await connected(server.url);
    const [engine, edge] = [await part(server.url, ['engine']), await part(server.url, ['edge'])];
    await said(venue, fact(1, startList('1', '2')) as WireFact);
    for (const { url } of [engine, edge]) await answered('all are current', () => missingAt(url), isCurrent);
    const back = server.restart({ kill: true, pauseMs: 3_000 });
    for (const { url } of [engine, edge])
      await answered(
        'it is said',
        () => missingAt(url),
        (codes) => codes?.includes('NO_BROKER') === true,
      );
    await back;
    await said(venue, fact(2, finish('1', '24.02')) as WireFact);
    await answered(
      'it is shown',
      () => shownAt(edge.url, HEAT, '1'),
      (time) => time === '24.02',
    );
    for (const { url } of [engine, edge]) await answered('all are current', () => missingAt(url), isCurrent);
  });

  test('with an empty store: engine and edge begin anew in their process, at the same port', async () => {
    const first = await startTestServer();
    const before = await connected(first.url);
    const [engine, edge] = [await part(first.url, ['engine']), await part(first.url, ['edge'])];
    await said(before, fact(1, startList('1', '2')) as WireFact);
    await said(before, fact(2, finish('1', '24.02')) as WireFact);
    await answered(
      'it is shown',
      () => shownAt(edge.url, HEAT, '1'),
      (time) => time === '24.02',
    );
    await first.stop();
    const second = await startTestServer({ port: first.port });
    stops.push(() => second.stop());
    for (const { log } of [engine, edge])
      await answered(
        'it is said',
        async () => log(),
        (lines) => lines.includes('BROKER_REPLACED'),
      );
    const venue = await connected(second.url);
    await said(venue, fact(1, startList('1', '2')) as WireFact);
    await said(venue, fact(2, finish('1', '23.99')) as WireFact);
    await answered(
      'it is shown',
      () => shownAt(edge.url, HEAT, '1').catch(() => null),
      (time) => time === '23.99',
    );
    for (const { url, child } of [engine, edge]) {
      await answered('all are current', () => missingAt(url), isCurrent);
      expect(child.exitCode).toBe(null);
    }
  });

  test('without room: facts stay at the venue, all say so, and go on when there is room', async () => {
    const store = await folder();
    const server = await startTestServer({
      storeDirectory: store,
      configuration: { jetstream: { store_dir: store, max_file_store: 16 * 1024 * 1024 } },
    });
    stops.push(() => server.stop());
    const [engine, edge] = [await part(server.url, ['engine']), await part(server.url, ['edge'])];
    const venue = await poolVenue(await connected(server.url));
    await venue.send(HEAT, startList('1', '2') as never);
    await venue.settled();
    await answered('all is current', () => missingAt(edge.url), isCurrent);
    const full = await filledUp(server.url);
    await answered(
      'it is said',
      () => missingAt(engine.url),
      (codes) => codes?.includes('BROKER_FULL') === true,
    );
    expect(await numberAt(engine.url, 'splitsecond_broker_full')).toBe(1);
    expect(engine.log()).toContain('BROKER_FULL');
    await answered(
      'it is said',
      () => missingAt(edge.url),
      (codes) => codes?.join() === 'NO_ENGINE',
    );
    await venue.send(HEAT, finish('1', '24.02') as never);
    expect(await shownAt(edge.url, HEAT, '1')).not.toBe('24.02');

    await full.makeRoom();
    await answered(
      'it is shown',
      () => shownAt(edge.url, HEAT, '1'),
      (time) => time === '24.02',
    );
    await venue.settled();
    for (const { url } of [engine, edge]) await answered('all are current', () => missingAt(url), isCurrent);
    expect(await numberAt(engine.url, 'splitsecond_broker_full')).toBe(0);
  });
});

async function poolVenue(broker: Broker): Promise<VenueClient> {
  const venue = await VenueClient.open({
    broker,
    venue: 'POOL',
    source: 'POOL-1',
    directory: await folder(),
  });
  stops.push(() => venue.close());
  return venue;
}

/** Takes all the room that a server has, as a stream of somebody else. */
async function filledUp(url: string): Promise<{ makeRoom(): Promise<void> }> {
  const nats = await connect({ servers: url });
  stops.push(() => nats.close());
  const jsm = await jetstreamManager(nats);
  await jsm.streams.add({ name: 'FILLER', subjects: ['filler'] });
  for (let bytes = 4 * 1024 * 1024; bytes >= 64; ) {
    // Smaller and smaller, until nothing fits any more.
    const isStored = await jetstream(nats)
      .publish('filler', new Uint8Array(bytes))
      .then(
        () => true,
        () => false,
      );
    if (!isStored) bytes >>= 2;
  }
  return { makeRoom: async () => void (await jsm.streams.delete('FILLER')) };
}

/** A desk asks for the copies every ten seconds: here every half one. */
const HURRIED: Timing = { ...systemTiming, every: (ms, run) => systemTiming.every(ms / 20, run) };

/** Of all streams, as its page shows them; null while the broker does not answer. */
async function copiesMissed(url: string): Promise<number | null> {
  const response = await fetch(`${url}/v1/operations.json`, { headers: { connection: 'close' } });
  const { situation } = (await response.json()) as OperationsAnswer;
  const streams = situation?.broker?.streams ?? null;
  return streams?.reduce((missed, { current, replicas }) => missed + replicas - current, 0) ?? null;
}

describe('a cluster of three', { timeout: 180_000 }, () => {
  test('loses any one of its servers, and nothing of what it was told; all are current again', async () => {
    const cluster = await startTestCluster();
    stops.push(() => cluster.stop());
    const replicas = { NATS_REPLICAS: '3' };
    const [engine, edge] = await Promise.all([
      part(cluster.url, ['engine'], replicas),
      part(cluster.url, ['edge'], replicas),
    ]);
    const venue = await poolVenue(await connected(cluster.url, 3));
    const desk = await startDesk({ broker: await connected(cluster.url, 3), timing: HURRIED });
    stops.push(() => desk.close());
    await venue.send(HEAT, startList('1', '2') as never);
    await venue.settled();
    for (const [index, server] of cluster.servers.entries()) {
      const back = server.restart({ kill: true, pauseMs: index === 0 ? 6_000 : 2_000 });
      if (index === 0)
        await answered(
          'the control room misses copies',
          () => copiesMissed(desk.httpUrl),
          (missed) => missed !== null && missed > 0,
        );
      await venue.send(HEAT, finish('1', `24.0${index}`) as never);
      await venue.settled();
      await answered(
        'it is shown',
        () => shownAt(edge.url, HEAT, '1'),
        (time) => time === `24.0${index}`,
      );
      await back;
      for (const { url } of [engine, edge])
        await answered('all are current', () => missingAt(url), isCurrent);
    }
    await answered(
      'the control room has all copies',
      () => copiesMissed(desk.httpUrl),
      (missed) => missed === 0,
    );
  });
});
