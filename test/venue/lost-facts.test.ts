/** A broker that comes back with nothing or with less, and the venue that still has what is missing. */
import { cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Broker } from '../../src/broker/broker.ts';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import type { EmbeddedServer } from '../../src/broker/nats/embedded-server.ts';
import { decodeResult } from '../../src/encode/result-codec.ts';
import { startEngine } from '../../src/engine.ts';
import { listRows } from '../../src/model/document.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { VenueClient, type VenueClientOptions } from '../../src/venue/venue-client.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';
import { finish, HEAT, startList } from '../engine/bad-input.ts';

const SILENT = { info() {}, warn() {}, error() {} };
const stops: (() => unknown)[] = [];
let directory: string;
let lines: string[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'splitsecond-lost-'));
  lines = [];
  stops.push(() => rm(directory, { recursive: true, force: true }));
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const outbox = () => join(directory, 'outbox');

async function venueOn(broker: Broker, options: Partial<VenueClientOptions> = {}): Promise<VenueClient> {
  const warn = (line: string): number => lines.push(line);
  const venue = await VenueClient.open({
    broker,
    venue: 'STA',
    source: 'TIMING',
    directory: outbox(),
    warn,
    ...options,
  });
  stops.push(() => venue.close());
  return venue;
}

async function engineOn(broker: Broker): Promise<() => Promise<void>> {
  const engine = await startEngine({ broker, log: SILENT });
  stops.push(() => engine.close());
  return () => engine.close();
}

/** Who has which time by the newest document that is kept. */
async function shown(broker: Broker, unit = HEAT): Promise<Record<string, unknown>> {
  const kept = await broker.keptDocument(`${unit}/RESULT`);
  const [first] = kept === null ? [] : decodeResult(kept.data);
  if (first === undefined || !('document' in first)) return {};
  return Object.fromEntries(listRows(first.document).map(({ key, mark }) => [key, mark.result]));
}

const factsOf = (network: BrokerModel): string[] => network.facts.stored.map(({ data }) => seqOf(data));
const seqOf = (data: Uint8Array): string => {
  const { epoch, seq } = JSON.parse(Buffer.from(data).toString());
  return `${epoch} ${seq}`;
};

describe('a venue that comes back to a broker with another memory', () => {
  /** Three facts that an engine has processed. */
  async function processed(network: BrokerModel, options: Partial<VenueClientOptions> = {}) {
    const stopEngine = await engineOn(network.connect());
    const venue = await venueOn(network.connect(), { epoch: 'e', ...options });
    await venue.send(HEAT, startList('1', '2'));
    await venue.send(HEAT, finish('1', '24.02'));
    await venue.settled();
    await venue.send(HEAT, finish('2', '23.99'));
    await venue.settled();
    await venue.close();
    await stopEngine();
  }

  test('D11 with an empty one says all of it again, an engine processes it, and numbers go on', async () => {
    await processed(new BrokerModel());
    const network = new BrokerModel();
    await engineOn(network.connect());
    const venue = await venueOn(network.connect());
    await until('it was noticed', () => lines.length > 0);
    await venue.settled();
    expect(factsOf(network)).toEqual(['e 1', 'e 2', 'e 3']);
    expect(lines).toEqual(['TIMING: the broker has lost facts that it had stored (all): 3 are sent again']);
    expect(await venue.send(HEAT, { status: { result: 'OFFICIAL' } })).toBe(4);
    await venue.settled();
  });

  test('D11 what it says to an empty one before it has looked hides nothing of what is missing', async () => {
    await processed(new BrokerModel());
    const network = new BrokerModel();
    await engineOn(network.connect());
    const broker = network.connect();
    const own = (): string[] => factsOf(network).filter((said) => said.startsWith('e '));
    const factAt = broker.factAt.bind(broker);
    broker.factAt = async (streamSeq) => {
      if (own().length < 5) throw new Error('it does not answer yet');
      return factAt(streamSeq);
    };
    const venue = await venueOn(broker);
    // At higher places than the three of the store that is gone.
    for (let count = 0; count < 5; count += 1) await venue.send(HEAT, finish('2', '23.99'));
    await until('it was noticed', () => lines.length > 0);
    await venue.settled();
    expect(new Set(own())).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seq) => `e ${seq}`)));
  });

  test('D11 what was processed between two interruptions, before anybody had looked, is looked for as well', async () => {
    const network = new BrokerModel();
    const stopEngine = await engineOn(network.connect());
    const broker = network.connect();
    const venue = await venueOn(broker, { epoch: 'e' });
    await venue.send(HEAT, startList('1', '2'));
    await venue.settled();
    const copy = network.store.copy();
    const factAt = broker.factAt.bind(broker);
    broker.factAt = async () => {
      throw new Error('it does not answer yet');
    };
    broker.disconnect();
    broker.reconnect();
    await venue.send(HEAT, finish('1', '24.02'));
    await venue.settled();
    await stopEngine();
    network.rollBack(copy);
    network.start();
    await engineOn(network.connect());
    // Another one takes the place of what is lost, and what the venue says now stands behind that.
    const data = Buffer.from(JSON.stringify({ source: 'OTHER', epoch: 'o', seq: 1, heartbeat: {} }));
    await network
      .connect()
      .publishFact({ venue: 'STA', unit: '', messageId: 'OTHER:o:1', contentType: 'application/json', data });
    broker.reconnect();
    await venue.send(HEAT, finish('2', '23.99'));
    await venue.stored();
    broker.factAt = factAt;
    broker.disconnect();
    broker.reconnect();
    await until('it was noticed', () => lines.length > 0);
    await venue.settled();
    expect(lines).toEqual([expect.stringContaining('(all after e 1)')]);
    expect(factsOf(network).filter((said) => said.startsWith('e '))).toEqual(['e 1', 'e 3', 'e 2']);
  });

  test('with the same one says nothing twice', async () => {
    const network = new BrokerModel();
    await processed(network);
    const looked: number[] = [];
    const broker = network.connect();
    const factAt = broker.factAt.bind(broker);
    broker.factAt = (streamSeq) => {
      looked.push(streamSeq);
      return factAt(streamSeq);
    };
    await venueOn(broker);
    await until('it has looked', () => looked.length > 0);
    expect(looked).toEqual([3]);
    expect([factsOf(network).length, lines]).toEqual([3, []]);
  });

  test('with an earlier one that others have gone on with says again what is missing, and no more', async () => {
    const before = new BrokerModel();
    await processed(before);
    const network = new BrokerModel();
    const other = network.connect();
    for (const { unit, data } of before.facts.stored.slice(0, 2))
      await other.publishFact({
        venue: 'STA',
        unit,
        messageId: `TIMING:${seqOf(data).replace(' ', ':')}`,
        contentType: 'application/json',
        data,
      });
    for (const seq of [1, 2, 3])
      await other.publishFact({
        venue: 'STA',
        unit: HEAT,
        messageId: `OTHER:e:${seq}`,
        contentType: 'application/json',
        data: Buffer.from(JSON.stringify({ source: 'OTHER', epoch: 'o', seq, unit: HEAT, heartbeat: {} })),
      });
    const venue = await venueOn(network.connect());
    await until('it says it again', () => network.facts.stored.length === 6);
    await venue.stored();
    expect(factsOf(network)).toEqual(['e 1', 'e 2', 'o 1', 'o 2', 'o 3', 'e 3']);
    expect(lines).toEqual([expect.stringContaining('(all after e 2): 1 are sent again')]);
  });

  test('that only seemed to have lost something settles all the same, and is believed of nothing that it did lose', async () => {
    const network = new BrokerModel();
    await engineOn(network.connect());
    const broker = network.connect();
    const venue = await venueOn(broker);
    await venue.send(HEAT, startList('1'));
    await venue.settled();
    const factAt = broker.factAt.bind(broker);
    broker.factAt = async () => null;
    broker.disconnect();
    broker.reconnect();
    await until('it was said', () => lines.length > 0);
    broker.factAt = factAt;
    await venue.settled();
    // It may be said again, and is the same.
    expect(new Set(factsOf(network)).size).toBe(1);
  });

  test('an engine answers a second copy, for it may be all that a venue hears', async () => {
    const network = new BrokerModel();
    const broker = network.connect();
    await engineOn(broker);
    const said = { venue: 'STA', unit: HEAT, contentType: 'application/json' } as const;
    const data = Buffer.from(
      JSON.stringify({ source: 'A', epoch: 'e', seq: 1, unit: HEAT, ...startList('1') }),
    );
    await broker.publishFact({ ...said, messageId: 'A:e:1', data });
    await until('it is processed', () => network.store.processed.has('A'));
    network.store.processed.delete('A');
    await broker.publishFact({ ...said, messageId: 'A:e:1:2', data });
    await until('it is said again', () => network.store.processed.has('A'));
  });

  test('without a directory it can only say that they are lost', async () => {
    const network = new BrokerModel();
    const broker = network.connect();
    const venue = await venueOn(broker, { directory: undefined } as Partial<VenueClientOptions>);
    await venue.send(HEAT, startList('1'));
    await venue.stored();
    broker.factAt = async () => null;
    broker.disconnect();
    broker.reconnect();
    await until('it was said', () => lines.length > 0);
    expect(lines).toEqual([expect.stringContaining('no directory keeps them')]);
  });

  test('what has left the outbox at its bound is named: then, and when it is needed', async () => {
    const network = new BrokerModel();
    const stopEngine = await engineOn(network.connect());
    const venue = await venueOn(network.connect(), { epoch: 'e', keepBytes: 20_000 });
    const heat = (number: number): string =>
      HEAT.replace('HEAT0001', `HEAT${String(number).padStart(4, '0')}`);
    // Said first, and spoken of no more: but it is yet to come.
    await venue.send(heat(9), startList('1', '2'));
    for (const number of [1, 2, 3]) {
      await venue.send(heat(number), startList('1', '2'));
      for (let lap = 0; lap < 40; lap += 1) await venue.send(heat(number), finish('1', `2${number}.${lap}`));
      if (number !== 2) await venue.send(heat(number), { status: { result: 'OFFICIAL' } });
      await venue.settled();
    }
    await until('it was said', () => lines.length > 0);
    expect(lines[0]).toContain(
      `a broker that loses these gets them from nobody: ${heat(1)} (42 facts, e 2 to 43)`,
    );
    expect((await stat(join(outbox(), 'TIMING.outbox.ndjson'))).size).toBeLessThan(40_000);
    await venue.close();
    await stopEngine();

    lines = [];
    const empty = new BrokerModel();
    const engineBroker = empty.connect();
    await engineOn(engineBroker);
    const after = await venueOn(empty.connect());
    await until('it was noticed', () => lines.length > 1);
    // Numbers are missing that nobody has, and all that is there is processed.
    await after.settled();
    expect(lines[1]).toContain(`cannot be sent again: ${heat(1)} (42 facts, e 2 to 43)`);
    expect(factsOf(empty)[0]).toBe('e 1');
    expect(factsOf(empty)).not.toContain('e 2');
    expect(await after.send(heat(9), finish('2', '24.00'))).toBe(127);
    await after.settled();
    await until('it is kept', () => empty.documents.has(`${heat(9)}/RESULT`));
  });
});

describe('with a real broker', { timeout: 120_000 }, () => {
  let server: EmbeddedServer;
  const store = () => join(directory, 'store');
  const copy = () => join(directory, 'copy');

  async function serve(port?: number): Promise<void> {
    server = await startTestServer({
      storeDirectory: store(),
      ...(port === undefined ? {} : { port }),
    });
    const running = server;
    stops.push(() => running.stop());
  }

  /** The server goes down, its store becomes this one, and it comes up again. */
  async function comeBackWith(other: string | null): Promise<void> {
    const { port } = server;
    await server.stop();
    await rm(store(), { recursive: true });
    if (other !== null) await cp(other, store(), { recursive: true });
    await serve(port);
  }

  async function copyStore(): Promise<void> {
    await server.restart();
    await cp(store(), copy(), { recursive: true });
  }

  async function connect(): Promise<NatsBroker> {
    const broker = await NatsBroker.open({ url: server.url });
    stops.push(() => broker.close());
    return broker;
  }

  /** A competition under way; then the store is lost or put back, while the venue runs or is down, and an engine starts anew. */
  test.each([
    ['lost', 'runs'],
    ['lost', 'is down'],
    ['put back', 'runs'],
    ['put back', 'is down'],
  ])(
    'D11 the store is %s while the venue %s: all of it is there in the end, and it settles',
    async (what, how) => {
      await serve();
      const stopEngine = await engineOn(await connect());
      let venue = await venueOn(await connect());
      await venue.send(HEAT, { setup: { rule: 'SWM.RACE@2024' } });
      await venue.send(HEAT, startList('1', '2', '3'));
      await venue.send(HEAT, finish('1', '24.02'));
      await venue.settled();
      await copyStore();
      await venue.send(HEAT, finish('2', '23.99'));
      await venue.settled();
      await stopEngine();
      if (how === 'is down') await venue.close();
      await comeBackWith(what === 'lost' ? null : copy());
      const broker = await connect();
      await engineOn(broker);
      // A new fact takes the place of the one that is lost, before anybody looks.
      if (what === 'put back') {
        const stranger = { venue: 'STA', unit: '', contentType: 'application/json' } as const;
        await broker.publishFact({
          ...stranger,
          messageId: 'OTHER:o:1',
          data: Buffer.from(JSON.stringify({ source: 'OTHER', epoch: 'o', seq: 1, heartbeat: {} })),
        });
      }
      if (how === 'is down') venue = await venueOn(await connect());
      await until('it was noticed', () => lines.some((line) => line.includes('has lost facts')));
      await venue.send(HEAT, finish('3', '24.50'));
      await venue.settled();
      await expect
        .poll(() => shown(broker), { timeout: 20_000 })
        .toEqual({ '1': '24.02', '2': '23.99', '3': '24.50' });
    },
  );
});
