/**
 * The real thing: a nats-server, engines and an edge as processes of their own, screens over WebSockets,
 * and SIGKILL in the middle of a competition (D3).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Broker } from '../../src/broker/broker.ts';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { openNodeSocket } from '../../src/client/node-socket.ts';
import { Subscriber } from '../../src/client/subscriber.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { type Channel, channelOf, type Document } from '../../src/model/document.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';
import { differences, endState, feedAt, wireFeedAt } from '../properties/end-state.ts';
import { ROOT } from '../support/source-tree.ts';
import { endOfFactsAlone, ofFactsAlone, rebuilt } from './stored-versions.ts';

const PROGRAM = join(ROOT, 'dist', 'src', 'cli', 'splitsecond.js');
const RECORDING = 'src/venue/recordings/rio.ndjson';
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A command of ours as a process, once it says that it is ready. */
async function started(natsUrl: string, ...args: string[]): Promise<ChildProcess & { url?: string }> {
  const child: ChildProcess & { url?: string } = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, NATS_URL: natsUrl },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  stops.push(() => killed(child));
  let complained = '';
  child.stderr!.on('data', (chunk: Buffer) => (complained += chunk.toString('utf8')));
  const ready = once(child, 'message') as Promise<[{ ready: { url?: string } }]>;
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`${args.join(' ')} ended with ${code}: ${complained}`);
  });
  gone.catch(() => {});
  const [notice] = await Promise.race([ready, gone]);
  if (notice.ready.url !== undefined) child.url = notice.ready.url;
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const engine = (natsUrl: string) => started(natsUrl, 'engine', '--log-level', 'error');

function publish(broker: Broker, fact: WireFact): Promise<unknown> {
  return broker.publishFact(factMessage('STA', fact));
}

/** A screen of an edge that notes every version it is shown. */
class NotingScreen {
  readonly versions = new Map<Channel, number[]>();
  readonly documents = new Map<Channel, Document>();
  readonly subscriber: Subscriber;

  constructor(httpUrl: string, mode: 'every' | 'live') {
    const url = `${httpUrl.replace('http', 'ws')}/v1/stream`;
    this.subscriber = new Subscriber({ url, openSocket: openNodeSocket });
    stops.push(() => this.subscriber.close());
    this.subscriber.follow('*', (document) => this.#note(document), { mode });
  }

  get state(): Map<string, string> {
    return endState(ofFactsAlone(this.documents.values()));
  }

  #note(document: Document): void {
    const channel = channelOf(document.header);
    this.versions.set(channel, [...(this.versions.get(channel) ?? []), document.version]);
    this.documents.set(channel, document);
  }
}

describe('D3 with processes', { timeout: 240_000 }, () => {
  test('SIGKILL of one engine is invisible, and of the last one only until the next starts', async () => {
    const server = await startTestServer();
    stops.push(() => server.stop());
    const broker = await NatsBroker.open({ url: server.url });
    stops.push(() => broker.close());
    const first = await engine(server.url);
    const [second, edge] = await Promise.all([
      engine(server.url),
      started(server.url, 'edge', '--port', '0', '--log-level', 'error'),
    ]);
    const every = new NotingScreen(edge.url!, 'every');
    const live = new NotingScreen(edge.url!, 'live');
    await until('both screens are connected', () =>
      [every, live].every(({ subscriber }) => subscriber.state.state === 'live'),
    );
    const feed = wireFeedAt(RECORDING);
    const third = Math.floor(feed.length / 3);
    const shown = (): number => [...every.versions.values()].flat().length;

    // A third with both; then one dies while the facts it has just been given are on their way.
    await Promise.all(feed.slice(0, third).map((fact) => publish(broker, fact)));
    first.kill('SIGKILL');
    for (const fact of feed.slice(third, 2 * third)) await publish(broker, fact);
    await until('something is shown', () => shown() > 0);
    // The other one dies too: nobody computes, the facts are kept, and the next engine takes them up.
    second.kill('SIGKILL');
    await once(second, 'exit');
    await Promise.all(feed.slice(2 * third).map((fact) => publish(broker, fact)));
    await engine(server.url);

    const end = endOfFactsAlone(feedAt(RECORDING));
    const isDone = (screen: NotingScreen): boolean => differences(end, screen.state).length === 0;
    await until('both screens show the end', () => isDone(every) && isDone(live), 60_000);
    for (const [channel, versions] of every.versions)
      expect(versions, channel).toEqual(versions.map((_version, index) => index + 1));
    for (const [channel, versions] of live.versions)
      expect(versions, channel).toEqual([...new Set(versions)].sort((one, other) => one - other));
    expect(every.subscriber.mismatches + live.subscriber.mismatches).toBe(0);

    const stored: Parameters<typeof rebuilt>[0][number][] = [];
    const reading = await broker.consumeResults({ fromSeq: 1 }, (version) => void stored.push(version));
    stops.push(() => reading.stop());
    const newest = Math.max(...[...(await broker.lastResults()).values()].map(({ streamSeq }) => streamSeq));
    await until('all versions are read', () => stored.length === newest);
    expect(differences(end, endState(ofFactsAlone(rebuilt(stored).values())))).toEqual([]);

    // One that starts when all is said has nothing to add.
    await engine(server.url);
    const setup = feed.find((fact) => fact.setup !== undefined)!;
    await publish(broker, {
      source: 'CLOSING',
      seq: 1,
      unit: setup.unit,
      note: { id: 'end', text: 'over' },
    } as never);
    await publish(broker, { ...setup, source: 'CLOSING', seq: 2, unit: FRESH } as never);
    await until('the last fact is shown', () => every.versions.has(`${FRESH}/RESULT`));
    rebuilt(stored);
  });
});

/** A unit that nothing has been said of. */
const FRESH = 'ATHW100M--------------RND1000900--';
