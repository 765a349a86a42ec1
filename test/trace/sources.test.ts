/** The command, as a process: a broker, an archive and a feed file tell the same of a row, and the hash is held against what was published. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Trace } from '../../src/trace/trace.ts';
import { connected, SEMI_FINALS, sayAll, server, stops, temporary } from '../archive/games.ts';
import { PROGRAM, startPart } from '../support/part-process.ts';
import { ROOT } from '../support/source-tree.ts';

const FEED = join(ROOT, 'sports/athletics/cases/rio-2016-200m-semi-finals/feed.ndjson');
const UNIT = 'ATHM200M--------------SFNL000100--';
const COMPETITOR = SEMI_FINALS.find(({ unit, passing }) => unit === UNIT && passing !== undefined)!.passing!
  .competitor as string;

const run = promisify(execFile);
const command = (...args: readonly string[]) => run(process.execPath, [PROGRAM, ...args]);

type Told = Trace & { published: { hash: string; isSame: boolean } | null };

async function told(...args: readonly string[]): Promise<Told> {
  return JSON.parse((await command('trace', UNIT, COMPETITOR, '--json', ...args)).stdout) as Told;
}

/** Without what a file does not know: when and under which id a fact was stored. */
const common = ({ asOf: _asOf, published: _published, facts, ...row }: Told): object => ({
  ...row,
  facts: facts.map(({ place, source, seq, said, state, because }) => ({
    place,
    source,
    seq,
    said,
    state,
    because,
  })),
});

test('a broker, an archive and a feed file tell the same', { timeout: 300_000 }, async () => {
  const { url } = await server();
  const broker = await connected(url);
  await startPart(['engine'], { natsUrl: url, started: (end) => void stops.push(() => end('SIGKILL')) });
  await sayAll(broker, SEMI_FINALS);
  const path = temporary();
  await command('archive', 'write', path, '--url', url);
  const ofBroker = await told('--url', url);
  const ofArchive = await told('--archive', path);
  const ofFeed = await told('--feed', FEED);
  expect(ofArchive).toEqual(ofBroker);
  expect(common(ofFeed)).toEqual(common(ofBroker));
  expect(ofBroker.facts.at(-1)!.said).toEqual({ status: { result: 'OFFICIAL' } });
  expect([ofBroker.published, ofFeed.published]).toEqual([{ hash: ofBroker.hash, isSame: true }, null]);
  for (const from of [
    ['--url', url],
    ['--archive', path],
  ]) {
    const earlier = await told(...from, '--at', '5');
    expect([earlier.version, earlier.published]).toEqual([5, { hash: earlier.hash, isSame: true }]);
  }

  // Somebody has published something else under a newer epoch.
  await broker.publishResult({
    ...{ channel: `${UNIT}/RESULT`, epoch: 'zzzzzzzzz-001-other', first: 1, version: ofBroker.version },
    ...{ hash: 'ffffffffffffffff', form: 'whole', data: Buffer.from('') },
  });
  await expect(told('--url', url)).rejects.toMatchObject({ code: 1 });
});
