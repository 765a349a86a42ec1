/** The real thing: `splitsecond archive write --follow` killed at any moment leaves what was whole, and goes on without a hole or a double. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { Dice } from '../../src/simulation/dice.ts';
import { PROGRAM, startPart } from '../support/part-process.ts';
import {
  archivedFacts,
  checked,
  connected,
  factsOf,
  pause,
  SEMI_FINALS,
  say,
  server,
  stops,
  temporary,
} from './games.ts';

const KILLS = 6;

function archiving(natsUrl: string, path: string, more: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, 'archive', 'write', path, ...more], {
    env: { ...process.env, NATS_URL: natsUrl },
    stdio: 'ignore',
  });
  stops.push(() => child.kill('SIGKILL'));
  return child;
}

test('killed while it writes, it goes on where it was', { timeout: 240_000 }, async () => {
  const { url } = await server();
  const broker = await connected(url);
  // Archived is what a program of the same build computed.
  await startPart(['engine'], { natsUrl: url, started: (end) => void stops.push(() => end('SIGKILL')) });
  const path = temporary();
  const dice = new Dice(21);
  const part = Math.ceil(SEMI_FINALS.length / KILLS);
  for (let from = 0; from < SEMI_FINALS.length; from += part) {
    const child = archiving(url, path, ['--follow']);
    const gone = once(child, 'exit');
    await pause(dice.throw(1_500));
    for (const fact of SEMI_FINALS.slice(from, from + part)) {
      await say(broker, fact);
      await pause(dice.throw(40));
    }
    child.kill('SIGKILL');
    await gone;
  }
  const [code] = await once(archiving(url, path, []), 'exit');
  expect(code).toBe(0);
  const stored = await factsOf(broker);
  expect(await archivedFacts(path)).toEqual(
    stored.map((each) => ({ ...each, data: Buffer.from(each.data) })),
  );
  expect((await checked(path)).problems).toEqual([]);
});
