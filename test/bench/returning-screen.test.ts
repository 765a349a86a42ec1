/** The screens of the storm, against a server that says what the test wants: what is wrong must be seen. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { Proof } from '../../bench/storm/proof.ts';
import { EPOCH, listsOf } from '../../bench/storm/race.ts';
import { ReturningScreen, type World } from '../../bench/storm/returning-screen.ts';
import { encoderOf } from '../../src/encode/format.ts';

const [list] = listsOf(1, 12, 20);
const { channel, versions } = list!;
const json = encoderOf('json');

const wholeOf = (version: number): Buffer => Buffer.from(json.frame(versions[version - 1]!.document));
const deltaTo = (version: number): Buffer =>
  Buffer.from(json.deltaFrame(channel, EPOCH, versions[version - 1]!.delta!)!);
const hashOf = (version: number): string | undefined => versions[version - 1]?.document.hash;

let server: WebSocketServer;
let url: URL;
/** What the screen has said, connection by connection. */
let said: { subscribe: { after?: { epoch: string; version: number } } }[];
let connections: WebSocket[];
let wrong: string[];
let newest: number;
let returned: number;
let opened: number;

beforeEach(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  url = new URL(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/v1/stream`);
  [said, connections, wrong, newest, returned, opened] = [[], [], [], 1, 0, 0];
  server.on('connection', (connection) => {
    connections.push(connection);
    connection.on('message', (word) => said.push(JSON.parse(String(word))));
  });
});

afterEach(async () => {
  screen.leave();
  for (const connection of server.clients) connection.terminate();
  await new Promise((resolve) => server.close(resolve));
});

const world: World = {
  get urls() {
    return [url];
  },
  channel,
  epoch: EPOCH,
  hashOf,
  isCurrent: (version) => version >= newest,
  chance: () => 0,
  opened: () => {
    opened += 1;
  },
  returned: () => {
    returned += 1;
  },
  wrong: (why) => wrong.push(why),
};

let screen: ReturningScreen;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** A screen with version 3, cut off, and subscribed again. */
async function comeBack(): Promise<WebSocket> {
  screen = new ReturningScreen(world, '127.0.0.1', new Proof());
  screen.connect();
  await until(() => said.length === 1);
  connections[0]!.send(wholeOf(2).toString());
  connections[0]!.send(deltaTo(3).toString());
  await until(() => screen.version === 3);
  newest = 5;
  screen.expectStorm();
  screen.cut();
  await until(() => said.length === 2);
  return connections[1]!;
}

const subscribed = (resumed: boolean): string => JSON.stringify({ subscribed: { id: 1, resumed } });

describe('a screen that was cut off', () => {
  test('resumes from the version that it holds, and is back with the newest one', async () => {
    const connection = await comeBack();
    expect(opened).toBe(1);
    expect(said[0]!.subscribe.after).toBeUndefined();
    expect(said[1]!.subscribe.after).toEqual({ epoch: EPOCH, version: 3 });
    connection.send(subscribed(true));
    connection.send(deltaTo(4).toString());
    await until(() => screen.version === 4);
    expect(returned).toBe(0);
    connection.send(deltaTo(5).toString());
    await until(() => screen.version === 5);
    expect(returned).toBe(1);
    expect(screen.back).toMatchObject({ attempts: 1, waitedMs: 125, resumed: true, whole: false });
    expect(wrong).toEqual([]);
  });

  test('is not back because it was told that it has resumed', async () => {
    const connection = await comeBack();
    connection.send(subscribed(true));
    connection.send(deltaTo(4).toString());
    await until(() => screen.version === 4);
    expect(returned).toBe(0);
  });

  test('sees a delta that does not follow on what it holds', async () => {
    const connection = await comeBack();
    connection.send(deltaTo(5).toString());
    await until(() => wrong.length > 0);
    expect(wrong[0]).toBe('a delta from 4, but the screen has 3');
  });

  test('sees a hash that was not published', async () => {
    const connection = await comeBack();
    connection.send(deltaTo(4).toString().replace(hashOf(4)!, hashOf(5)!));
    await until(() => wrong.length > 0);
    expect(wrong[0]).toBe(`version 4 came with the hash ${hashOf(5)}`);
  });

  test('sees a version that is older than the one it holds', async () => {
    const connection = await comeBack();
    connection.send(wholeOf(2).toString());
    await until(() => wrong.length > 0);
    expect(wrong[0]).toBe('version 2 after 3');
  });

  test('sees rows that do not make the hash which they name', async () => {
    const connection = await comeBack();
    const frame = JSON.parse(deltaTo(5).toString());
    frame.delta.rows[0].details.timedRace.passings[0].time = '1:00';
    connection.send(deltaTo(4).toString());
    connection.send(JSON.stringify(frame));
    await until(() => wrong.length > 0);
    expect(wrong[0]).toBe('version 5 is not what its hash says');
  });
});
