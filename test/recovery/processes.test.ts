/** Edges scale out: real processes on a real broker; one starts late, one is killed, the broker loses its memory. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Broker } from '../../src/broker/broker.ts';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { listRows } from '../../src/model/document.ts';
import type { Truth } from '../../src/simulation/conversation.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';
import { PROGRAM } from '../cli/launched.ts';
import { fact, finish, HEAT, startList } from '../engine/bad-input.ts';
import { header, Publisher, sprinters } from '../fanout/published-documents.ts';
import { type PartProcess, startPart } from '../support/part-process.ts';
import { stubborn } from './stubborn-broker.ts';
import { KINDS, Witness } from './witness.ts';

const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function connect(url: string): Promise<Broker> {
  const broker = await NatsBroker.open({ url });
  stops.push(() => broker.close());
  return broker;
}

async function server() {
  const running = await startTestServer();
  stops.push(() => running.stop());
  return running;
}

interface EdgeProcess {
  /** Resolves with its address once it says that it is ready. */
  readonly ready: Promise<string>;
  kill(): Promise<void>;
}

/** `port` 0: any free one. */
function edge(natsUrl: string, port = 0): EdgeProcess {
  let end: PartProcess['end'] = async () => {};
  const started = startPart(['edge', '--port', String(port)], { natsUrl, started: (ended) => (end = ended) });
  const ready = started.then(({ url }) => url);
  ready.catch(() => {});
  const kill = (): Promise<void> => end('SIGKILL');
  stops.push(kill);
  return { ready, kill };
}

/** `ATHM100M--------------HEAT000100--` and so on. */
const unit = (number: number): string => `ATHM100M--------------HEAT${String(number).padStart(4, '0')}00--`;

/** Between two versions of one document. */
const PAUSE_MS = 5;

/** Documents that are published one version after the other, up to 200 a second each, until `stop`. */
class Programme {
  readonly publishers: Publisher[];
  #isOver = false;
  #running: Promise<unknown> = Promise.resolve();

  constructor(broker: Broker, documents: number) {
    this.publishers = Array.from(
      { length: documents },
      (_none, index) => new Publisher(stubborn(broker), header(unit(index + 1)), sprinters()),
    );
    stops.push(() => this.stop());
  }

  readonly truth: Truth = (channel) =>
    this.publishers.find((publisher) => publisher.channel === channel)?.history ?? [];

  async begin(): Promise<void> {
    await Promise.all(this.publishers.map((publisher) => publisher.begin()));
  }

  run(): void {
    const goOn = async (publisher: Publisher): Promise<void> => {
      while (!this.#isOver) {
        await publisher.touch();
        // All processes of the test share the machine: the edges are to have their part of it.
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    };
    this.#running = Promise.all(this.publishers.map(goOn));
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  /** The version of each channel that the broker has stored for certain by now. */
  stored(): Map<string, number> {
    return new Map(this.publishers.map(({ channel, history }) => [channel, history.length - 1]));
  }
}

async function freePort(): Promise<number> {
  const listening = createServer().listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as { port: number };
  await new Promise((closed) => listening.close(closed));
  return port;
}

/** The status that an edge gives, or null when nobody takes the connection. */
const readyAt = (port: number): Promise<number | null> =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ status }) => status,
    () => null,
  );

describe('edges scale out', { timeout: 120_000 }, () => {
  test('an edge that starts late, while versions come at speed, is complete before it takes a connection', async () => {
    const { url } = await server();
    const programme = new Programme(await connect(url), 12);
    await programme.begin();
    programme.run();
    await until(
      'there is a past',
      () => [...programme.stored().values()].every((version) => version > 200),
      60_000,
    );
    for (let late = 0; late < 3; late += 1) {
      const port = await freePort();
      const started = edge(url, port);
      let before = programme.stored();
      const answers: (number | null)[] = [];
      for (;;) {
        before = programme.stored();
        const status = await readyAt(port);
        answers.push(status);
        // Nobody computes here, and it says so.
        if (status === 503) break;
        await Promise.race([started.ready, new Promise((resolve) => setTimeout(resolve, 2))]);
      }
      // Nobody was let in and told to wait: a connection is taken when it can be served.
      expect(answers.slice(0, -1).every((status) => status === null)).toBe(true);
      const witnesses = KINDS.filter(({ transport }) => transport === 'websocket').map(
        (kind) => new Witness({ kind, channel: '*', truth: programme.truth }),
      );
      stops.push(() => witnesses.map((witness) => witness.leave()));
      for (const witness of witnesses) witness.join(`http://127.0.0.1:${port}`);
      for (const { talk, options } of witnesses) {
        await until(`${options.kind.name} has begun`, () => new Set(talk.shown.map(channelOf)).size === 12);
        for (const [channel, version] of before) {
          const first = talk.shown.find((line) => channelOf(line) === channel)!;
          expect(Number(first.split(' ')[2]), first).toBeGreaterThanOrEqual(version);
        }
      }
      for (const { talk } of witnesses) expect(talk.violations).toEqual([]);
      await started.kill();
    }
    await programme.stop();
  });

  test('an edge is killed while versions come at speed: its screens resume on another one, without a hole', async () => {
    const { url } = await server();
    const programme = new Programme(await connect(url), 4);
    await programme.begin();
    const edges = [edge(url), edge(url)];
    const [first, second] = await Promise.all(edges.map(({ ready }) => ready));
    const { channel } = programme.publishers[0]!;
    const witnesses = KINDS.map(
      (kind) =>
        new Witness({ kind, channel: kind.transport === 'sse' ? channel : '*', truth: programme.truth }),
    );
    stops.push(() => witnesses.map((witness) => witness.leave()));
    for (const witness of witnesses) witness.join(first!);
    programme.run();
    await until('all are under way', () => witnesses.every(({ talk }) => talk.shown.length > 50));
    await edges[0]!.kill();
    await until('all have noticed', () => witnesses.every(({ isConnected }) => !isConnected));
    for (const witness of witnesses) witness.join(second!);
    for (const { talk, options } of witnesses)
      await until(`${options.kind.name} is answered`, () => talk.subscribed.length === 2, 60_000);
    await until('all go on', () => witnesses.every(({ talk }) => talk.shown.length > 100));
    await programme.stop();
    for (const witness of witnesses) {
      const { kind } = witness.options;
      const followed = programme.publishers.filter(
        (each) => kind.transport !== 'sse' || each.channel === channel,
      );
      await until(
        `${kind.name} shows the end`,
        () => witness.talk.endsOtherThan(followed.map(({ current }) => current)).length === 0,
      );
      expect(
        witness.talk.subscribed.map(({ resumed }) => resumed),
        kind.name,
      ).toEqual([false, true]);
      expect(witness.talk.violations, kind.name).toEqual([]);
      expect(witness.talk.gaps, kind.name).toEqual([]);
    }
  });

  test('two edges send the same frames, byte by byte', async () => {
    const { url } = await server();
    const programme = new Programme(await connect(url), 3);
    await programme.begin();
    const edges = [edge(url), edge(url)];
    const urls = await Promise.all(edges.map(({ ready }) => ready));
    const frames = urls.map(() => new Map<string, string>());
    const witnesses = urls.flatMap((httpUrl, index) =>
      KINDS.map((kind) => {
        const passes = (message: string | Uint8Array): boolean => {
          const text = typeof message === 'string' ? message : Buffer.from(message).toString('base64');
          // All see the versions one by one, so the how-manieth frame says which.
          frames[index]!.set(`${kind.name} ${witness.talk.shown.length}`, text);
          return true;
        };
        const channel = programme.publishers[0]!.channel;
        const witness: Witness = new Witness({ kind, channel, truth: programme.truth, passes });
        witness.join(httpUrl);
        stops.push(() => witness.leave());
        return witness;
      }),
    );
    for (let version = 1; version <= 40; version += 1) {
      await until('all have it', () => witnesses.every((witness) => witness.version === version));
      if (version < 40) for (const publisher of programme.publishers) await publisher.touch();
    }
    expect(frames[0]!.size).toBe(KINDS.length * 40);
    expect([...frames[1]!].sort()).toEqual([...frames[0]!].sort());
    for (const { talk } of witnesses) expect(talk.violations).toEqual([]);
  });
});

const channelOf = (line: string): string => line.split(' ')[0]!;

describe('a broker that comes back with an empty store', { timeout: 120_000 }, () => {
  const said = (broker: Broker, each: WireFact): Promise<unknown> =>
    broker.publishFact(factMessage('STA', each));

  test('makes engine and edge begin anew: no screen resumes what was lost, and all show what the new store holds', async () => {
    const first = await startTestServer();
    const { port } = first;
    const venue = await connect(first.url);
    const httpPort = await freePort();
    const launcher = spawn(
      process.execPath,
      [PROGRAM, 'up', '--port', String(httpPort), '--log-level', 'silent'],
      { env: { ...process.env, NATS_URL: first.url }, stdio: 'ignore' },
    );
    stops.push(async () => {
      launcher.kill('SIGTERM');
      if (launcher.exitCode === null) await once(launcher, 'exit');
    });
    const httpUrl = `http://127.0.0.1:${httpPort}`;
    await untilReady(httpPort);
    await said(venue, fact(1, startList('1', '2')) as WireFact);
    await said(venue, fact(2, finish('1', '24.02')) as WireFact);
    const channel = `${HEAT}/RESULT`;
    const witnesses = KINDS.map((kind) => new Witness({ kind, channel }));
    stops.push(() => witnesses.map((witness) => witness.leave()));
    for (const witness of witnesses) witness.join(httpUrl);
    await until('all show it', () => witnesses.every((witness) => resultOf(witness, channel) === '24.02'));
    const old = witnesses[0]!.talk.document(channel)!.epoch;

    await first.stop();
    const second = await startTestServer({ port });
    stops.push(() => second.stop());
    await until('the edge has ended', () => witnesses.every(({ isConnected }) => !isConnected), 60_000);
    await untilReady(httpPort);
    // An engine that has begun anew before the edge did is shown already.
    const stoodIn = new Map(witnesses.map((witness) => [witness, witness.talk.document(channel)!.epoch]));
    for (const witness of witnesses) witness.join(httpUrl);
    await until('all are answered', () => witnesses.every(({ talk }) => talk.subscribed.length === 2));
    const again = await connect(second.url);
    await said(again, fact(3, startList('1', '2')) as WireFact);
    await said(again, fact(4, finish('1', '23.99')) as WireFact);
    await until('all show it', () => witnesses.every((witness) => resultOf(witness, channel) === '23.99'));
    for (const witness of witnesses) {
      const { talk, options } = witness;
      expect(talk.document(channel)!.epoch).not.toBe(old);
      if (stoodIn.get(witness) === old)
        expect(talk.subscribed.at(-1)!.resumed, options.kind.name).toBe(false);
      expect(talk.violations, options.kind.name).toEqual([]);
    }
  });

  /** Null or undefined, too, before the document has come. */
  const resultOf = (witness: Witness, channel: string): string | null | undefined => {
    const document = witness.talk.document(channel);
    return document && listRows(document).find(({ key }) => key === '1')?.mark.result;
  };
});

async function untilReady(port: number): Promise<void> {
  while ((await readyAt(port)) !== 200) await new Promise((resolve) => setTimeout(resolve, 20));
}
