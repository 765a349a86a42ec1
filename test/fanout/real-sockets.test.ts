import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { decodeFrame } from '../../src/encode/decode.ts';
import { CLOSE } from '../../src/fanout/connections/close-codes.ts';
import { FINAL_100M, header, sprinters } from './published-documents.ts';
import { type RunningEdge, runningEdge, until } from './running-edge.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
let running: RunningEdge | null = null;
const open: WebSocket[] = [];

afterEach(async () => {
  for (const websocket of open.splice(0)) websocket.terminate();
  await running?.stop();
  running = null;
});

async function started(...options: Parameters<typeof runningEdge>): Promise<RunningEdge> {
  running = await runningEdge(...options);
  return running;
}

/** An ordinary `ws` client: an independent reader of the frames that we write ourselves. */
function join(url: string, subprotocols: string[] = [], word?: object) {
  const websocket = new WebSocket(url, subprotocols);
  open.push(websocket);
  const texts: string[] = [];
  const binaries: Buffer[] = [];
  const closed: { code: number; reason: string }[] = [];
  let failure: string | null = null;
  websocket.on('message', (data: Buffer, isBinary) =>
    isBinary ? binaries.push(data) : texts.push(data.toString()),
  );
  websocket.on('close', (code, reason) => closed.push({ code, reason: reason.toString() }));
  websocket.on('error', (error) => {
    failure = error.message;
  });
  if (word !== undefined) websocket.on('open', () => websocket.send(JSON.stringify(word)));
  return { websocket, texts, binaries, closed, failure: () => failure };
}

const subscribe = (options: object = {}) => ({ subscribe: { id: 1, channel: '*', ...options } });

describe('the same over real sockets', () => {
  test.each([
    ['splitsecond.json', 'json'],
    ['splitsecond.protobuf', 'protobuf'],
    ['splitsecond.odf', 'odf'],
  ] as const)(
    'SC1 SC2 %s: welcome, subscribed, then the document and its updates',
    async (subprotocol, format) => {
      const { edge, publisher } = await started();
      const screen = join(edge.streamUrl, [subprotocol], subscribe());
      const data = () => [
        ...screen.binaries,
        ...screen.texts.filter((text) => !/^\{"(welcome|subscribed)/.test(text)),
      ];
      await until(() => data().length === 1);
      await publisher.touch();
      await until(() => data().length === 2);
      expect(screen.websocket.protocol).toBe(subprotocol);
      const hashes = data().map((frame) => {
        const decoded = decodeFrame(format, frame);
        return 'document' in decoded ? decoded.document.hash : decoded.delta.hash;
      });
      expect(hashes).toEqual(publisher.history.map(({ hash }) => hash));
    },
  );

  test('SC1 only unknown subprotocols: HTTP 400', async () => {
    const { edge } = await started();
    const screen = join(edge.streamUrl, ['soap']);
    await until(() => screen.failure() !== null);
    expect(screen.failure()).toContain('400');
  });

  test('another path and too many headers are refused before the handshake', async () => {
    const { edge } = await started();
    const elsewhere = join(`${edge.streamUrl}/more`);
    const talkative = new WebSocket(edge.streamUrl, { headers: { 'x-long': 'x'.repeat(9_000) } });
    open.push(talkative);
    const refused = new Promise<string>((resolve) =>
      talkative.on('error', ({ message }) => resolve(message)),
    );
    await until(() => elsewhere.failure() !== null);
    expect(elsewhere.failure()).toContain('404');
    expect(await refused).toContain('431');
  });

  test('a word longer than the limit closes with 1009, and the others go on', async () => {
    const { edge, publisher } = await started();
    const loud = join(edge.streamUrl, [], { hello: { token: 'x'.repeat(70_000) } });
    const other = join(edge.streamUrl, [], subscribe());
    await until(() => loud.closed.length === 1);
    expect(loud.closed[0]?.code).toBe(1009);
    await publisher.touch();
    await until(() => other.texts.some((text) => text.includes('"version":2')));
  });

  test('pings of the WebSocket protocol are answered between the parts of a long message', async () => {
    const { edge } = await started({}, sprinters(2_000, 'x'.repeat(2_000)));
    const screen = join(edge.streamUrl, [], subscribe());
    let pongs = 0;
    screen.websocket.on('pong', () => {
      pongs += 1;
    });
    await until(() => screen.texts.length >= 2);
    for (let count = 0; count < 50; count += 1) screen.websocket.ping();
    await until(() => pongs > 0 && screen.texts.length >= 3);
    expect(decodeFrame('json', screen.texts[2]!)).toMatchObject({ document: { version: 1 } });
    expect(screen.closed).toEqual([]);
  });

  test('SC14 a screen that stops reading keeps its bound, then gets the end state', async () => {
    const { edge, publisher } = await started(
      { limits: { outboundBytes: 400_000 } },
      sprinters(200, 'x'.repeat(200)),
    );
    const screen = join(edge.streamUrl, [], subscribe());
    await until(() => screen.texts.length === 3);
    screen.websocket.pause();
    let most = 0;
    for (let count = 0; count < 300; count += 1) {
      await publisher.touch();
      await new Promise<void>((resolve) => setImmediate(resolve));
      most = Math.max(most, ...[...edge.hub.screens].map(({ outboundBytes }) => outboundBytes));
    }
    expect(most).toBeLessThanOrEqual(400_000);
    screen.websocket.resume();
    await until(() => screen.texts.some((text) => text.includes(publisher.current.hash)));
  });

  test('SC14 mode every over a stalled socket: 4408, then the rest after its position', async () => {
    const { edge, publisher } = await started(
      { limits: { outboundBytes: 300_000, unreadMs: 500 } },
      sprinters(200, 'x'.repeat(200)),
    );
    const first = join(edge.streamUrl, [], subscribe({ mode: 'every' }));
    await until(() => first.texts.length === 3);
    first.websocket.pause();
    // Enough for the operating system's buffers on both ends and our own bound.
    for (let screens = [...edge.hub.screens]; screens.some(({ state }) => state === 'following'); ) {
      await publisher.touch();
      await new Promise<void>((resolve) =>
        setTimeout(resolve, screens.some(({ hasRoom }) => hasRoom) ? 0 : 20),
      );
    }
    first.websocket.resume();
    await until(() => first.closed.length === 1);
    const versionsOf = (texts: string[]) =>
      texts
        .filter((text) => text.startsWith('{"document"'))
        .map((text) => Number(/"version":(\d+)/.exec(text)?.[1]));
    const before = versionsOf(first.texts);
    const after = { epoch: 'k3f9', version: before.at(-1) };
    const second = join(edge.streamUrl, [], subscribe({ mode: 'every', channel: CHANNEL, after }));
    await until(() => versionsOf(second.texts).at(-1) === publisher.current.version);
    expect(first.closed[0]?.code === CLOSE.BEHIND || first.closed[0]?.code === 1006).toBe(true);
    expect([...before, ...versionsOf(second.texts)]).toEqual(publisher.history.map(({ version }) => version));
  });

  test('two hundred screens end with the same state', async () => {
    const { edge, publisher, publish } = await started();
    const screens = Array.from({ length: 200 }, () => join(edge.streamUrl, [], subscribe({ delta: true })));
    await until(() => screens.every(({ texts }) => texts.length >= 3));
    const ranking = await publish(header(FINAL_100M, 'RANKING'));
    await publisher.touch(20);
    await ranking.touch(20);
    const has = (texts: string[], hash: string) => texts.some((text) => text.includes(`"hash":"${hash}"`));
    await until(() =>
      screens.every(({ texts }) => has(texts, publisher.current.hash) && has(texts, ranking.current.hash)),
    );
  });

  test('SC15 closing the edge tells screens to reconnect, and leaves nothing open', async () => {
    const { edge } = await started();
    const screen = join(edge.streamUrl, [], subscribe());
    const mute: Socket = connect(edge.port, edge.host);
    mute.on('error', () => {});
    await until(() => screen.texts.length === 3);
    await edge.close();
    await until(() => screen.closed.length === 1);
    expect(screen.closed[0]).toMatchObject({
      code: CLOSE.DRAINING,
      reason: expect.stringContaining('0-2000 ms'),
    });
    mute.destroy();
  });

  test('random bytes instead of frames close that connection only', async () => {
    const { edge, publisher } = await started();
    const raw = join(edge.streamUrl);
    await until(() => raw.texts.length === 1);
    const { _socket: socket } = raw.websocket as unknown as { _socket: Socket };
    socket.write(Buffer.from('ffffffffffffffffffffffffffff', 'hex'));
    const other = join(edge.streamUrl, [], subscribe());
    await until(() => raw.closed.length === 1);
    await publisher.touch();
    await until(() => other.texts.some((text) => text.includes('"version":2')));
  });
});
