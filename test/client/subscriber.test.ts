import { afterEach, describe, expect, test } from 'vitest';
import type { ConnectionState, OpenSocket, SocketLike } from '../../src/client/connection.ts';
import { openNodeSocket } from '../../src/client/node-socket.ts';
import { protobufReader } from '../../src/client/protobuf.ts';
import { shouldReconnect, waitBefore } from '../../src/client/reconnect.ts';
import { jsonReader, Subscriber } from '../../src/client/subscriber.ts';
import { type Document, listRows } from '../../src/model/document.ts';
import type { Says } from '../../src/model/server-words.ts';
import { FINAL_100M, header } from '../fanout/published-documents.ts';
import { type RunningEdge, runningEdge, until } from '../fanout/running-edge.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
const subscribers: Subscriber[] = [];
let running: RunningEdge | null = null;

afterEach(async () => {
  for (const subscriber of subscribers.splice(0)) subscriber.close();
  await running?.stop();
  running = null;
});

interface Watched {
  readonly subscriber: Subscriber;
  readonly documents: Document[];
  readonly deltas: number[];
  readonly says: Says[];
  readonly states: ConnectionState['state'][];
  readonly sockets: SocketLike[];
}

function watching(
  url: string,
  pattern = CHANNEL,
  extra: object = {},
  spoil?: (data: unknown) => unknown,
): Watched {
  const [documents, deltas, says, states, sockets]: [
    Document[],
    number[],
    Says[],
    ConnectionState['state'][],
    SocketLike[],
  ] = [[], [], [], [], []];
  const openSocket: OpenSocket = (address, subprotocol) => {
    const socket = openNodeSocket(address, subprotocol);
    sockets.push(socket);
    return spoil === undefined ? socket : spoiled(socket, spoil);
  };
  const subscriber = new Subscriber({
    url,
    openSocket,
    chance: () => 0,
    onControl: (words) => says.push(words),
    onState: ({ state }) => states.push(state),
    ...extra,
  });
  subscriber.follow(pattern, (document, delta) => {
    documents.push(document);
    if (delta !== null) deltas.push(delta.version);
  });
  subscribers.push(subscriber);
  return { subscriber, documents, deltas, says, states, sockets };
}

/** A connection on which the test changes what arrives. */
function spoiled(socket: SocketLike, spoil: (data: unknown) => unknown): SocketLike {
  return new Proxy(socket, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== 'addEventListener') return typeof value === 'function' ? value.bind(target) : value;
      return (kind: 'message', heard: (message: { data: unknown }) => void) =>
        target.addEventListener(
          kind,
          kind === 'message' ? ({ data }) => heard({ data: spoil(data) }) : heard,
        );
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}

describe('subscriber', () => {
  test.each([
    ['json', jsonReader],
    ['protobuf', protobufReader],
  ])('SC9 %s: applies deltas and holds exactly what was published', async (_name, reader) => {
    running = await runningEdge();
    const { publisher, edge } = running;
    const watched = watching(edge.streamUrl, CHANNEL, { reader });
    await until(() => watched.documents.length === 1);
    for (let count = 0; count < 10; count += 1) {
      const { version } = await publisher.touch();
      await until(() => watched.documents.at(-1)?.version === version);
    }
    expect(watched.deltas).toHaveLength(10);
    expect(watched.subscriber.mismatches).toBe(0);
    expect(watched.subscriber.document(CHANNEL)).toMatchObject({ hash: publisher.current.hash });
    expect(listRows(watched.documents.at(-1)!).map(({ mark }) => mark.result)).toEqual(
      listRows(publisher.current).map(({ mark }) => mark.result),
    );
  });

  test('SC8 a broken connection is resumed with what was missed, and no version comes twice', async () => {
    running = await runningEdge();
    const { publisher, edge } = running;
    const watched = watching(edge.streamUrl);
    await until(() => watched.documents.length === 1);
    (watched.sockets[0] as unknown as { terminate(): void }).terminate();
    await publisher.touch(5);
    await until(() => watched.documents.at(-1)?.version === 6);
    const answers = watched.says.flatMap((words) =>
      'subscribed' in words ? [words.subscribed.resumed] : [],
    );
    expect(answers).toEqual([false, true]);
    expect(watched.documents.map(({ version }) => version)).toEqual([1, 6]);
    expect(watched.states).toEqual(['connecting', 'live', 'waiting', 'connecting', 'live']);
  });

  test('SC7 SC8 mode every stays without a hole over reconnects', async () => {
    running = await runningEdge();
    const { publisher, edge } = running;
    const documents: number[] = [];
    const watched = watching(edge.streamUrl, `${FINAL_100M}/RANKING`);
    watched.subscriber.follow(CHANNEL, ({ version }) => documents.push(version), { mode: 'every' });
    await until(() => documents.length === 1);
    for (let round = 0; round < 3; round += 1) {
      (watched.sockets.at(-1) as unknown as { terminate(): void }).terminate();
      await publisher.touch(4);
      await until(() => documents.at(-1) === publisher.current.version);
    }
    expect(documents).toEqual(publisher.history.map(({ version }) => version));
  });

  test('SC9 SC11 a delta that does not lead to its hash is not shown: resync brings the document whole', async () => {
    running = await runningEdge();
    const { publisher, edge } = running;
    const spoil = (data: unknown) =>
      typeof data === 'string' && data.startsWith('{"delta"') && data.includes('"version":3')
        ? data.replace(/"result":"[^"]*"/, '"result":"9.58"')
        : data;
    const watched = watching(edge.streamUrl, CHANNEL, {}, spoil);
    await until(() => watched.documents.length === 1);
    for (const version of [2, 3, 4]) {
      await publisher.touch();
      await until(() => watched.documents.at(-1)?.version === version);
    }
    expect(watched.subscriber.mismatches).toBe(1);
    expect(watched.documents.map(({ hash }) => hash)).toEqual(publisher.history.map(({ hash }) => hash));
    expect(watched.deltas).toEqual([2, 4]);
  });

  test('a frame that cannot be read is a reason to reconnect, not to crash', async () => {
    running = await runningEdge();
    let spoilt = false;
    const watched = watching(running.edge.streamUrl, CHANNEL, {}, (data) => {
      if (spoilt || !String(data).startsWith('{"document"')) return data;
      spoilt = true;
      return '{"document":';
    });
    await until(() => watched.documents.length === 1);
    expect(watched.states).toContain('waiting');
  });

  test.each([
    ['json', jsonReader],
    ['protobuf', protobufReader],
  ])(
    'SC2 %s: what a later protocol says is passed over, and white space means nothing',
    async (_name, reader) => {
      running = await runningEdge();
      const { edge, publisher } = running;
      const watched = watching(edge.streamUrl, CHANNEL, { reader }, (data) => {
        if (!String(data).startsWith('{"welcome"')) return data;
        return String(data).replace('{"welcome":', '{ "welcome" : ');
      });
      await until(() => watched.documents.length === 1);
      for (const screen of edge.hub.screens) screen.sayText('{"later":{"at":1}}');
      await publisher.touch();
      await until(() => watched.documents.length === 2);
      expect(watched.says.map((words) => Object.keys(words)[0])).toEqual([
        'welcome',
        'hello',
        'subscribed',
        'later',
      ]);
      expect(watched.states).toEqual(['connecting', 'live']);
    },
  );

  test('SC5 a pattern follows documents that come later', async () => {
    running = await runningEdge();
    const watched = watching(running.edge.streamUrl, '*/RANKING');
    await until(() => watched.says.some((words) => 'subscribed' in words));
    await running.publish(header(FINAL_100M, 'RANKING', 'VT'));
    await until(() => watched.documents.length === 1);
    expect(watched.documents[0]?.header).toMatchObject({ type: 'RANKING', subcode: 'VT' });
  });

  test('an edge that is replaced by another with a new epoch is followed on', async () => {
    running = await runningEdge();
    const { edge } = running;
    const watched = watching(edge.streamUrl);
    await until(() => watched.documents.length === 1);
    await edge.close();
    const next = await runningEdge({ port: edge.port });
    const fresh = await next.publish(header(FINAL_100M), undefined, 'new');
    await until(() => watched.documents.at(-1)?.epoch === 'new');
    expect(watched.subscriber.document(CHANNEL)?.hash).toBe(fresh.current.hash);
    watched.subscriber.close();
    await next.stop();
  });
});

describe('reconnecting', () => {
  test.each([
    [4000, true],
    [4001, true],
    [4003, true],
    [4408, true],
    [1001, true],
    [1006, true],
    [4100, false],
    [4102, false],
    [1002, false],
    [1009, false],
  ])('SC15 close code %i: reconnect %s', (code, expected) => {
    expect(shouldReconnect(code)).toBe(expected);
  });

  test('waits grow, are spread, and keep to the window that the server named', () => {
    expect([0, 1, 2, 10, 50].map((attempt) => waitBefore(attempt, '', 0))).toEqual([
      125, 250, 500, 5_000, 5_000,
    ]);
    expect(waitBefore(0, '', 0.5)).toBe(187);
    expect(waitBefore(0, 'draining; reconnect within 1000-3000 ms', 0.5)).toBe(2_000);
  });

  test('a code that says no ends it', async () => {
    running = await runningEdge({ limits: { refusedWords: 1 } });
    const states: ConnectionState[] = [];
    const watched = watching(running.edge.streamUrl, 'not a channel', {
      onState: (state: ConnectionState) => states.push(state),
    });
    await until(() => watched.subscriber.state.state === 'closed');
    expect(states.at(-1)).toMatchObject({
      state: 'closed',
      code: 4100,
      reason: expect.stringContaining('BAD_CHANNEL'),
    });
  });
});
