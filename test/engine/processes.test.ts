/**
 * The real thing: a nats-server, engines and an edge as processes of their own, screens over WebSockets,
 * and SIGKILL in the middle of a competition (D3).
 */
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
import { type PartProcess, startPart } from '../support/part-process.ts';
import { endOfFactsAlone, ofFactsAlone, rebuilt } from './stored-versions.ts';

const RECORDING = 'src/venue/recordings/rio.ndjson';
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const started = (natsUrl: string, ...args: string[]): Promise<PartProcess> =>
  startPart(args, { natsUrl, started: (end) => void stops.push(() => end('SIGKILL')) });

const engine = (natsUrl: string) => started(natsUrl, 'engine');

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
      started(server.url, 'edge', '--port', '0'),
    ]);
    const every = new NotingScreen(edge.url, 'every');
    const live = new NotingScreen(edge.url, 'live');
    await until('both screens are connected', () =>
      [every, live].every(({ subscriber }) => subscriber.state.state === 'live'),
    );
    const feed = wireFeedAt(RECORDING);
    const third = Math.floor(feed.length / 3);
    const shown = (): number => [...every.versions.values()].flat().length;

    // A third with both; then one dies while the facts it has just been given are on their way.
    await Promise.all(feed.slice(0, third).map((fact) => publish(broker, fact)));
    first.child.kill('SIGKILL');
    for (const fact of feed.slice(third, 2 * third)) await publish(broker, fact);
    await until('something is shown', () => shown() > 0);
    // The other one dies too: nobody computes, the facts are kept, and the next engine takes them up.
    await second.end('SIGKILL');
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
