/** Other rules under the same revision (OPERATIONS.md, SplitsecondEnginesDisagree): counted and told, and no channel stands still. */
import { expect, test } from 'vitest';
import { startEdge } from '../../src/edge.ts';
import { type Engine, startEngine } from '../../src/engine.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import type { Sport } from '../../src/rules/contract.ts';
import { SPORTS } from '../../src/sports.ts';
import { startTestServer } from '../broker/nearby-server.ts';
import { fact, finish, HEAT, startList } from '../engine/bad-input.ts';
import { answered, connected, missingAt, said, shownAt, stops } from './pipeline.ts';

/** The same sports, as a build would have them that somebody has changed by hand. */
const CHANGED: readonly Sport[] = SPORTS.map((sport) => ({ ...sport, name: 'Changed by hand' }));

async function engineWith(url: string, sports: readonly Sport[], codes: string[]): Promise<Engine> {
  const note = (fields: object): void => void codes.push((fields as { code?: string }).code ?? '');
  const log = { info() {}, warn() {}, error: note };
  const engine = await startEngine({ broker: await connected(url), log, revision: 'same', sports });
  stops.push(() => engine.close());
  await engine.current;
  return engine;
}

test('engines that disagree say so and go on: every fact is shown at every edge', {
  timeout: 120_000,
}, async () => {
  const server = await startTestServer();
  stops.push(() => server.stop());
  const venue = await connected(server.url);
  const codes: string[] = [];
  const engines = [await engineWith(server.url, SPORTS, codes), await engineWith(server.url, CHANGED, codes)];
  const early = await startEdge({ broker: await connected(server.url) });
  stops.push(() => early.close());
  await said(venue, fact(1, startList('1', '2')) as WireFact);
  const disagreements = () => engines.reduce((sum, { counts }) => sum + counts().disagreements, 0);
  for (let seq = 2; seq < 60; seq += 1) {
    const time = `24.${String(seq).padStart(2, '0')}`;
    await said(venue, fact(seq, finish('1', time)) as WireFact);
    await answered(
      `${time} is shown`,
      () => shownAt(early.httpUrl, HEAT, '1'),
      (shown) => shown === time,
    );
  }
  expect(disagreements()).toBeGreaterThan(0);
  expect(codes).toContain('ENGINES_DISAGREE');
  expect(engines.map((engine) => engine.health().disagreements).some((count) => count > 0)).toBe(true);
  const late = await startEdge({ broker: await connected(server.url) });
  stops.push(() => late.close());
  for (const { httpUrl } of [early, late]) {
    await answered(
      'the end is shown',
      () => shownAt(httpUrl, HEAT, '1'),
      (shown) => shown === '24.59',
    );
    await answered(
      'nothing stands still',
      () => missingAt(httpUrl),
      (missing) => missing?.length === 0,
    );
  }
});
