import { describe, expect, test } from 'vitest';
import { textFrame } from '../../src/conformance/wire/frame-bytes.ts';
import { handshakeOf, type RawSocket } from '../../src/conformance/wire/raw-socket.ts';
import { FINAL_100M, FREE_50M, header, sprinters } from '../fanout/published-documents.ts';
import { type BesiegedEdge, besiegedEdges, until } from './besieged-edge.ts';

const start = besiegedEdges();

const DOCUMENT = `/v1/documents/${FINAL_100M}/RESULT`;
const EVENTS = `/v1/stream?channel=*`;

const request = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`;
const events = request(EVENTS, 'Accept: text/event-stream\r\n');
const answersIn = ({ body, answer }: RawSocket): number =>
  (answer === null ? 0 : 1) + body.toString('latin1').split('HTTP/1.1 ').length - 1;
const errorIn = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe('requests before the last one is answered', () => {
  test.each([
    ['streams of events', events],
    ['changes of a document', request(`${DOCUMENT}.json?since=0`)],
    ['metrics', request('/metrics')],
    ['what is not there', request('/nothing')],
  ])('%s, by the hundred on one connection: it ends, with one answer at most', async (_name, said) => {
    const edge = await start();
    const before = edge.counts.opened;
    const peer = edge.connect();
    peer.write(said.repeat(300));
    await until(() => peer.hasEnded);
    expect(answersIn(peer)).toBeLessThanOrEqual(1);
    expect(edge.counts.opened - before).toBeLessThanOrEqual(1);
    expect(edge.turnedAway('PIPELINED')).toBe(1);
    await until(() => edge.running.edge.hub.screens.size === 1);
    await edge.screen.getsEveryUpdate();
  });

  test('a WebSocket behind a stream of events is no second screen', async () => {
    const edge = await start();
    const before = edge.counts.opened;
    const peer = edge.connect();
    peer.write(events + handshakeOf(new URL(edge.running.edge.streamUrl), {}));
    await until(() => peer.hasEnded);
    expect(edge.counts.opened - before).toBeLessThanOrEqual(1);
    await edge.screen.getsEveryUpdate();
  });

  test('one after the other they are all answered', async () => {
    const edge = await start();
    const peer = edge.connect();
    for (let count = 1; count <= 20; count += 1) {
      peer.write(request(`${DOCUMENT}.json?since=0`));
      await until(() => answersIn(peer) === count);
    }
    expect(edge.turnedAway('PIPELINED')).toBe(0);
  });

  test('screens of one address are as many as its connections may be', async () => {
    const edge = await start({ connectionsFromLoopback: 4 });
    const peers = Array.from({ length: 8 }, () => edge.connect());
    for (const peer of peers) peer.write(events);
    await until(() => peers.filter(({ hasEnded }) => hasEnded).length === 5);
    expect(edge.running.edge.hub.screens.size).toBe(4);
  });
});

describe('answers that nobody reads', () => {
  const stuck = (edge: BesiegedEdge, path: string): RawSocket => {
    const peer = edge.connect();
    peer.socket.pause();
    peer.write(request(path));
    return peer;
  };

  test('bytes are held once for all, within a bound, and not for ever', async () => {
    const edge = await start({ httpOutboundBytes: 1_000_000, unreadAnswerMs: 1_000 });
    const { running } = edge;
    const { channel } = await running.publish(header(FREE_50M), sprinters(25_000));
    await until(() => running.edge.shelf.current(channel) !== null);
    const path = `/v1/documents/${channel}`;
    const peers = Array.from({ length: 6 }, () => stuck(edge, `${path}.json`));
    // What is held already costs nothing more; another form of it would.
    let refused: Response | null = null;
    await until(() => edge.counts.connections >= 6);
    for (; refused?.status !== 503; ) refused = await fetch(`${running.edge.httpUrl}${path}.csv`);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await errorIn(refused)).toBe('BUSY');
    await edge.screen.getsEveryUpdate();
    await until(() => edge.turnedAway('TOO_SLOW') === peers.length);
    // What was held for them is free when their connections have closed.
    for (let answered: Response | null = null; answered?.status !== 200; await answered.arrayBuffer())
      answered = await fetch(`${running.edge.httpUrl}${path}.csv`);
  }, 60_000);
});

describe('positions that are none', () => {
  const said = (words: object): Buffer => textFrame(JSON.stringify(words));
  const textsOf = ({ frames }: RawSocket): string[] => frames.map(({ content }) => content.toString());
  const versionsOf = (from: number, to: number): object =>
    Object.fromEntries(
      Array.from({ length: to - from }, (_, index) => [
        `ATHM${String(from + index).padStart(18, 'X')}FNL-000100--/RESULT`,
        7,
      ]),
    );

  test.each([
    ['a long text', `${FINAL_100M}/RESULT/${'x'.repeat(1_000)}`],
    ['no channel', 'x'],
    ['a pattern', '*'],
    ['__proto__', '__proto__'],
  ])('%s in place of a channel is refused', async (_name, key) => {
    const edge = await start();
    const peer = await edge.join();
    const positions = JSON.parse(`{${JSON.stringify(key)}:{"epoch":"k","version":1}}`) as object;
    peer.write(said({ subscribe: { id: 1, channel: '*', positions } }));
    peer.write(
      said({ positions: { id: 2, epoch: 'k', versions: JSON.parse(`{${JSON.stringify(key)}:1}`) } }),
    );
    await until(() => textsOf(peer).filter((text) => text.includes('BAD_POSITION')).length === 2);
    expect(edge.counts.positionsAhead).toBe(0);
  });

  test('what all screens together name ahead is bounded, and given back', async () => {
    const edge = await start({ positionsAheadOfAll: 1_000 });
    const peers = await Promise.all([edge.join(), edge.join(), edge.join()]);
    for (const peer of peers)
      peer.write(said({ positions: { id: 1, epoch: 'k', versions: versionsOf(0, 400) } }));
    await until(() =>
      peers.some((peer) => textsOf(peer).some((text) => text.includes('TOO_MANY_POSITIONS'))),
    );
    expect(edge.counts.positionsAhead).toBe(800);
    // The same again is nothing more, and what is subscribed to is kept no longer.
    for (const peer of peers) peer.write(said({ subscribe: { id: 1, channel: '*' } }));
    await until(() => edge.counts.positionsAhead === 0);
    for (const peer of peers)
      peer.write(said({ positions: { id: 2, epoch: 'k', versions: versionsOf(0, 100) } }));
    await until(() => edge.counts.positionsAhead === 300);
    for (const peer of peers) peer.destroy();
    await until(() => edge.counts.positionsAhead === 0);
    await edge.screen.getsEveryUpdate();
  });
});
