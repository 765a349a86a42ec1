/** Nothing is taken for a second copy that is none: a message under the name of a fact keeps that fact from nobody. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Broker, VenueMessage } from '../../src/broker/broker.ts';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { type Refusal, VenueClient, type VenueClientOptions } from '../../src/venue/venue-client.ts';
import { startTestServer } from '../broker/nearby-server.ts';
import { finish, HEAT, startList } from '../engine/bad-input.ts';
import { endAll, engineOn } from '../engine/engines-on-a-network.ts';
import { rebuilt } from '../engine/stored-versions.ts';

let folder: string;
const stops: (() => unknown)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'splitsecond-names-'));
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await endAll();
  await rm(folder, { recursive: true, force: true });
});

async function venueOn(broker: Broker, options: Partial<VenueClientOptions> = {}) {
  const told: string[] = [];
  const refused: Refusal[] = [];
  const venue = await VenueClient.open({
    broker,
    venue: 'POOL',
    source: 'POOL-1',
    epoch: 'e',
    directory: join(folder, 'outbox'),
    warn: (line) => told.push(line),
    onRefused: (each) => refused.push(each),
    ...options,
  });
  stops.push(() => venue.close());
  return { venue, told, refused };
}

const message = (messageId: string, said: object, venue = 'EVIL'): VenueMessage => ({
  venue,
  unit: HEAT,
  messageId,
  contentType: 'application/json',
  data: Buffer.from(JSON.stringify(said)),
});
const evil = (messageId: string) =>
  message(messageId, { source: 'EVIL', epoch: 'e', seq: 1, unit: HEAT, ...finish('1', '1.00') });

const shown = (network: BrokerModel) =>
  rebuilt(network.results.stored).get(`${HEAT}/RESULT`)?.header.reliability.ok;

describe('a message of a stranger under the name of a fact that is still to come', () => {
  test('keeps nobody from it: it is told, the fact goes under another name, and counts', async () => {
    const network = new BrokerModel();
    const running = await engineOn(network);
    await network.connect().publishFact(evil('POOL-1:e:2'));
    await network.connect().publishFact(evil('POOL-1:e:2:2'));
    const { venue, told, refused } = await venueOn(network.connect());
    await venue.send(HEAT, startList('1', '2'));
    await venue.send(HEAT, finish('1', '24.02'));
    await venue.settled();
    expect(network.facts.stored.map(({ messageId }) => messageId)).toContain('POOL-1:e:2:3');
    expect(running.engine.counts()).toMatchObject({ facts: 2, duplicates: 0, factsMissing: 0 });
    expect(network.rejections.stored.map(({ code }) => code)).toEqual([
      'WRONG_MESSAGE_ID',
      'WRONG_MESSAGE_ID',
    ]);
    expect(told.filter((line) => line.includes('another message'))).toHaveLength(2);
    expect(refused).toEqual([]);
    expect(shown(network)).toBe(true);
  });

  test('with the same bytes for another venue is no copy either', async () => {
    const network = new BrokerModel();
    const running = await engineOn(network);
    const { venue } = await venueOn(network.connect(), { now: () => 0 });
    await venue.send(HEAT, startList('1', '2'));
    await venue.settled();
    const [first] = network.facts.stored;
    const said = JSON.parse(Buffer.from(first!.data).toString());
    await network.connect().publishFact(message('POOL-1:e:2', { ...said, seq: 2, ...startList('1') }));
    await venue.send(HEAT, startList('1'));
    await venue.settled();
    expect(running.engine.counts()).toMatchObject({ facts: 2, factsMissing: 0 });
  });

  test('on NATS JetStream', async () => {
    const server = await startTestServer();
    stops.push(() => server.stop());
    const [stranger, broker] = [
      await NatsBroker.open({ url: server.url }),
      await NatsBroker.open({ url: server.url }),
    ];
    stops.push(
      () => broker.close(),
      () => stranger.close(),
    );
    await stranger.publishFact(evil('POOL-1:e:1'));
    const { venue } = await venueOn(broker);
    await venue.send(HEAT, startList('1', '2'));
    await venue.stored();
    expect(await broker.factAt(2)).toMatchObject({ messageId: 'POOL-1:e:1:2' });
    await venue.close();
    // Once more it is what is there.
    const again = await venueOn(broker);
    await again.venue.stored();
    expect(await broker.lastFactSeq()).toBe(2);
  });
});

describe('numbers that are used for something else', () => {
  /** An outbox with fact 1 alone, of which engines have had fact 2. */
  async function putBack(network: BrokerModel): Promise<void> {
    const first = await venueOn(network.connect());
    await first.venue.send(HEAT, startList('1', '2'));
    await first.venue.settled();
    await first.venue.close();
    await cp(join(folder, 'outbox'), join(folder, 'copy'), { recursive: true });
    const second = await venueOn(network.connect());
    await second.venue.send(HEAT, finish('1', '24.02'));
    await second.venue.settled();
    await second.venue.close();
    await rm(join(folder, 'outbox'), { recursive: true });
    await cp(join(folder, 'copy'), join(folder, 'outbox'), { recursive: true });
  }

  test('by an outbox that was put back and speaks before it can know: what is said anew is refused in the open', async () => {
    const network = new BrokerModel();
    await engineOn(network);
    await putBack(network);
    network.store.processed.clear();
    const third = await venueOn(network.connect());
    await third.venue.send(HEAT, finish('2', '23.99'));
    await vi.waitFor(
      () => expect(third.refused.map(({ code, seq }) => [code, seq])).toEqual([['NUMBER_TWICE', 2]]),
      10_000,
    );
    expect(third.told.some((line) => line.includes('another message'))).toBe(true);
  });

  test('by a second program in the same outbox: it can say nothing, and the first goes on', async () => {
    const network = new BrokerModel();
    const running = await engineOn(network);
    const [one, two] = [await venueOn(network.connect()), await venueOn(network.connect())];
    await one.venue.send(HEAT, startList('1', '2'));
    await expect(two.venue.send(HEAT, finish('1', '24.02'))).rejects.toMatchObject({ code: 'OUTBOX_SHARED' });
    await one.venue.send(HEAT, finish('1', '24.05'));
    await one.venue.settled();
    expect(running.engine.counts()).toMatchObject({ facts: 2, rejected: 0 });
  });

  test('by two programs with an outbox each: refused in the open, also when the broker has forgotten the id of the first', async () => {
    const network = new BrokerModel({ duplicateWindowMs: 0 });
    await engineOn(network);
    const one = await venueOn(network.connect());
    await one.venue.send(HEAT, startList('1', '2'));
    await one.venue.settled();
    network.store.processed.clear();
    const other = await venueOn(network.connect(), { directory: join(folder, 'other') });
    await other.venue.send(HEAT, startList('3'));
    await vi.waitFor(() => expect(other.refused.map(({ code }) => code)).toEqual(['NUMBER_TWICE']), 10_000);
  });
});
