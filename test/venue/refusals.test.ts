/** What a venue's program hears of facts that engines refuse or hold. */
import { afterEach, expect, test } from 'vitest';
import { startEngine } from '../../src/engine.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { type Refusal, VenueClient, type VenueClientOptions } from '../../src/venue/venue-client.ts';
import { until } from '../broker/nearby-server.ts';
import { finish, HEAT, startList } from '../engine/bad-input.ts';

const SILENT = { info() {}, warn() {}, error() {} };
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function pipeline(): Promise<BrokerModel> {
  const network = new BrokerModel();
  const engine = await startEngine({ broker: network.connect(), log: SILENT });
  stops.push(() => engine.close());
  return network;
}

async function venueOn(network: BrokerModel, options: Partial<VenueClientOptions>): Promise<VenueClient> {
  const venue = await VenueClient.open({
    broker: network.connect(),
    venue: 'STA',
    source: 'TIMING',
    ...options,
  });
  stops.push(() => venue.close());
  return venue;
}

const bytesSay = ({ bytes }: Refusal): unknown => JSON.parse(Buffer.from(bytes).toString());

test('a refused fact is told with code, reason and bytes, a held one apart, and what is right not at all', async () => {
  const network = await pipeline();
  const refused: Refusal[] = [];
  const heldBack: Refusal[] = [];
  const venue = await venueOn(network, {
    onRefused: (refusal) => refused.push(refusal),
    onHeld: (refusal) => heldBack.push(refusal),
  });
  await venue.send(HEAT, startList('1', '1'));
  await venue.send(HEAT, startList('1', '2'));
  await venue.send(HEAT, finish('3', '24.02'));
  await venue.send(HEAT, finish('1', '24.10'));
  // Who is not checked by the compiler is by the engine.
  await venue.send(HEAT, { passing: { competitor: '2', point: 'FIN', time: 24.2 } } as never);
  await until('they are told', () => refused.length >= 2 && heldBack.length >= 1);
  expect(refused.map(({ code, seq, unit }) => [code, seq, unit])).toEqual([
    ['NOT_ON_START_LIST', 3, HEAT],
    ['WRONG_TYPE', 5, HEAT],
  ]);
  expect(refused[1]!.reason).toContain('passing.time');
  expect(refused[0]!.epoch).toBe(venue.epoch);
  expect(bytesSay(refused[0]!)).toMatchObject({ source: 'TIMING', seq: 3, ...finish('3', '24.02') });
  expect(heldBack.map(({ code, seq }) => [code, seq])).toEqual([['FACT_HELD', 1]]);
  expect(heldBack[0]!.reason).toContain('COMPETITOR_TWICE');
});

test('nothing of other sources and venues is told, what was refused before it was opened is', async () => {
  const network = await pipeline();
  const before = await venueOn(network, {});
  await before.send(HEAT, startList('1'));
  await before.send(HEAT, finish('9', '24.02'));
  const other = await venueOn(network, { source: 'OTHER' });
  await other.send(HEAT, finish('8', '24.02'));
  // The venue of a source is that of its first fact (F7).
  const elsewhere: Refusal[] = [];
  const stranger = await venueOn(network, {
    venue: 'POOL',
    source: 'OTHER',
    onRefused: (each) => elsewhere.push(each),
  });
  await other.stored();
  await stranger.send(HEAT, finish('7', '24.02'));
  await until('it is told', () => elsewhere.length === 1);
  expect(elsewhere[0]!.code).toBe('WRONG_VENUE');
  const told: Refusal[] = [];
  await venueOn(network, { onRefused: (each) => told.push(each) });
  await until('it is told', () => told.length === 1);
  expect(told[0]!.code).toBe('NOT_ON_START_LIST');
  expect(told[0]!.epoch).toBe(before.epoch);
});

test('what throws in a callback of the caller disturbs nothing', async () => {
  const network = await pipeline();
  const lines: string[] = [];
  const venue = await venueOn(network, {
    onRefused: () => {
      throw new Error('of the caller');
    },
    warn: (line) => lines.push(line),
  });
  await venue.send(HEAT, startList('1'));
  await venue.send(HEAT, finish('9', '24.02'));
  await until('it is warned of', () => lines.some((line) => line.includes('of the caller')));
  await venue.send(HEAT, finish('8', '24.02'));
  await venue.settled();
});
