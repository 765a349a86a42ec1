import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Broker } from '../../src/broker/broker.ts';
import { BrokerError } from '../../src/broker/errors.ts';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import type { ModelConnection } from '../../src/simulation/broker/connection.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { VenueClient, type VenueClientOptions } from '../../src/venue/venue-client.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';
import { VirtualTiming } from '../fanout/virtual-timing.ts';

const SPRINT = 'ATHM100M--------------FNL-000100--';
const finish = (competitor: number) => ({
  passing: { competitor: String(competitor), point: 'FIN', time: '9.79' },
});
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

let network: BrokerModel;
let broker: ModelConnection;
let directory: string;
const open: VenueClient[] = [];

beforeEach(async () => {
  network = new BrokerModel();
  broker = network.connect();
  directory = await mkdtemp(join(tmpdir(), 'splitsecond-outbox-'));
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((venue) => venue.close()));
  await rm(directory, { recursive: true, force: true });
});

async function openVenue(options: Partial<VenueClientOptions> = {}): Promise<VenueClient> {
  const venue = await VenueClient.open({ broker, venue: 'STA', source: 'TIMING', directory, ...options });
  open.push(venue);
  return venue;
}

const inFile = () => readFile(join(directory, 'TIMING.outbox.ndjson'), 'utf8');
const storedFacts = () =>
  network.facts.stored.map(
    ({ data }) => JSON.parse(Buffer.from(data).toString()) as { epoch: string; seq: number },
  );
const storedSeqs = () => storedFacts().map(({ seq }) => seq);

/** An engine that processes every fact at once, in order. */
async function startEngine(engine: Broker = network.connect()): Promise<Broker> {
  await engine.consumeFacts({ fromSeq: 1 }, ({ data }) => {
    const { source, epoch, seq } = JSON.parse(Buffer.from(data).toString());
    // A word on its way when the test ends is cut off; the venue then keeps the fact.
    engine.putProcessed(source, { epoch, seq }).catch(() => {});
  });
  return engine;
}

test('a client that is closed leaves nothing at the broker, which goes on with others', async () => {
  const ended: string[] = [];
  for (const name of ['onConnectionChange', 'onReplaced'] as const) {
    const on = broker[name].bind(broker) as (handler: never) => () => void;
    Object.assign(broker, {
      [name]: (handler: never) => {
        const end = on(handler);
        return () => {
          ended.push(name);
          end();
        };
      },
    });
  }
  const venue = await openVenue();
  expect(ended).toEqual([]);
  await venue.close();
  expect(ended.sort()).toEqual(['onConnectionChange', 'onReplaced']);
});

test('a fact is published as the venue feed describes it, under its own subject and message id', async () => {
  const venue = await openVenue({ epoch: '2024-06-09', now: () => 1_717_966_391_104_233 });
  expect(await venue.send(SPRINT, finish(7))).toBe(1);
  expect(await venue.send('', { heartbeat: { every: 5 } }, { sentAt: null, test: true })).toBe(2);
  await venue.stored();
  expect(network.facts.stored.map(({ venue, unit, contentType }) => [venue, unit, contentType])).toEqual([
    ['STA', SPRINT, 'application/json'],
    ['STA', '', 'application/json'],
  ]);
  expect(storedFacts()).toEqual([
    {
      source: 'TIMING',
      epoch: '2024-06-09',
      seq: 1,
      sentAt: '2024-06-09T20:53:11.104233Z',
      unit: SPRINT,
      ...finish(7),
    },
    { source: 'TIMING', epoch: '2024-06-09', seq: 2, heartbeat: { every: 5 }, test: true },
  ]);
});

test('D11 a fact stays in the outbox until an engine has processed it', async () => {
  const venue = await openVenue();
  await venue.send(SPRINT, finish(7));
  await venue.stored();
  expect(venue.waiting).toBe(1);
  await startEngine();
  await venue.settled();
  expect(venue.waiting).toBe(0);
});

test('D11 what was not processed is sent again after a restart of the venue, and numbers go on', async () => {
  const before = await openVenue();
  for (const competitor of upTo(3)) await before.send(SPRINT, finish(competitor));
  await before.close();
  // The broker has lost everything: its word came before the disk.
  network = new BrokerModel();
  broker = network.connect();
  const after = await openVenue();
  expect(after.epoch).toBe(before.epoch);
  expect(await after.send(SPRINT, finish(4))).toBe(4);
  await after.stored();
  expect(storedSeqs()).toEqual([1, 2, 3, 4]);
});

test('D11 what was processed is not sent again, and numbers go on although the outbox is empty', async () => {
  await startEngine();
  const before = await openVenue();
  await before.send(SPRINT, finish(1));
  await before.settled();
  await before.close();
  const after = await openVenue();
  expect(after.waiting).toBe(0);
  expect(await after.send(SPRINT, finish(2))).toBe(2);
});

test('a broken connection delays facts, and they arrive once each and in order', async () => {
  const venue = await openVenue();
  await venue.send(SPRINT, finish(1));
  await venue.stored();
  broker.disconnect();
  for (const competitor of upTo(300)) await venue.send(SPRINT, finish(competitor));
  expect(storedSeqs()).toEqual([1]);
  broker.reconnect();
  await venue.stored();
  expect(storedSeqs()).toEqual(upTo(301));
});

test('a publish that fails is repeated, and nothing overtakes for good', async () => {
  const publish = broker.publishFact.bind(broker);
  let failures = 2;
  broker.publishFact = async (message) => {
    if (message.messageId.endsWith(':2') && failures-- > 0)
      throw new BrokerError('BROKER_TIMEOUT', 'no answer');
    return publish(message);
  };
  const venue = await openVenue();
  for (const competitor of upTo(3)) await venue.send(SPRINT, finish(competitor));
  await venue.stored();
  expect(storedSeqs().sort()).toEqual([1, 2, 3]);
});

test('a cluster that has a leader again is asked within half a second, however long it had none', async () => {
  const timing = new VirtualTiming();
  const publish = broker.publishFact.bind(broker);
  let hasLeader = false;
  let tries = 0;
  broker.publishFact = (message) => {
    tries += 1;
    return hasLeader ? publish(message) : Promise.reject(new BrokerError('BROKER_TIMEOUT', 'no leader'));
  };
  const venue = await openVenue({ timing });
  await venue.send(SPRINT, finish(1));
  await timing.pass(60_000);
  expect(storedSeqs()).toEqual([]);
  expect(tries).toBeLessThan(150);
  hasLeader = true;
  await timing.pass(500);
  expect(storedSeqs()).toEqual([1]);
});

test('a refusal that will not go away is said aloud, and the fact stays', async () => {
  broker.publishFact = () => Promise.reject(new BrokerError('BROKER_NOT_PERMITTED', 'not under this venue'));
  const lines: string[] = [];
  const venue = await openVenue({ warn: (line) => lines.push(line) });
  await venue.send(SPRINT, finish(1));
  await until('it was said', () => lines.length > 0);
  expect(lines[0]).toContain('not under this venue');
  expect(venue.waiting).toBe(1);
});

test('a new epoch begins at 1, and what is left of the old one is still sent', async () => {
  broker.disconnect();
  broker.watchProcessed = async () => ({ stop: async () => {} });
  const before = await openVenue({ epoch: 'first' });
  await before.send(SPRINT, finish(1));
  await before.close();
  broker = network.connect();
  const after = await openVenue({ epoch: 'second' });
  expect(await after.send(SPRINT, finish(2))).toBe(1);
  await after.stored();
  expect(storedFacts().map(({ epoch, seq }) => `${epoch} ${seq}`)).toEqual(['first 1', 'second 1']);
  await startEngine();
  await after.settled();
});

test('a fact larger than the broker takes is refused before it gets a number', async () => {
  network = new BrokerModel({ maxDataBytes: 1000 });
  broker = network.connect();
  const venue = await openVenue();
  const long = { note: { id: '1', text: 'x'.repeat(1000) } };
  await expect(venue.send(SPRINT, long)).rejects.toMatchObject({ code: 'FACT_TOO_LARGE' });
  expect(await venue.send(SPRINT, finish(1))).toBe(1);
});

test('a source that cannot be one is refused', async () => {
  await expect(openVenue({ source: 'a b' })).rejects.toMatchObject({ code: 'BAD_SOURCE' });
});

test('a closed client takes no facts, and says to those who wait that it is closed', async () => {
  const venue = await openVenue();
  await venue.send(SPRINT, finish(1));
  const settled = expect(venue.settled()).rejects.toMatchObject({ code: 'VENUE_CLOSED' });
  await venue.close();
  await settled;
  await expect(venue.send(SPRINT, finish(2))).rejects.toMatchObject({ code: 'VENUE_CLOSED' });
});

describe('without a directory', () => {
  test('facts are kept until the broker has them, and no file is written', async () => {
    const venue = await openVenue({ directory: undefined } as Partial<VenueClientOptions>);
    for (const competitor of upTo(1000)) await venue.send(SPRINT, finish(competitor));
    await venue.settled();
    expect(venue.waiting).toBe(0);
    expect(storedSeqs()).toEqual(upTo(1000));
    await expect(inFile()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('two runs have different epochs, so the second is not taken for copies of the first', async () => {
    const epochs = [];
    for (const now of [1_717_966_391_104_233, 1_717_966_391_104_234]) {
      const venue = await openVenue({ directory: undefined, now: () => now } as Partial<VenueClientOptions>);
      epochs.push(venue.epoch);
    }
    expect(epochs).toEqual(['20240609T205311.104233Z', '20240609T205311.104234Z']);
  });
});

describe('the outbox file', () => {
  const path = () => join(directory, 'TIMING.outbox.ndjson');

  /** Three facts in the file, none of them published. */
  async function threeWaiting(): Promise<void> {
    const venue = await openVenue();
    broker.disconnect();
    for (const competitor of upTo(3)) await venue.send(SPRINT, finish(competitor));
    await venue.close();
    broker.reconnect();
  }

  test('survives a crash at every byte of the last line', async () => {
    await threeWaiting();
    const whole = await readFile(path());
    const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (let length = lastLine; length < whole.length; length += 7) {
      await writeFile(path(), whole);
      await truncate(path(), length);
      network = new BrokerModel();
      broker = network.connect();
      const venue = await openVenue();
      expect(venue.waiting).toBe(2);
      expect(await venue.send(SPRINT, finish(9))).toBe(3);
      await venue.stored();
      expect(storedSeqs()).toEqual([1, 2, 3]);
      await venue.close();
    }
  });

  test('with a line that cannot be read in the middle is refused with its place, not guessed at', async () => {
    await threeWaiting();
    await appendFile(path(), 'rubbish\n');
    await appendFile(path(), '{"processed":{"epoch":"x","seq":1}}\n');
    await expect(openVenue()).rejects.toMatchObject({
      code: 'OUTBOX_DAMAGED',
      message: expect.stringContaining('line 5'),
    });
  });

  test('of another source is refused', async () => {
    await threeWaiting();
    await writeFile(path(), (await inFile()).replace('"source":"TIMING"', '"source":"OTHER"'));
    await expect(openVenue()).rejects.toMatchObject({ code: 'OUTBOX_OF_ANOTHER_SOURCE' });
  });

  test('is written anew at its bound, and numbers go on', async () => {
    await startEngine();
    const text = 'x'.repeat(10_000);
    const venue = await openVenue({ keepBytes: 1_000_000 });
    for (const seq of upTo(300)) await venue.send(SPRINT, { note: { id: String(seq), text } });
    await venue.settled();
    expect((await stat(path())).size).toBeLessThan(1_100_000);
    await venue.close();
    const after = await openVenue();
    expect(after.epoch).toBe(venue.epoch);
    expect(await after.send(SPRINT, finish(1))).toBe(301);
  });
});

test('D11 with NATS killed in the middle, every fact is stored once and processed', async () => {
  const server = await startTestServer();
  const nats = await NatsBroker.open({ url: server.url });
  const engine = await startEngine(await NatsBroker.open({ url: server.url }));
  const venue = await openVenue({ broker: nats });
  for (const competitor of upTo(400)) {
    await venue.send(SPRINT, finish(competitor));
    if (competitor === 150) await server.restart({ kill: true });
    if (competitor % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await venue.settled();
  expect(await nats.lastFactSeq()).toBe(400);
  await venue.close();
  await Promise.all([nats.close(), engine.close()]);
  await server.stop();
});

describe('an earlier copy of the outbox', () => {
  /** Says three facts, goes back to what was after the first, and says two others. */
  async function putBack(options: Partial<VenueClientOptions> = {}): Promise<VenueClient> {
    await startEngine();
    const before = await openVenue({ epoch: 'e1' });
    await before.send(SPRINT, finish(1));
    await before.settled();
    const copy = await inFile();
    for (const competitor of [2, 3]) await before.send(SPRINT, finish(competitor));
    await before.settled();
    await before.close();
    await writeFile(join(directory, 'TIMING.outbox.ndjson'), copy);
    const after = await openVenue(options);
    for (const competitor of [4, 5]) await after.send(SPRINT, finish(competitor));
    await after.settled();
    return after;
  }

  test('is found by what is processed: what is said then is no second copy of what was said before', async () => {
    const warnings: string[] = [];
    const venue = await putBack({ warn: (line) => void warnings.push(line) });
    const said = network.facts.stored.map(({ data }) => JSON.parse(Buffer.from(data).toString()));
    expect(said.map(({ passing }) => passing.competitor)).toEqual(['1', '2', '3', '4', '5']);
    expect(new Set(said.slice(0, 3).map(({ epoch }) => epoch))).toEqual(new Set(['e1']));
    expect(said.slice(3).map(({ epoch, seq }) => [epoch, seq])).toEqual([
      [venue.epoch, 1],
      [venue.epoch, 2],
    ]);
    expect(venue.epoch > 'e1' || venue.epoch === 'e1-1').toBe(true);
    expect(warnings.join()).toContain('an earlier copy');
  });

  test('a venue whose outbox has everything goes on with its numbers', async () => {
    await startEngine();
    const before = await openVenue({ epoch: 'e1' });
    await before.send(SPRINT, finish(1));
    await before.settled();
    await before.close();
    const after = await openVenue();
    expect(await after.send(SPRINT, finish(2))).toBe(2);
    await after.settled();
    expect(after.epoch).toBe('e1');
  });
});
