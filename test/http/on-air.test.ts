/** What is on air over HTTP: written at a desk, read and followed at any edge. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, startDesk } from '../../src/desk.ts';
import { type Edge, startEdge } from '../../src/edge.ts';
import type { OnAirAnswer, Output, OutputHeard } from '../../src/on-air/output.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';

let desk: Desk;
let edge: Edge;
let token: string;
const readers: AbortController[] = [];

beforeAll(async () => {
  const network = new BrokerModel({ now: () => Date.now() * 1_000 });
  desk = await startDesk({ broker: network.connect() });
  edge = await startEdge({ broker: network.connect() });
  token = (await all(desk)).token!;
});

afterAll(async () => {
  for (const reader of readers) reader.abort();
  await desk.close();
  await edge.close();
});

const json = async <T>(at: Edge, path: string): Promise<T> =>
  (await (await fetch(`${at.httpUrl}${path}`)).json()) as T;
const all = (at: Edge): Promise<OnAirAnswer> => json(at, '/v1/on-air');

async function asked(
  action: string,
  said: object,
  at: Edge = desk,
): Promise<{ status: number; code: string; output: Output }> {
  const response = await fetch(`${at.httpUrl}/v1/desk/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'splitsecond-desk': token },
    body: JSON.stringify(said),
  });
  const { error, output } = (await response.json()) as { error?: { code: string }; output: Output };
  return { status: response.status, code: error?.code ?? 'done', output };
}

/** Every answer that is told from now on. */
async function followed<T>(at: Edge, path: string): Promise<T[]> {
  const reader = new AbortController();
  readers.push(reader);
  const { body } = await fetch(`${at.httpUrl}${path}`, {
    headers: { accept: 'text/event-stream' },
    signal: reader.signal,
  });
  const told: T[] = [];
  void (async () => {
    let text = '';
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      text += new TextDecoder().decode(chunk);
      const events = text.split('\n\n');
      text = events.pop()!;
      for (const event of events) told.push(JSON.parse(event.replace(/^data: /, '')) as T);
    }
  })().catch(() => {});
  return told;
}

const TAKE = { output: 'main', layer: 'lower-third', graphic: 'lower-third', told: { rows: '4' }, by: 'Ada' };

test('what is taken at a desk is followed at an edge; led on, changed, accepted and taken out as well', async () => {
  const told = await followed<OutputHeard>(edge, '/v1/on-air/main');
  await expect.poll(() => told.length).toBeGreaterThan(0);
  expect(told[0]).toEqual({ name: 'main', changedAt: 0, cues: [], isConfirmed: true });
  const { output } = await asked('take', TAKE);
  const { takenAt } = output.cues[0]!;
  const cue = { output: 'main', layer: 'lower-third', takenAt, by: 'Bob' };
  await asked('next', { ...cue, step: 0 });
  await asked('change', { ...cue, told: { rows: '6' } });
  await asked('accept', { ...cue, version: { epoch: 'e', version: 3 } });
  const expected = {
    step: 1,
    told: { rows: '6' },
    accepted: { epoch: 'e', version: 3 },
    state: 'IN',
    by: 'Bob',
  };
  await expect.poll(() => told.at(-1)?.cues[0]).toMatchObject(expected);
  await asked('out', cue);
  await expect.poll(() => told.at(-1)?.cues[0]?.state).toBe('OUT');
  expect(await json(edge, '/v1/on-air/main')).toEqual(told.at(-1));
  await asked('take', TAKE);
  await asked('clear', { output: 'main', by: 'Cyd' });
  await expect.poll(() => told.at(-1)?.cues[0]).toMatchObject({ state: 'OUT', by: 'Cyd' });
});

test('what cannot be is refused with a code, and what is no request of ours is bad', async () => {
  const { output } = await asked('take', { ...TAKE, output: 'other' });
  const cue = { output: 'other', layer: 'lower-third', takenAt: output.cues[0]!.takenAt, by: 'Ada' };
  const refused = async (action: string, said: object): Promise<unknown[]> => {
    const { status, code } = await asked(action, said);
    return [status, code];
  };
  expect(await refused('next', { ...cue, step: 7 })).toEqual([409, 'STEP_PASSED']);
  expect(await refused('out', { ...cue, takenAt: 1 })).toEqual([409, 'OTHER_CUE']);
  expect(await refused('out', { ...cue, layer: 'clock' })).toEqual([409, 'NOT_ON_AIR']);
  for (const wrong of [
    { by: '' },
    { output: 'Main!' },
    { layer: '../x' },
    { graphic: undefined },
    { told: { rows: 4 } },
    { told: [] },
    { accepted: { epoch: 'e' } },
  ])
    expect([wrong, ...(await refused('take', { ...TAKE, ...wrong }))]).toEqual([wrong, 400, 'BAD_REQUEST']);
  expect(await refused('accept', cue)).toEqual([400, 'BAD_REQUEST']);
});

test('an edge only shows: it gives no token and takes nothing; nor does a desk of whom it does not know', async () => {
  expect((await all(edge)).token).toBe(null);
  expect((await asked('take', TAKE, edge)).status).toBe(404);
  const response = await fetch(`${desk.httpUrl}/v1/desk/take`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(TAKE),
  });
  expect(response.status).toBe(403);
  expect((await fetch(`${edge.httpUrl}/v1/on-air/No%20Name`)).status).toBe(404);
});

test('a desk knows how many pages show an output, at every edge, by what they say; who only reads shows nothing', async () => {
  const shownBy = async (at: Edge): Promise<unknown> =>
    (await all(at)).outputs.find(({ name }) => name === 'main')!.shownBy;
  const says = (at: Edge, query: string): Promise<OutputHeard> => json(at, `/v1/on-air/main?${query}`);
  const now = String(Date.now() + 1e9);
  const watching = await followed<OnAirAnswer>(desk, '/v1/on-air');
  await followed<OutputHeard>(edge, '/v1/on-air/main');
  for (const at of [desk, edge])
    await expect
      .poll(async () => {
        expect((await says(edge, `page=a&changedAt=${now}`)).name).toBe('main');
        await says(desk, `page=b&changedAt=${now}&isBehind=true`);
        return shownBy(at);
      })
      .toEqual({ pages: 2, behind: 1 });
  await expect.poll(() => watching.at(-1)?.outputs.length).toBe(2);
  const metrics = await (await fetch(`${edge.httpUrl}/metrics`)).text();
  expect(metrics).toContain('splitsecond_output_pages{output="main"} 1');
  for (const query of ['page=A!&changedAt=1', 'page=a', 'page=a&changedAt=now', 'page=a&page=b&changedAt=1'])
    expect([query, (await fetch(`${edge.httpUrl}/v1/on-air/main?${query}`)).status]).toEqual([query, 400]);
});
