import { Broken } from '../outcome.ts';
import { readJson } from '../stated/read-frame.ts';
import { complaintsAboutFrame, complaintsAboutServerWord } from '../stated/schemas.ts';
import { RawSocket } from '../wire/raw-socket.ts';
import type { Run } from './run.ts';
import { type SubscribeOptions, type Update, Witness } from './witness.ts';

interface ServerSentEvent {
  readonly id: string | null;
  readonly name: string;
  readonly text: string;
  readonly retry: number | null;
}

/** The JSON stream as server-sent events (WHATWG HTML, 9.2), held against the same rules as a WebSocket. */
export class EventStream {
  readonly raw: RawSocket;
  readonly events: ServerSentEvent[] = [];
  readonly updates: Update[] = [];
  readonly #run: Run;
  readonly #witness: Witness;
  #rest = '';

  private constructor(run: Run, raw: RawSocket, witness: Witness) {
    this.#run = run;
    this.raw = raw;
    this.#witness = witness;
    raw.onBody = (bytes) => this.#took(bytes);
    if (raw.body.length > 0) this.#took(raw.body);
  }

  /** `said`: what the query asks for, as a subscription. */
  static async open(
    run: Run,
    address: string,
    said: SubscribeOptions,
    headers: Readonly<Record<string, string>> = {},
    holding?: Witness['copies'],
  ): Promise<EventStream> {
    const raw = await RawSocket.get(address, { Accept: 'text/event-stream', ...headers });
    if (raw.answer!.status !== 200) {
      raw.destroy();
      throw new Broken(`HTTP ${raw.answer!.status}`);
    }
    const witness = new Witness(run, holding);
    witness.said({ subscribe: said });
    return new EventStream(run, raw, witness);
  }

  get copies(): Witness['copies'] {
    return this.#witness.copies;
  }

  words(name: string): ServerSentEvent[] {
    return this.events.filter(({ text }) => text.startsWith(`{"${name}"`));
  }

  async until(what: string, holds: () => boolean, ms = this.#run.patienceMs): Promise<void> {
    if (!(await this.raw.news.holds(holds, ms))) throw new Broken(`waited ${ms} ms in vain until ${what}`);
  }

  leave(): void {
    this.raw.destroy();
  }

  #took(bytes: Buffer): void {
    const parts = (this.#rest + bytes.toString('latin1')).split('\n\n');
    this.#rest = parts.pop()!;
    for (const part of parts) this.#event(eventOf(Buffer.from(part, 'latin1').toString()));
  }

  #event(event: ServerSentEvent): void {
    this.events.push(event);
    if (event.name !== 'message') return;
    try {
      this.#message(event);
    } catch (error) {
      this.#run.complain('SC19', `an event that cannot be read: ${(error as Error).message}`);
    }
  }

  #message({ id, text }: ServerSentEvent): void {
    const said = JSON.parse(text) as Record<string, never>;
    if ('document' in said || 'delta' in said) {
      const complaint = complaintsAboutFrame(said);
      if (complaint !== null) this.#run.complain('SC19', `an event is not as its schema says: ${complaint}`);
      const update = this.#witness.take(readJson(said), performance.now());
      const expected = `${update.channel} ${update.epoch} ${update.version}`;
      if (id !== expected) this.#run.complain('SC19', `the id is "${id}" and not "${expected}"`);
      this.updates.push(update);
      return;
    }
    const complaint = complaintsAboutServerWord(said);
    if (complaint !== null)
      this.#run.complain('SC19', `a control message is not as its schema says: ${complaint}`);
    if ('subscribed' in said) this.#witness.subscribed(said.subscribed);
    if ('gap' in said) this.#witness.gap(said.gap);
  }
}

function eventOf(text: string): ServerSentEvent {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name = '', value = ''] = /^([a-z]*): ?(.*)$/s.exec(line) ?? [];
    fields.set(name, name === 'data' && fields.has('data') ? `${fields.get('data')}\n${value}` : value);
  }
  const retry = fields.get('retry');
  return {
    id: fields.get('id') ?? null,
    name: fields.get('event') ?? 'message',
    text: fields.get('data') ?? '',
    retry: retry === undefined ? null : Number(retry),
  };
}
