/** Gateways as an operator starts them, on a real broker, with a real folder and a real desk: killed, and taken over from. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import type { EmbeddedServer } from '../../src/broker/nats/embedded-server.ts';
import { epochOf } from '../../src/model/epoch.ts';
import { numberBefore } from '../../src/wires/telling.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';
import { FINAL_100M, header, Publisher } from '../fanout/published-documents.ts';
import { type PartProcess, PROGRAM, startPart } from '../support/part-process.ts';
import { DeskServer } from './desk-server.ts';
import { rowsOf } from './sights.ts';

const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const run = promisify(execFile);

let folder: string;
let server: EmbeddedServer;
let broker: NatsBroker;
let desk: DeskServer;
const parts: PartProcess['end'][] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'splitsecond-wires-'));
  server = await startTestServer();
  broker = await NatsBroker.open({ url: server.url });
  desk = new DeskServer();
});
afterEach(async () => {
  for (const end of parts.splice(0)) await end('SIGKILL');
  await desk.close();
  await broker.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const drop = (): string => join(folder, 'drop');
const seen = (): string[] => readdirSync(drop()).filter((name) => !name.startsWith('.'));
const FILE = `${FINAL_100M}.RESULT.json`;
/** Where the numbers of this broker's history begin. */
let before = 0;
function inFile(): { number: number; kind: string } {
  const said = JSON.parse(readFileSync(join(drop(), FILE), 'utf8')) as {
    dispatch: { number: number; kind: string };
  };
  return { number: said.dispatch.number - before, kind: said.dispatch.kind };
}

function gateway(file: string): Promise<PartProcess> {
  return startPart(['wires', file], {
    natsUrl: server.url,
    environment: { DESK_SECRET: SECRET },
    started: (end) => void parts.push(end),
  });
}

test('of two gateways one delivers; killed again and again, nothing is lost, and a request comes twice only under its key', async () => {
  const url = await desk.open();
  const file = join(folder, 'wires.json');
  const recipients = [
    { name: 'folder', form: 'json', way: { file: { folder: drop() } } },
    { name: 'push', form: 'json', way: { http: { url, secretFrom: 'DESK_SECRET' } } },
  ];
  writeFileSync(file, JSON.stringify({ recipients }));
  const epoch = epochOf(broker.historyBegan, 1, 'test');
  const publisher = new Publisher(
    broker,
    { ...header(FINAL_100M), status: 'OFFICIAL' },
    rowsOf({ ann: '9.91', bo: '9.95' }),
    epoch,
  );
  before = numberBefore(epoch);
  await publisher.begin();
  const running = [await gateway(file), await gateway(file)];
  const numbers = (): number[] =>
    desk.received.map(({ headers }) => Number(headers['splitsecond-number']) - before);
  await until('both have the first', () => seen().length === 1 && numbers().includes(1));
  for (const { url: health } of running) expect((await fetch(`${health}/readyz`)).status).toBe(200);
  const metrics = await Promise.all(
    running.map(async ({ url: health }) => (await fetch(`${health}/metrics`)).text()),
  );
  // Of each recipient it is the turn of one of them.
  for (const recipient of ['folder', 'push'])
    expect(
      metrics.filter((text) => text.includes(`splitsecond_wires_turn{recipient="${recipient}"} 1\n`)).length,
    ).toBe(1);
  for (let round = 2; round <= 4; round += 1) {
    if (round === 3) desk.answers = [503, 'cut'];
    // A desk takes what it has: that is no reason to write it again.
    rmSync(join(drop(), FILE));
    const killed = running.shift()!;
    await killed.end('SIGKILL');
    await publisher.renew(rowsOf({ bo: `9.9${round}`, ann: 'DQ' }));
    running.push(await gateway(file));
    await until(
      `number ${round} is there`,
      () => seen().includes(FILE) && numbers().at(-1) === round,
      40_000,
    );
    expect(inFile()).toMatchObject({ number: round, kind: 'CORRECTION' });
  }
  const bodies = new Map<string, string>();
  for (const { headers, body } of desk.received) {
    const key = String(headers['webhook-id']);
    expect(bodies.get(key) ?? body.toString()).toBe(body.toString());
    bodies.set(key, body.toString());
  }
  expect(numbers().filter((number, index) => numbers().indexOf(number) === index)).toEqual([1, 2, 3, 4]);
  expect(bodies.size).toBe(4);

  rmSync(join(drop(), FILE));
  const command = (...args: readonly string[]) =>
    run(process.execPath, [PROGRAM, 'wires', ...args], {
      env: { ...process.env, NATS_URL: server.url, DESK_SECRET: SECRET },
    });
  const stand = (await command('stand', file, 'folder')).stdout;
  expect(stand).toMatch(new RegExp(`${FINAL_100M}/RESULT +${before + 4} +${before + 4}`));
  expect(seen()).toEqual([]);
  await command('replay', file, 'folder', `${FINAL_100M}/RESULT`);
  await until('what was asked for is there again', () => seen().includes(FILE));
  expect(inFile()).toMatchObject({ number: 4, kind: 'CORRECTION' });
}, 180_000);

test('a file of recipients that is wrong is a wrong command line, with code and place', async () => {
  const file = join(folder, 'wires.json');
  writeFileSync(file, JSON.stringify({ recipients: [{ name: 'a', form: 'sportsml', way: {} }] }));
  await expect(run(process.execPath, [PROGRAM, 'wires', 'check', file])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('WRONG_VALUE: recipients[0].way.file: there must be one way'),
  });
});
