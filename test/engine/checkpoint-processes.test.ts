/** The real thing: engines as processes that are killed at any moment, a nats-server, checkpoints in a folder and in the broker. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';
import { differences, endState, feedAt, wireFeedAt } from '../properties/end-state.ts';
import { ROOT } from '../support/source-tree.ts';
import { endOfFactsAlone, ofFactsAlone, rebuilt } from './stored-versions.ts';

const PROGRAM = join(ROOT, 'dist', 'src', 'cli', 'splitsecond.js');
const FEED = 'sports/athletics/cases/rio-2016-200m-semi-finals/feed.ndjson';
const KILLS = 4;
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

interface EngineProcess {
  readonly codes: string[];
  kill(): Promise<void>;
}

async function engineProcess(natsUrl: string, folder: string): Promise<EngineProcess> {
  const args = ['engine', '--checkpoints', folder, '--checkpoint-every', '100ms'];
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, NATS_URL: natsUrl },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  stops.push(kill);
  const codes: string[] = [];
  createInterface({ input: child.stderr! }).on('line', (line) => {
    const { code } = JSON.parse(line) as { code?: string };
    if (code !== undefined) codes.push(code);
  });
  await once(child, 'message');
  return { codes, kill };
}

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
    await engine.kill();
    used += engine.codes.filter((code) => code === 'CHECKPOINT_USED').length;
    expect(engine.codes).not.toContain('CHECKPOINT_NOT_USED');
    // The folder and the broker in turns.
    if (from % (2 * part) === 0) rmSync(folder, { recursive: true, force: true });
  }
  const last = await engineProcess(server.url, folder);
  expect(last.codes).toContain('CHECKPOINT_USED');
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
