import { claim } from '../../outcome.ts';
import { RawSocket } from '../../wire/raw-socket.ts';
import type { Check } from '../check.ts';
import { EventStream } from '../event-stream.ts';
import type { Stage } from '../stage.ts';
import type { SubscribeOptions } from '../witness.ts';

const addressOf = (stage: Stage, query: Readonly<Record<string, string>>): string =>
  stage.http(`${new URL(stage.url).pathname}?${new URLSearchParams(query)}`);

async function listen(
  stage: Stage,
  options: Partial<SubscribeOptions> & { readonly query?: Readonly<Record<string, string>> } = {},
  lastEventId?: string,
  holding?: EventStream['copies'],
): Promise<EventStream> {
  const { query = {}, ...said } = options;
  const { channel = stage.channel, mode = 'live', delta = false } = said;
  const address = addressOf(stage, { channel, mode, delta: String(delta), ...query });
  const headers: Record<string, string> = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId };
  const [, epoch = '', version = ''] = lastEventId?.split(' ') ?? [];
  const after = lastEventId === undefined ? {} : { after: { epoch, version: Number(version) } };
  return EventStream.open(
    stage.run,
    address,
    { id: 1, channel, mode, delta, ...said, ...after },
    headers,
    holding,
  );
}

export const EVENTS: readonly Check[] = [
  {
    rule: 'SC19',
    name: 'the JSON stream as events: welcome, subscribed, document, deltas with ids, keep-alive',
    run: async (stage) => {
      const stream = await listen(stage, { delta: true });
      const type = stream.raw.answer!.headers['content-type'] ?? '';
      claim(type.startsWith('text/event-stream'), `Content-Type is ${type}`);
      await stream.until('the document comes', () => stream.updates.length > 0);
      const { version } = await stage.change(2);
      await stream.until('the change comes', () => stream.updates.at(-1)!.version >= version);
      for (const name of ['welcome', 'subscribed'])
        claim(stream.words(name).length === 1, `no event with ${name}`);
      claim(stream.updates.at(-1)!.base !== null, 'no delta came');
      const ms = stage.welcome.keepaliveMs * 3;
      await stream.until('a keep-alive comes', () => stream.words('keepalive').length > 0, ms);
      stream.leave();
    },
  },
  {
    rule: 'SC19',
    name: 'Last-Event-ID resumes: a delta from there in live, each version since in every',
    run: async (stage) => {
      const before = await listen(stage, { delta: true });
      await before.until('the document comes', () => before.updates.length > 0);
      const { epoch, version } = before.updates.at(-1)!;
      before.leave();
      const newest = await stage.change(3);
      const id = `${stage.channel} ${epoch} ${version}`;
      const live = await listen(stage, { delta: true }, id, before.copies);
      await live.until('the change comes', () => (live.updates.at(-1)?.version ?? 0) >= newest.version);
      claim(live.words('subscribed')[0]!.text.includes('"resumed":true'), 'resumed is false');
      claim(live.updates[0]!.base === version, 'the first is not a delta from the position');
      const every = await listen(stage, { mode: 'every' }, id);
      await every.until('the change comes', () => (every.updates.at(-1)?.version ?? 0) >= newest.version);
      claim(every.updates[0]!.version === version + 1, 'the first is not the next version');
      live.leave();
      every.leave();
    },
  },
  {
    rule: 'SC19',
    name: 'top, ratePerSecond and delayMs are options of the query',
    run: async (stage) => {
      const query = { top: '2', ratePerSecond: '5', delayMs: '500' };
      const stream = await listen(stage, { delta: true, query });
      await stream.until('the document comes', () => stream.updates.length > 0);
      claim(stream.updates[0]!.copy!.rows.length <= 2, 'rows that nothing names came');
      stream.leave();
    },
  },
  {
    rule: 'SC19',
    name: 'what cannot be is refused with HTTP 400: no channel, no such mode, every with a pattern',
    run: async (stage) => {
      const queries = [{}, { channel: stage.channel, mode: 'sometimes' }, { channel: '*', mode: 'every' }];
      for (const query of queries as Record<string, string>[]) {
        const raw = await RawSocket.get(addressOf(stage, query), { Accept: 'text/event-stream' });
        raw.destroy();
        claim(raw.answer!.status === 400, `HTTP ${raw.answer!.status} for ${JSON.stringify(query)}`);
      }
    },
  },
];

/** Runs while the server stops (SC16): the end as an event. */
export async function endsAsEvent(stream: EventStream): Promise<void> {
  await stream.until('the end comes', () => stream.events.some(({ name }) => name === 'close'));
  const { text, retry } = stream.events.find(({ name }) => name === 'close')!;
  const { code } = JSON.parse(text) as { code: number };
  claim(code === 4000, `the end says ${code}`);
  claim(retry !== null && retry <= 60_000, `retry is ${retry}`);
}
