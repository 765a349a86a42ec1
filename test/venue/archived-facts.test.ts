/** What an archive has leaves the outbox, and nothing else does; what was cut is not sent again, and what is lost is. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Broker } from '../../src/broker/broker.ts';
import type { Cut } from '../../src/broker/cut.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { VenueClient } from '../../src/venue/venue-client.ts';
import { until } from '../broker/nearby-server.ts';
import { finish, HEAT, startList } from '../engine/bad-input.ts';

const FINAL = 'SWMM50MFR-------------FNL-000100--';
const stops: (() => unknown)[] = [];
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'splitsecond-archived-'));
  stops.push(() => rm(directory, { recursive: true, force: true }));
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function venueOn(broker: Broker): Promise<VenueClient> {
  const venue = await VenueClient.open({ broker, venue: 'STA', source: 'TIMING', epoch: 'e', directory });
  stops.push(() => venue.close());
  return venue;
}

/** The numbers of the facts in the outbox. */
async function kept(): Promise<number[]> {
  const text = await readFile(join(directory, 'TIMING.outbox.ndjson'), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.flatMap((line) => (JSON.parse(line) as { seq?: number }).seq ?? []);
}

const numbersIn = (network: BrokerModel): number[] =>
  network.facts.stored.map(({ data }) => JSON.parse(Buffer.from(data).toString()).seq as number);

/** The start list of a final that is to come, and a heat that is over, all of it processed. */
async function said(network: BrokerModel): Promise<void> {
  const broker = network.connect();
  const venue = await venueOn(broker);
  await venue.send(FINAL, startList('1'));
  await venue.send(HEAT, startList('1', '2'));
  await venue.send(HEAT, finish('1', '24.02'));
  await venue.send(HEAT, finish('2', '23.99'));
  await venue.stored();
  await broker.putProcessed('TIMING', { epoch: 'e', seq: 4 });
  await venue.settled();
  await venue.close();
}

const cut = (numbers: Cut['numbers']): Cut => ({ segment: 'a hash', to: 4, units: { [HEAT]: 3 }, numbers });

test('facts of a unit that was cut leave the outbox, as far as the archive has them; a new broker gets the others', async () => {
  const network = new BrokerModel();
  await said(network);
  expect(await kept()).toEqual([1, 2, 3, 4]);
  await network.connect().cutFacts(cut({ 'TIMING:e': 3, 'OTHER:e': 9 }));
  const venue = await venueOn(network.connect());
  while ((await kept()).length > 2) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await kept()).toEqual([1, 4]);
  expect(await venue.send(HEAT, { status: { result: 'OFFICIAL' } })).toBe(5);
  await venue.close();
  const empty = new BrokerModel();
  await venueOn(empty.connect());
  await until('the others are sent', () => numbersIn(empty).length === 3);
  expect(numbersIn(empty).toSorted()).toEqual([1, 4, 5]);
});

test('a place that was cut is looked upon as there for a fact that the archive has', async () => {
  const network = new BrokerModel();
  await said(network);
  const broker = network.connect();
  await broker.publishFact({
    ...{ venue: 'STA', unit: HEAT, messageId: 'OTHER:e:1', contentType: 'application/json' },
    data: Buffer.from('{}'),
  });
  await broker.cutFacts({ ...cut({ 'TIMING:e': 4 }), to: 5, units: { [HEAT]: 4 } });
  const venue = await venueOn(broker);
  await venue.send(FINAL, finish('1', '22.00'));
  await venue.stored();
  expect(network.facts.lastSeq).toBe(6);
});

test('a place that others have filled since, and that was cut then, is not taken for the fact that was lost', async () => {
  await said(new BrokerModel());
  const refilled = new BrokerModel();
  const other = refilled.connect();
  for (let seq = 1; seq <= 7; seq += 1)
    await other.publishFact({
      ...{ venue: 'STA', unit: HEAT, messageId: `OTHER:e:${seq}`, contentType: 'application/json' },
      data: Buffer.from(JSON.stringify({ seq })),
    });
  await other.cutFacts({ ...cut({ 'OTHER:e': 7 }), to: 7, units: { [HEAT]: 6 } });
  await venueOn(other);
  await until('all is sent again', () => refilled.facts.lastSeq === 11);
});
