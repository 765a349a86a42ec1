/** A broker whose store is put back to an earlier copy, under real engines, an edge, venues and screens. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import type { EmbeddedServer } from '../../src/broker/nats/embedded-server.ts';
import { listRows } from '../../src/model/document.ts';
import { isNewerEpoch } from '../../src/model/epoch.ts';
import { VenueClient } from '../../src/venue/venue-client.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';
import { finish, HEAT, startList } from '../engine/bad-input.ts';
import { type PartProcess, startPart } from '../support/part-process.ts';
import { KINDS, Witness } from './witness.ts';

const CHANNEL = `${HEAT}/RESULT`;
const stops: (() => unknown)[] = [];
let folder: string;
let server: EmbeddedServer;

const store = () => join(folder, 'store');
const copy = () => join(folder, 'copy');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'splitsecond-rolled-back-'));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  server = await startTestServer({ storeDirectory: store() });
  stops.push(() => server.stop());
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** The server goes down, something is done to its store, and it comes up again. */
async function without(run: () => Promise<unknown>): Promise<void> {
  const { port } = server;
  await server.stop();
  await run();
  server = await startTestServer({ storeDirectory: store(), port });
}

const copyStore = () => without(() => cp(store(), copy(), { recursive: true }));
const putStoreBack = () =>
  without(async () => {
    await rm(store(), { recursive: true });
    await cp(copy(), store(), { recursive: true });
  });

const started = (...args: string[]): Promise<PartProcess> =>
  startPart(args, {
    natsUrl: server.url,
    logLevel: 'warn',
    started: (end) => void stops.push(() => end('SIGKILL')),
  });

const engine = () => started('engine');
const edge = () => started('edge', '--port', '0');

async function venueOf(source: string, directory?: string): Promise<VenueClient> {
  const broker = await NatsBroker.open({ url: server.url });
  stops.push(() => broker.close());
  const venue = await VenueClient.open({
    broker,
    venue: 'STA',
    source,
    ...(directory === undefined ? {} : { directory: join(folder, directory) }),
  });
  stops.push(() => venue.close());
  return venue;
}

const resultsOf = (witness: Witness): Record<string, unknown> => {
  const document = witness.talk.document(CHANNEL);
  if (document === null || document === undefined) return {};
  return Object.fromEntries(listRows(document).map(({ key, mark }) => [key, mark.result]));
};

function witnessesOf(url: string): Witness[] {
  const witnesses = KINDS.map((kind) => new Witness({ kind, channel: CHANNEL }));
  for (const witness of witnesses) {
    witness.join(url);
    stops.push(() => witness.leave());
  }
  return witnesses;
}

/** Until all show exactly this. As screens do, one whose connection has ended comes back, with the position that it has. */
async function show(
  witnesses: readonly Witness[],
  url: string,
  wanted: Record<string, string>,
): Promise<void> {
  const isShown = (witness: Witness): boolean => {
    const results = Object.entries(resultsOf(witness)).filter(([, result]) => result != null);
    return JSON.stringify(results.sort()) === JSON.stringify(Object.entries(wanted).sort());
  };
  await until(
    `all show ${JSON.stringify(wanted)}`,
    () => {
      for (const witness of witnesses) if (!witness.isConnected) witness.join(url);
      return witnesses.every(isShown);
    },
    60_000,
  );
}

const epochOf = (witness: Witness): string => witness.talk.document(CHANNEL)!.epoch;

function expectNewHistory(witnesses: readonly Witness[], old: string): void {
  expect(new Set(witnesses.map(epochOf)).size).toBe(1);
  for (const witness of witnesses) {
    expect(isNewerEpoch(epochOf(witness), old), witness.options.kind.name).toBe(true);
    expect(witness.talk.violations, witness.options.kind.name).toEqual([]);
  }
}

describe('a broker that comes back with an earlier store', { timeout: 240_000 }, () => {
  test('makes engines and edge begin anew: venues send what is missing, and what nobody has is named', async () => {
    const [first, second, served] = [await engine(), await engine(), await edge()];
    const venue = await venueOf('POOL', 'outbox');
    const gone = await venueOf('GONE');
    await venue.send(HEAT, startList('1', '2', '3', '4'));
    await venue.send(HEAT, finish('1', '24.02'));
    await venue.settled();
    const witnesses = witnessesOf(served.url);
    await show(witnesses, served.url, { '1': '24.02' });
    await copyStore();
    await venue.send(HEAT, finish('2', '23.99'));
    await gone.send(HEAT, finish('3', '25.00'));
    await venue.settled();
    await show(witnesses, served.url, { '1': '24.02', '2': '23.99', '3': '25.00' });
    const old = epochOf(witnesses[0]!);

    await putStoreBack();
    // The places are taken again before anybody looks.
    await venue.send(HEAT, finish('4', '24.44'));
    await show(witnesses, served.url, { '1': '24.02', '2': '23.99', '4': '24.44' });
    expectNewHistory(witnesses, old);
    await venue.settled();
    for (const each of [first, second])
      await until('it is told', () => each.log().includes('BROKER_REPLACED'));
    // Whoever had read it; one of them has published it.
    expect(first.log() + second.log()).toMatch(/GONE \S+ 1 to 1 \(SWMM50MFR/);
    // Either engine alone goes on.
    await first.end('SIGKILL');
    await venue.send(HEAT, finish('1', '24.01'));
    await show(witnesses, served.url, { '1': '24.01', '2': '23.99', '4': '24.44' });
  });

  test('is found by the edge alone, so that an engine that knows nothing of it begins where no screen has been', async () => {
    const [before, served] = [await engine(), await edge()];
    const venue = await venueOf('POOL');
    await venue.send(HEAT, startList('1', '2'));
    await venue.send(HEAT, finish('1', '24.02'));
    const witnesses = witnessesOf(served.url);
    await show(witnesses, served.url, { '1': '24.02' });
    await copyStore();
    await venue.send(HEAT, finish('2', '23.99'));
    await show(witnesses, served.url, { '1': '24.02', '2': '23.99' });
    const old = epochOf(witnesses[0]!);
    await before.end('SIGKILL');
    await venue.close();
    await putStoreBack();
    await until('the edge has noticed', () => served.log().includes('BROKER_REPLACED'), 60_000);
    await engine();
    const after = await venueOf('OTHER');
    await after.send(HEAT, finish('2', '24.50'));
    await show(witnesses, served.url, { '1': '24.02', '2': '24.50' });
    expectNewHistory(witnesses, old);
  });

  test('is found by an engine that was stopped meanwhile, because the others have begun a newer history', async () => {
    const [stopped, running, served] = [await engine(), await engine(), await edge()];
    const venue = await venueOf('POOL', 'outbox');
    await venue.send(HEAT, startList('1', '2'));
    await venue.settled();
    const witnesses = witnessesOf(served.url);
    await copyStore();
    stopped.child.kill('SIGSTOP');
    await venue.send(HEAT, finish('1', '24.02'));
    await show(witnesses, served.url, { '1': '24.02' });
    const old = epochOf(witnesses[0]!);
    await putStoreBack();
    await until('the other one has noticed', () => running.log().includes('BROKER_REPLACED'), 60_000);
    await show(witnesses, served.url, { '1': '24.02' });
    stopped.child.kill('SIGCONT');
    await until('it has noticed, too', () => stopped.log().includes('BROKER_REPLACED'), 60_000);
    await running.end('SIGKILL');
    await venue.send(HEAT, finish('2', '23.99'));
    await show(witnesses, served.url, { '1': '24.02', '2': '23.99' });
    expectNewHistory(witnesses, old);
  });
});
