/** A rolling upgrade without a stop (OPERATIONS.md): engines of two revisions side by side, and edges that stay. */
import { describe, expect, test } from 'vitest';
import { startEdge } from '../../src/edge.ts';
import { type Engine, startEngine } from '../../src/engine.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { startTestServer } from '../broker/nearby-server.ts';
import { fact, finish, startList } from '../engine/bad-input.ts';
import { answered, connected, missingAt, said, shownAt, stops } from './pipeline.ts';

const SILENT = { info() {}, warn() {}, error() {} };
const unit = (number: number) => `ATHM100M--------------HEAT${String(number).padStart(4, '0')}00--`;

async function engineOf(url: string, revision: string): Promise<Engine> {
  const engine = await startEngine({ broker: await connected(url), log: SILENT, revision });
  let isOver = false;
  const { close } = engine;
  engine.close = async () => {
    if (isOver) return;
    isOver = true;
    await close();
  };
  stops.push(() => engine.close());
  return engine;
}

describe('a rolling upgrade', { timeout: 180_000 }, () => {
  test.each(['newer first gone', 'older gone'] as const)(
    'units that began before, meanwhile and after it go on at every edge: %s',
    async (which) => {
      const server = await startTestServer();
      stops.push(() => server.stop());
      const venue = await connected(server.url);
      let seq = 0;
      const race = async (number: number, time: string): Promise<void> => {
        for (const each of [startList('1', '2'), finish('1', time)]) {
          seq += 1;
          await said(venue, { ...fact(seq, each), unit: unit(number) } as WireFact);
        }
      };
      const correct = async (number: number, time: string): Promise<void> => {
        seq += 1;
        await said(venue, { ...fact(seq, finish('1', time)), unit: unit(number) } as WireFact);
      };
      const older = await engineOf(server.url, 'older-revision');
      await older.current;
      const early = await startEdge({ broker: await connected(server.url) });
      stops.push(() => early.close());
      await race(1, '10.11');
      await answered(
        'it is shown',
        () => shownAt(early.httpUrl, unit(1), '1'),
        (time) => time === '10.11',
      );

      const newer = await engineOf(server.url, 'newer-revision');
      await newer.current;
      await race(2, '10.22');
      await correct(1, '10.12');
      for (const [number, time] of [
        [1, '10.12'],
        [2, '10.22'],
      ] as const)
        await answered(
          'both are shown',
          () => shownAt(early.httpUrl, unit(number), '1'),
          (shown) => shown === time,
        );

      await (which === 'older gone' ? older : newer).close();
      if (which === 'newer first gone') {
        // Documents are of the newer revision: nobody goes on with them, and the edge says so rather than to stand still in silence.
        await answered(
          'it is said',
          () => missingAt(early.httpUrl),
          (codes) => codes!.includes('NO_ENGINE'),
        );
        await engineOf(server.url, 'newer-revision');
      }
      await race(3, '10.33');
      await correct(2, '10.23');
      await correct(1, '10.13');
      const late = await startEdge({ broker: await connected(server.url) });
      stops.push(() => late.close());
      for (const { httpUrl } of [early, late]) {
        for (const [number, time] of [
          [1, '10.13'],
          [2, '10.23'],
          [3, '10.33'],
        ] as const)
          await answered(
            `unit ${number} is shown`,
            () => shownAt(httpUrl, unit(number), '1'),
            (shown) => shown === time,
          );
        await answered(
          'all is current',
          () => missingAt(httpUrl),
          (codes) => codes!.length === 0,
        );
      }
      const epochs = new Set(
        [...early.shelf.channels()].map((channel) => early.shelf.current(channel)!.epoch),
      );
      expect(epochs).toEqual(new Set([newer.epoch]));
    },
  );
});
