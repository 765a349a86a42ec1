/** The campaign's own screen against servers that do wrong: it shares no code with the product, so this is what shows that it looks. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { jsonEncoder } from '../../src/encode/json.ts';
import type { Document } from '../../src/model/document.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { endOf } from '../support/part-process.ts';
import { SPRINT } from '../support/small-documents.ts';
import { ROOT } from '../support/source-tree.ts';
import type { ScreenWord } from './journal.ts';
import { toldBy } from './told.ts';

const SCREENS = join(ROOT, 'test', 'faults', 'screen', 'main.mjs');
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const proven = (document: Document): Document => ({
  ...document,
  hash: new ContentHash(document.header, document.rows).text,
});

const whole = (version: number, epoch = 'k3f9'): string =>
  `{"document":${Buffer.from(jsonEncoder.whole({ ...proven(SPRINT), epoch, version })).toString('utf8')}}`;

const channel = `${SPRINT.header.unit}/RESULT`;
const subscribed = (resumed: boolean): string => JSON.stringify({ subscribed: { id: 1, resumed } });
/** Nothing changes, so the hash stays. */
const delta = (base: number, version: number, hash = proven(SPRINT).hash): string =>
  JSON.stringify({ delta: { channel, epoch: 'k3f9', base, version, hash, rows: [], removed: [] } });

/** A server that says these lines to whoever has subscribed, a list for each connection; gives what the screen told until it said `count` things. */
async function played(
  mode: 'live' | 'every',
  connections: readonly (readonly string[])[],
  count: number,
): Promise<ScreenWord[]> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  stops.push(() => server.close());
  await once(server, 'listening');
  let connected = 0;
  server.on('connection', (socket: WebSocket) => {
    const lines = connections[connected] ?? [];
    connected += 1;
    socket.once('message', () => {
      for (const line of lines) socket.send(line);
      if (connected < connections.length) socket.close(1011);
    });
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const words: ScreenWord[] = [];
  const screen = { name: 'one', urls: [url], mode, delta: mode === 'live' };
  const told = toldBy(process.execPath, [SCREENS, JSON.stringify([screen])], (word: ScreenWord) =>
    words.push(word),
  );
  stops.push(() => endOf(told.child, 'SIGKILL'));
  while (words.filter(({ ended }) => ended === undefined).length < count)
    await once(told.child.stdout!, 'data');
  return words;
}

const complaints = (words: readonly ScreenWord[]) =>
  words.flatMap(({ complaint }) => (complaint === undefined ? [] : [complaint]));

describe('the screen of the fault campaign', () => {
  test('takes whole documents and deltas that are right, and works out the same hash', async () => {
    const words = await played('live', [[subscribed(false), whole(3), delta(3, 4)]], 3);
    expect(complaints(words)).toEqual([]);
    expect(words.map(({ version }) => version)).toEqual([undefined, 3, 4]);
  });

  test.each([
    [
      'a hash that the content does not have',
      'live',
      [subscribed(false), whole(3), delta(3, 4, '0000000000000000')],
      'wrong',
    ],
    [
      'a document whose hash is another',
      'live',
      [subscribed(false), whole(3).replace('JACOBS', 'JAKOBS')],
      'wrong',
    ],
    ['a delta on what it does not hold', 'live', [subscribed(false), whole(3), delta(4, 5)], 'wrong'],
    ['a version twice', 'live', [subscribed(false), whole(3), whole(3)], 'doubled'],
    ['a version back', 'live', [subscribed(false), whole(3), whole(2)], 'doubled'],
    ['an older epoch', 'live', [subscribed(false), whole(3), whole(9, 'k3f8')], 'wrong'],
    ['a hole that nobody names', 'every', [subscribed(false), whole(3), whole(5)], 'misleading'],
  ] as const)('finds %s', async (_what, mode, lines, kind) => {
    const count = lines.length + (kind === 'wrong' && !lines.at(-1)!.includes('k3f8') ? 0 : 1);
    expect(complaints(await played(mode, [lines], count))).toEqual([kind]);
  });

  test('finds that it is told to resume where there is a hole', async () => {
    const words = await played(
      'every',
      [
        [subscribed(false), whole(3)],
        [subscribed(true), whole(5)],
      ],
      5,
    );
    expect(complaints(words)).toEqual(['misleading']);
  });
});
