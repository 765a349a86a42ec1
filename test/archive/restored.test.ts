/** A broker that has lost everything gets its facts back from the archive, and engines compute what was published before. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { ArchiveFolder } from '../../src/archive/archive-folder.ts';
import { restore } from '../../src/archive/restore.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import { PROGRAM } from '../support/part-process.ts';
import {
  archived,
  connected,
  engineOn,
  factsOf,
  pause,
  publishedAt,
  SEMI_FINALS,
  say,
  sayAll,
  server,
  temporary,
} from './games.ts';
import { engineAt, splitsecond } from './processes.ts';

test('the procedure of the runbook, with processes: hashes and places are as they were, and the archive goes on', {
  timeout: 300_000,
}, async () => {
  const path = temporary();
  const lost = await server();
  const before = await connected(lost.url);
  const engine = await engineAt(lost.url);
  const some = SEMI_FINALS.length - 5;
  await sayAll(before, SEMI_FINALS.slice(0, some));
  await splitsecond(lost.url, 'archive', 'write', path);
  const [published, facts] = [await publishedAt(before), await factsOf(before)];
  await engine.end('SIGTERM');
  await before.close();
  await lost.stop();

  expect((await splitsecond('', 'archive', 'check', path)).stdout).toContain('is good');
  const { url } = await server();
  // Ended while it runs, and started again.
  const first = spawn(process.execPath, [PROGRAM, 'archive', 'restore', path], {
    env: { ...process.env, NATS_URL: url },
    stdio: 'ignore',
  });
  const broker = await connected(url);
  while ((await broker.lastFactSeq()) < 3 && first.exitCode === null) await pause(5);
  first.kill('SIGKILL');
  if (first.exitCode === null && first.signalCode === null) await once(first, 'exit');
  await splitsecond(url, 'archive', 'restore', path);
  expect(await factsOf(broker)).toEqual(facts);
  await engineAt(url);
  expect(await publishedAt(broker)).toEqual(published);

  await sayAll(broker, SEMI_FINALS.slice(some));
  await splitsecond(url, 'archive', 'write', path);
  const { stdout } = await splitsecond('', 'archive', 'check', path);
  expect(stdout).toContain(`${await broker.lastFactSeq()} facts`);
});

test('a fact that stood there twice, since the broker had forgotten its id, stands there twice again', async () => {
  const path = temporary();
  const first = await connected((await server()).url);
  await engineOn(first);
  await sayAll(first, SEMI_FINALS.slice(0, 10));
  await first.publishFact({ ...factMessage('STA', SEMI_FINALS[3]!), uniqueId: 'ten minutes later' });
  await say(first, SEMI_FINALS[10]!);
  const folder = await archived(first, path);
  const other = await connected((await server()).url);
  await restore({ broker: other, folder, wait: pause });
  expect(await factsOf(other)).toEqual(await factsOf(first));
  expect(await other.lastFactSeq()).toBe(12);
});

test('a broker that has facts of its own is not restored', async () => {
  const path = temporary();
  const first = await connected((await server()).url);
  await engineOn(first);
  await sayAll(first, SEMI_FINALS.slice(0, 10));
  const folder = await archived(first, path);
  const other = await connected((await server()).url);
  await say(other, SEMI_FINALS[3]!);
  const refused = restore({ broker: other, folder, wait: pause });
  await expect(refused).rejects.toMatchObject({ code: 'ARCHIVE_DOES_NOT_FIT' });
  expect(await other.lastFactSeq()).toBe(1);
});

test('a fact that somebody says meanwhile ends it before anything stands in a wrong place unseen', async () => {
  const path = temporary();
  const first = await connected((await server()).url);
  await engineOn(first);
  await sayAll(first, SEMI_FINALS.slice(0, 10));
  await archived(first, path);
  const other = await connected((await server()).url);
  const publish = other.publishFact.bind(other);
  let said = 0;
  other.publishFact = async (message) => {
    said += 1;
    if (said === 4) await say({ publishFact: publish }, SEMI_FINALS[20]!);
    return publish(message);
  };
  const folder = await ArchiveFolder.open(path);
  await expect(restore({ broker: other, folder, wait: pause })).rejects.toMatchObject({
    code: 'ARCHIVE_DOES_NOT_FIT',
  });
});
