/** Desks as processes on a real nats-server: a killed engine is an incident at both, what one operator acknowledges both show, and a new store has all as new. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { EmbeddedServer } from '../../src/broker/nats/embedded-server.ts';
import type { ShownIncident } from '../../src/incidents/shown.ts';
import type { Situation } from '../../src/incidents/situation.ts';
import { startTestServer } from '../broker/nearby-server.ts';
import { launched } from '../cli/launched.ts';
import type { PartProcess } from '../support/part-process.ts';
import { answered, part } from './pipeline.ts';

const COLD = { SPLITSECOND_COLD: '1' };
const LOST = { code: 'PART_LOST', about: 'engine' } as const;

interface Shown {
  readonly situation: Situation | null;
  readonly token: string;
}

const shownAt = async (url: string): Promise<Shown> =>
  (await (await fetch(`${url}/v1/operations.json`, { headers: { connection: 'close' } })).json()) as Shown;

const lostAt = async (url: string): Promise<ShownIncident | null> =>
  (await shownAt(url)).situation?.incidents.find(
    ({ code, about, state }) => code === LOST.code && about === LOST.about && state !== 'CLEARED',
  ) ?? null;

async function asked(url: string, action: string, about: object): Promise<number> {
  const { token } = await shownAt(url);
  const response = await fetch(`${url}/v1/desk/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'splitsecond-desk': token, connection: 'close' },
    body: JSON.stringify(about),
  });
  return response.status;
}

describe('desks', () => {
  let server: EmbeddedServer;
  let parts: { engines: PartProcess[]; desks: PartProcess[] };

  beforeAll(async () => {
    server = await startTestServer();
    return () => server.stop();
  });

  test('show one state of what happens to the parts of a pipeline, over a real broker', async () => {
    const started = (args: readonly string[]): Promise<PartProcess> => part(server.url, args, COLD);
    parts = {
      engines: await Promise.all([started(['engine']), started(['engine'])]),
      desks: await Promise.all(['one', 'two'].map((name) => started(['desk', '--name', name]))),
    };
    const { engines, desks } = parts;
    const edge = await started(['edge']);
    const [one, two] = desks as [PartProcess, PartProcess];
    const isWhole = ({ situation }: Shown): boolean =>
      situation?.isSettled === true && situation.expected.engine === 2 && situation.expected.desk === 2;
    for (const { url } of [one, two]) await answered('all are known', () => shownAt(url), isWhole);
    const { situation } = await shownAt(one.url);
    expect(situation!.incidents.filter(({ state }) => state !== 'CLEARED')).toEqual([]);
    expect(
      situation!.broker!.streams.map(({ name, replicas, current }) => [name, replicas, current]),
    ).toContainEqual(['LOGBOOK', 1, 1]);
    expect(situation!.parts.find(({ word }) => word.part === 'engine')!.word.url).toMatch(/^http:\/\/127/);

    await engines[0]!.end('SIGKILL');
    for (const { url } of [one, two]) {
      const lost = await answered(
        'it is missed',
        () => lostAt(url),
        (each) => each?.isRecorded === true,
      );
      expect(lost).toMatchObject({ state: 'NEW', occurrence: 1, values: { heard: 1, expected: 2 } });
    }
    const about = { ...LOST, occurrence: 1 };
    const outcomes = await Promise.all([
      asked(one.url, 'acknowledge', { ...about, by: 'Ada' }),
      asked(two.url, 'acknowledge', { ...about, by: 'Bob' }),
    ]);
    expect(outcomes).toEqual([200, 200]);
    const seen = await Promise.all(
      [one.url, two.url, edge.url].map((url) =>
        answered(
          'it is acknowledged',
          () => lostAt(url),
          (each) => each?.state === 'ACKNOWLEDGED',
        ),
      ),
    );
    expect(new Set(seen.map((each) => each!.acknowledged!.by)).size).toBe(1);

    await started(['engine']);
    for (const { url } of [one, two])
      await answered(
        'its place is taken',
        () => lostAt(url),
        (each) => each === null,
      );
  });
});

test('up --desk prints the address of a desk that expects what it has started', async () => {
  const { said } = await launched('up', '--desk', '--log-level', 'error');
  const url = /desk +(http:\/\/127\.0\.0\.1:\d+)\/operations +on this machine only/.exec(said)?.[1];
  expect(url).toBeDefined();
  const { situation } = await answered(
    'it looks',
    () => shownAt(url!),
    (shown) => shown.situation !== null,
  );
  expect(situation!.expected).toMatchObject({ engine: 1, edge: 1 });
  expect((await fetch(`${url}/operations`, { headers: { connection: 'close' } })).status).toBe(200);
});
