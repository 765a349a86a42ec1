import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { decodeFrame } from '../../src/encode/decode.ts';
import { readPositionId } from '../../src/fanout/frames/sse-frame.ts';
import { FINAL_100M, sprinters } from '../fanout/published-documents.ts';
import { type RunningEdge, runningEdge, until } from '../fanout/running-edge.ts';

const CHANNEL = `${FINAL_100M}/RESULT`;
let running: RunningEdge;
const readers: AbortController[] = [];

afterEach(async () => {
  for (const reader of readers.splice(0)) reader.abort();
  await running.stop();
});

interface Event {
  readonly id: string | null;
  readonly event: string | null;
  readonly data: string;
}

/** Reads a stream of events line by line, as the HTML standard says (9.2.6). */
async function read(query: string, lastEventId?: string) {
  const reader = new AbortController();
  readers.push(reader);
  const response = await fetch(`${running.edge.httpUrl}/v1/stream?${query}`, {
    headers: {
      Accept: 'text/event-stream',
      ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
    },
    signal: reader.signal,
  });
  const events: Event[] = [];
  const reading = { response, events, hasEnded: false };
  if (response.status === 200)
    void collect(response, events).finally(() => {
      reading.hasEnded = true;
    });
  return reading;
}

async function collect(response: Response, events: Event[]): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) events.push(eventOf(block));
    }
  } catch {
    // The test has let go of it.
  }
}

function eventOf(block: string): Event {
  const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
  return { id: fields.get('id') ?? null, event: fields.get('event') ?? null, data: fields.get('data')! };
}

const data = (events: readonly Event[]) =>
  events.filter(({ id }) => id !== null).map((event) => decodeFrame('json', event.data));
const versions = (events: readonly Event[]) =>
  data(events).map((frame) => ('document' in frame ? frame.document.version : frame.delta.version));

describe('SC19 GET /v1/stream as server-sent events', () => {
  test('SC19 the JSON stream: control without an id, documents and deltas with their position', async () => {
    running = await runningEdge();
    const { response, events } = await read(`channel=${CHANNEL}&delta=true`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    await until(() => data(events).length === 1);
    await running.publisher.touch();
    await until(() => data(events).length === 2);
    expect(events.map(({ data: text }) => Object.keys(JSON.parse(text))[0])).toEqual([
      'welcome',
      'subscribed',
      'document',
      'delta',
    ]);
    expect(readPositionId(events[3]!.id!)).toEqual({
      channel: CHANNEL,
      position: { epoch: 'k3f9', version: 2 },
    });
    const last = data(events)[1]!;
    expect('delta' in last && last.delta.hash).toBe(running.publisher.current.hash);
  });

  test('SC8 SC19 Last-Event-ID resumes: mode every without a hole, live with what is newest', async () => {
    running = await runningEdge();
    await running.publisher.touch(6);
    const { channels } = running.edge.hub.live;
    await until(() => channels.get(CHANNEL)?.current.version === 7);
    const every = await read(`channel=${CHANNEL}&mode=every`, `${CHANNEL} k3f9 3`);
    await until(() => versions(every.events).at(-1) === 7);
    expect(versions(every.events)).toEqual([4, 5, 6, 7]);
    expect(JSON.parse(every.events[1]!.data)).toMatchObject({ subscribed: { resumed: true } });
    const live = await read(`channel=${CHANNEL}`, `${CHANNEL} gone 3`);
    await until(() => data(live.events).length === 1);
    expect(JSON.parse(live.events[1]!.data)).toMatchObject({ subscribed: { resumed: false } });
  });

  test('SC10 SC18 SC19 rate, delay and rows are asked for in the query', async () => {
    running = await runningEdge();
    const { events } = await read(`channel=*&ratePerSecond=20&delayMs=500&top=2&competitors=104,105`);
    await until(() => data(events).length === 1);
    const [first] = data(events);
    const seen = 'document' in first! ? first.document.rows.map(({ key }) => key) : [];
    expect(seen).toEqual(['100', '101', '104', '105']);
  });

  test('SC12 SC19 the keep-alive comes as an event', async () => {
    running = await runningEdge({ keepaliveMs: 50 });
    const { events } = await read(`channel=${CHANNEL}`);
    await until(() => events.some(({ data: text }) => text.startsWith('{"keepalive"')));
  });

  test('SC19 what cannot be followed is refused with a code', async () => {
    running = await runningEdge({ limits: { screens: 0 } });
    const code = async (query: string, lastEventId?: string) => {
      const { response } = await read(query, lastEventId);
      return [response.status, ((await response.json()) as { error: { code: string } }).error.code];
    };
    expect(await code('channel=nothing')).toEqual([400, 'BAD_CHANNEL']);
    expect(await code('channel=*&mode=every')).toEqual([400, 'BAD_CHANNEL']);
    expect(await code('channel=*&delayMs=soon')).toEqual([400, 'BAD_OPTION']);
    expect(await code('channel=*', 'yesterday')).toEqual([400, 'BAD_POSITION']);
    expect(await code('channel=*')).toEqual([503, 'FULL']);
    const url = `${running.edge.httpUrl}/v1/stream?channel=*`;
    const statusFor = async (Accept: string): Promise<number> =>
      (await fetch(url, { headers: { Accept } })).status;
    expect(await statusFor('application/json')).toBe(406);
    expect(await statusFor('text/event-stream;q=0, text/html')).toBe(406);
    // Whoever takes anything takes events; here no screen is taken any more.
    for (const accept of ['*/*', 'text/*', 'text/html, */*;q=0.8', 'TEXT/Event-Stream; charset=utf-8'])
      expect([accept, await statusFor(accept)]).toEqual([accept, 503]);
  });

  test('SC14 SC19 a reader that stops reading keeps its bound, and the others go on', async () => {
    running = await runningEdge({ limits: { outboundBytes: 300_000 } }, sprinters(200, 'x'.repeat(200)));
    const stuck = connect(running.edge.port, running.edge.host);
    stuck.pause();
    stuck.on('error', () => {});
    stuck.write(
      `GET /v1/stream?channel=${CHANNEL}&mode=every HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n`,
    );
    const { hub } = running.edge;
    await until(() => hub.screens.size === 1);
    const other = await read(`channel=${CHANNEL}`);
    await until(() => data(other.events).length === 1);
    const reading = [...hub.screens][0]!;
    let most = 0;
    while (reading.state === 'following') {
      await running.publisher.touch();
      await new Promise<void>((resolve) => setImmediate(resolve));
      most = Math.max(most, reading.outboundBytes);
    }
    expect(most).toBeLessThanOrEqual(300_000);
    const { hash } = running.publisher.current;
    await until(() => other.events.some((event) => event.data.includes(hash)));
    stuck.destroy();
  });

  test('SC15 SC19 closing the edge says why and when to come back', async () => {
    running = await runningEdge();
    const reading = await read(`channel=${CHANNEL}`);
    await until(() => data(reading.events).length === 1);
    await running.edge.close();
    await until(() => reading.hasEnded);
    const last = reading.events.at(-1)!;
    expect([last.event, JSON.parse(last.data).code]).toEqual(['close', 4000]);
  });
});
