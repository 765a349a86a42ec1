/** The real thing: engines as processes that are killed at any moment, a nats-server, checkpoints in a folder and in the broker. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';
import { differences, endState, feedAt, wireFeedAt } from '../properties/end-state.ts';
import { type PartProcess, startPart } from '../support/part-process.ts';
import { endOfFactsAlone, ofFactsAlone, rebuilt } from './stored-versions.ts';

const FEED = 'sports/athletics/cases/rio-2016-200m-semi-finals/feed.ndjson';
const KILLS = 4;
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const engineProcess = (natsUrl: string, folder: string): Promise<PartProcess> =>
  startPart(['engine', '--checkpoints', folder, '--checkpoint-every', '100ms'], {
    natsUrl,
    logLevel: 'info',
    started: (end) => void stops.push(() => end('SIGKILL')),
  });

const codesOf = ({ log }: PartProcess): string[] =>
  [...log().matchAll(/"code":"(\w+)"/g)].map(([, code]) => code!);

test('engines that are killed at any moment go on from checkpoints, and end where the facts do', {
  timeout: 240_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'checkpoints-'));
  stops.push(() => rmSync(folder, { recursive: true, force: true }));
  const server = await startTestServer();
  stops.push(() => server.stop());
  const broker = await NatsBroker.open({ url: server.url });
  stops.push(() => broker.close());
  const dice = new Dice(13);
  const feed = wireFeedAt(FEED);
  const part = Math.ceil(feed.length / KILLS);
  let used = 0;
  for (let from = 0; from < feed.length; from += part) {
    const engine = await engineProcess(server.url, folder);
    for (const fact of feed.slice(from, from + part)) await broker.publishFact(factMessage('STA', fact));
    await until('a checkpoint is there', () => existsSync(join(folder, 'newest-all')));
    await new Promise((resolve) => setTimeout(resolve, dice.throw(400)));
    await engine.end('SIGKILL');
    used += codesOf(engine).filter((code) => code === 'CHECKPOINT_USED').length;
    expect(codesOf(engine)).not.toContain('CHECKPOINT_NOT_USED');
    // The folder and the broker in turns.
    if (from % (2 * part) === 0) rmSync(folder, { recursive: true, force: true });
  }
  const last = await engineProcess(server.url, folder);
  expect(codesOf(last)).toContain('CHECKPOINT_USED');
  expect(used).toBeGreaterThan(0);
  const stored: Parameters<typeof rebuilt>[0][number][] = [];
  const reading = await broker.consumeResults({ fromSeq: 1 }, (version) => void stored.push(version));
  stops.push(() => reading.stop());
  const end = endOfFactsAlone(feedAt(FEED));
  await until(
    'everything is stored',
    () => differences(end, endState(ofFactsAlone(rebuilt(stored).values()))).length === 0,
  );
});
