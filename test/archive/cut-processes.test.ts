/** The real thing: the procedure of the runbook that cuts VENUE, killed while it does, with engines that have the archive and one that has not. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { freePort } from '../../src/cli/free-port.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { endOf, PROGRAM } from '../support/part-process.ts';
import {
  connected,
  factsOf,
  pause,
  publishedAt,
  SEMI_FINALS,
  sayAll,
  server,
  stops,
  temporary,
} from './games.ts';
import { engineAt, splitsecond } from './processes.ts';

/** Without a checkpoint: every engine reads everything. */
const NO_CHECKPOINT = ['--checkpoint-every', '500h'];

/** What it says of itself while it is not ready. */
async function readyzOfEngineAt(natsUrl: string): Promise<{ status: number; text: string }> {
  const port = await freePort('127.0.0.1');
  const child = spawn(process.execPath, [PROGRAM, 'engine', ...NO_CHECKPOINT, '--port', String(port)], {
    env: { ...process.env, NATS_URL: natsUrl },
    stdio: 'ignore',
  });
  stops.push(() => endOf(child, 'SIGKILL'));
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    const text = (await answer?.text()) ?? '';
    if (answer !== null && !text.includes('STARTING')) {
      await pause(2_000);
      const after = await fetch(`http://127.0.0.1:${port}/readyz`);
      const said = { status: after.status, text: await after.text() };
      await endOf(child, 'SIGTERM');
      return said;
    }
    await pause(100);
  }
}

test('the procedure of the runbook, with processes: the same hashes, and nothing is shown of half the facts', {
  timeout: 600_000,
}, async () => {
  const { url } = await server();
  const broker = await connected(url);
  const path = temporary();
  const first = await engineAt(url, ...NO_CHECKPOINT);
  await sayAll(broker, SEMI_FINALS);
  await splitsecond(url, 'archive', 'write', path);
  const [published, facts] = [await publishedAt(broker), await factsOf(broker)];
  await first.end('SIGTERM');

  const dice = new Dice(7);
  while ((await broker.cut()) === null) {
    const cutting = spawn(process.execPath, [PROGRAM, 'archive', 'cut', path, '--over-for', '0s'], {
      env: { ...process.env, NATS_URL: url },
      stdio: 'ignore',
    });
    const gone = once(cutting, 'exit');
    while ((await broker.cut()) === null && cutting.exitCode === null) await pause(dice.throw(10));
    cutting.kill('SIGKILL');
    await gone;
  }
  const { stdout } = await splitsecond(url, 'archive', 'cut', path, '--over-for', '0s');
  expect(stdout).toMatch(/facts were cut, \d+ units by now/);
  expect((await factsOf(broker)).length).toBeLessThan(facts.length / 2);

  const { status, text } = await readyzOfEngineAt(url);
  expect([status, text]).toEqual([503, expect.stringContaining('ARCHIVE_NEEDED')]);
  await engineAt(url, ...NO_CHECKPOINT, '--archive', path);
  expect(await publishedAt(broker)).toEqual(published);

  const [channel] = [...published.keys()].filter((each) => each.endsWith('/RESULT'));
  const unit = channel!.split('/')[0]!;
  const { passing } = SEMI_FINALS.find((fact) => fact.unit === unit && fact.passing !== undefined)!;
  const traced = ['trace', channel!, (passing as { competitor: string }).competitor];
  expect((await splitsecond('', ...traced, '--archive', path)).stdout).toContain('as published');
  await expect(splitsecond(url, ...traced)).rejects.toMatchObject({
    stderr: expect.stringContaining('--archive'),
  });

  await splitsecond(url, 'archive', 'write', path);
  const elsewhere = await server();
  await splitsecond(elsewhere.url, 'archive', 'restore', path);
  const restored = await connected(elsewhere.url);
  expect((await factsOf(restored)).slice(0, facts.length)).toEqual(facts);
  await engineAt(elsewhere.url, ...NO_CHECKPOINT);
  expect(await publishedAt(restored)).toEqual(published);
});
