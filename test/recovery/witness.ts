/** A screen over a real socket, WebSocket or server-sent events, whose whole conversation is checked. */
import { type ClientRequest, get } from 'node:http';
import { WebSocket } from 'ws';
import type { Channel } from '../../src/model/document.ts';
import type { Position } from '../../src/model/position.ts';
import { Conversation, type Truth, type Wants } from '../../src/simulation/conversation.ts';

export interface Kind extends Wants {
  readonly name: string;
  readonly transport: 'websocket' | 'sse';
}

/** The ways of following that the matrix goes through. */
export const KINDS: readonly Kind[] = [
  { name: 'live with deltas', transport: 'websocket', mode: 'live', delta: true, format: 'protobuf' },
  { name: 'live, whole', transport: 'websocket', mode: 'live', delta: false, format: 'json' },
  { name: 'every', transport: 'websocket', mode: 'every', delta: false, format: 'json' },
  { name: 'server-sent events', transport: 'sse', mode: 'live', delta: true, format: 'json' },
  { name: 'server-sent events, every', transport: 'sse', mode: 'every', delta: false, format: 'json' },
];

export interface WitnessOptions {
  readonly kind: Kind;
  readonly channel: Channel;
  readonly truth?: Truth;
  /** More fields of `subscribe`. */
  readonly options?: Record<string, unknown>;
  /** Connections that this says false to get no data frame: a broken path that still carries control. */
  readonly passes?: (message: string | Uint8Array) => boolean;
  /** Says `resync` when a copy does not lead to its hash. */
  readonly resyncs?: boolean;
}

const IS_CONTROL = /^\{"(?!document"|delta")/;

export class Witness {
  readonly talk: Conversation;
  readonly options: WitnessOptions;
  #end: (() => void) | null = null;
  #say: (word: object) => void = () => {};
  /** Connections that have ended, with their close codes. */
  readonly closes: number[] = [];
  damaged = 0;

  constructor(options: WitnessOptions) {
    this.options = options;
    this.talk = new Conversation(options.kind, options.truth);
  }

  get version(): number {
    return this.talk.document(this.options.channel)?.version ?? 0;
  }

  get isConnected(): boolean {
    return this.#end !== null;
  }

  /** Connects to an edge (`http://host:port`) and resumes from what it holds, or from `positions`. */
  join(httpUrl: string, positions: Record<Channel, Position> = this.talk.positions()): void {
    this.leave();
    this.talk.begins(positions);
    if (this.options.kind.transport === 'sse') this.#follow(httpUrl, positions);
    else this.#connect(httpUrl, positions);
  }

  /** As a cable that is pulled. */
  leave(): void {
    this.#end?.();
    this.#end = null;
  }

  say(word: object): void {
    this.#say(word);
  }

  resync(channel: Channel): void {
    this.talk.resyncs(channel);
    this.say({ resync: { channel } });
  }

  #connect(httpUrl: string, positions: Record<Channel, Position>): void {
    const { kind, channel, options = {} } = this.options;
    const websocket = new WebSocket(
      `${httpUrl.replace('http', 'ws')}/v1/stream`,
      `splitsecond.${kind.format}`,
    );
    let isOver = false;
    websocket.on('open', () => {
      const { mode, delta } = kind;
      websocket.send(JSON.stringify({ subscribe: { id: 1, channel, mode, delta, positions, ...options } }));
    });
    websocket.on('message', (data: Buffer, isBinary) => {
      if (!isOver) this.#heard(isBinary ? data : data.toString());
    });
    websocket.on('error', () => {});
    websocket.on('close', (code) => {
      if (isOver) return;
      this.closes.push(code);
      this.#end = null;
    });
    this.#say = (word) => websocket.send(JSON.stringify(word));
    this.#end = () => {
      isOver = true;
      websocket.terminate();
    };
  }

  #follow(httpUrl: string, positions: Record<Channel, Position>): void {
    const { kind, channel, options = {} } = this.options;
    const query = new URLSearchParams({ channel, mode: kind.mode, delta: String(kind.delta) });
    for (const [name, value] of Object.entries(options)) query.set(name, String(value));
    const [last] = Object.entries(positions);
    const headers = {
      accept: 'text/event-stream',
      ...(last === undefined ? {} : { 'last-event-id': `${last[0]} ${last[1].epoch} ${last[1].version}` }),
    };
    let isOver = false;
    let rest = '';
    const request: ClientRequest = get(`${httpUrl}/v1/stream?${query}`, { headers }, (response) => {
      response.setEncoding('utf8');
      response.on('error', () => {});
      response.on('data', (text: string) => {
        if (isOver) return;
        const events = (rest + text).split('\n\n');
        rest = events.pop()!;
        for (const event of events) this.#event(event);
      });
      response.on('close', () => {
        if (isOver) return;
        this.closes.push(1006);
        this.#end = null;
      });
    });
    request.on('error', () => {
      if (!isOver) this.#end = null;
    });
    this.#end = () => {
      isOver = true;
      request.destroy();
    };
  }

  #event(event: string): void {
    const lines = event.split('\n');
    if (lines.some((line) => line.startsWith('event:'))) return;
    const data = lines.find((line) => line.startsWith('data: '));
    if (data !== undefined) this.#heard(data.slice('data: '.length));
  }

  #heard(message: string | Uint8Array): void {
    const isControl = typeof message === 'string' && IS_CONTROL.test(message);
    if (!isControl && this.options.passes?.(message) === false) return;
    const damaged = this.talk.heard(message);
    if (damaged === null) return;
    this.damaged += 1;
    if (this.options.resyncs === true) this.resync(damaged);
  }
}
