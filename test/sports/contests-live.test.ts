/** Contests and a series over a real nats-server: venue, engine, edge, subscriber; the engine ends in the middle while another begins, and an early match or race is corrected and restored. */
import { afterEach, expect, test } from 'vitest';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { openNodeSocket } from '../../src/client/node-socket.ts';
import { Subscriber } from '../../src/client/subscriber.ts';
import { startEdge } from '../../src/edge.ts';
import { startEngine } from '../../src/engine.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import { isRejection } from '../../src/ingest/rejection.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { channelOf } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { SPORTS } from '../../src/sports.ts';
import { factOfLine } from '../../src/venue/feed-file.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';
import { Standings } from '../fixture-sports/standings.ts';
import { allCases, feedOf } from '../support/case-runner.ts';

const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const silent = { info: () => {}, warn: () => {}, error: () => {} };

const FOLLOWED = [
  'RESULT',
  'POOL_STANDING',
  'CUMULATIVE_RESULT',
  'BRACKETS',
  'PLAY_BY_PLAY',
  'RANKING',
  'MEDALLISTS',
];

/** A case, and what is said wrongly of its first round. */
const CONTESTS = [
  [
    'football/best-third-placed',
    'FBLWTEAM11------------GPA-000100--',
    { periodScore: { competitor: 'A2', period: 'TOT', value: '9' } },
  ],
  [
    'tennis/draw-with-bye-walkover-retirement',
    'TENMSINGLES-----------QFNL000200--',
    { periodScore: { competitor: 'P4', period: 'S1', value: '7' } },
  ],
  ['tennis/point-by-point', 'TENMSINGLES-----------R32-000100--', null],
  // Hansoku-make for the champion.
  [
    'judo/excluded-in-the-quarter-final',
    'JUDM73KG--------------QFNL000100--',
    { action: { id: '9', kind: 'H', competitor: 'ABE' } },
  ],
  [
    'sailing/c055-tokyo-2020-49er',
    'SALM49ER--------------PREL000100--',
    { irm: { competitor: 'GBR', code: 'DSQ' } },
  ],
] as const;

test.each(CONTESTS)(
  '%s reaches a screen as the facts have it, whichever engine is alive',
  async (name, unit, wrong) => {
    const server = await startTestServer();
    stops.push(() => server.stop());
    const connect = async (): Promise<NatsBroker> => {
      const broker = await NatsBroker.open({ url: server.url });
      stops.push(() => broker.close());
      return broker;
    };
    const engineOn = async () => {
      const engine = await startEngine({ broker: await connect(), log: silent, sports: SPORTS });
      stops.push(() => engine.close());
      return engine;
    };
    const first = await engineOn();
    const edge = await startEdge({ broker: await connect() });
    stops.push(() => edge.close());
    const shown = new Map<string, string>();
    const subscriber = new Subscriber({ url: edge.streamUrl, openSocket: openNodeSocket });
    stops.push(() => subscriber.close());
    for (const type of FOLLOWED)
      subscriber.follow(`*/${type}`, ({ header, hash }) => shown.set(channelOf(header), hash), {
        delta: true,
      });

    const venue = await connect();
    const said: WireFact[] = [];
    const publish = async (facts: readonly WireFact[]): Promise<void> => {
      for (const fact of facts) {
        said.push(fact);
        await venue.publishFact(factMessage('VEN', fact));
      }
    };
    const isShown = (): (() => boolean) => {
      const wanted = [...new Standings(said.map(asFact), SPORTS).hashes()].filter(([channel]) =>
        FOLLOWED.includes(channel.split('/')[1]!),
      );
      return () => wanted.every(([channel, hash]) => shown.get(channel) === hash);
    };

    const feed = feedOf(allCases().find((each) => each.name === name)!).map((fact) => ({
      epoch: '1',
      ...fact,
    }));
    const half = Math.floor(feed.length / 2);
    await publish(feed.slice(0, half));
    await Promise.all([first.close(), engineOn()]);
    await publish(feed.slice(half));
    await until('everything is on the screen', isShown());
    if (wrong !== null) {
      const next = { source: feed[0]!.source, epoch: '1', unit };
      await publish([{ ...next, seq: feed.length + 1, ...wrong }] as unknown as WireFact[]);
      await until('what is wrong is on the screen, and all that follows from it', isShown());
      await publish([
        { ...next, seq: feed.length + 2, void: { seq: feed.length + 1 } },
      ] as unknown as WireFact[]);
      await until('everything is as it was', isShown());
    }
    expect(edge.hub.counts.conflicts).toBe(0);
  },
  60_000,
);

function asFact(wire: WireFact, index: number): Fact {
  const fact = factOfLine(Buffer.from(JSON.stringify(wire)), index + 1);
  if (isRejection(fact)) throw new Error(`${fact.code} ${fact.message}`);
  return fact;
}
