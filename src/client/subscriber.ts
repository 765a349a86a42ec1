import type { Decoded } from '../encode/decoded.ts';
import { channelTest } from '../model/channel-test.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import type { Says } from '../model/server-words.ts';
import { CatchingUp } from './catching-up.ts';
import {
  type ConnectionState,
  type EdgeState,
  type OpenSocket,
  openGlobalSocket,
  stateOfAll,
} from './connection.ts';
import { Copies } from './copies.ts';
import type { After } from './edge-connection.ts';
import { EdgeSession } from './edge-session.ts';
import { EveryDocuments } from './every-documents.ts';
import type { Shown } from './every-order.ts';
import {
  type ChangedOptions,
  type FollowOptions,
  isSameView,
  type OnDocument,
  type StopFollowing,
} from './follow-options.ts';
import { Following, type Showing } from './following.ts';
import { type FrameReader, jsonReader } from './frame-reader.ts';
import { Healing } from './healing.ts';
import type { DocumentUnder, WithKnownType } from './typed-document.ts';

export type {
  ChangedOptions,
  ChannelGap,
  FollowOptions,
  OnDocument,
  StopFollowing,
} from './follow-options.ts';
export { type FrameReader, jsonReader } from './frame-reader.ts';

export interface SubscriberOptions {
  /** `ws://host:port/v1/stream`, or several edges of one competition: all are followed at once, the first copy wins. */
  readonly url: string | readonly string[];
  readonly reader?: FrameReader;
  readonly openSocket?: OpenSocket;
  readonly token?: string;
  /** At every change of any connection: the state that counts, and that of each edge in the order of `url`. */
  readonly onState?: (state: ConnectionState, edges: readonly EdgeState[]) => void;
  /** Every control message of every edge, `welcome` and `keepalive` included; `edge`: its index in `url`. */
  readonly onControl?: (says: Says, edge: number) => void;
  /** Between 0 and 1, for the spread of reconnects. */
  readonly chance?: () => number;
  /** What the caller's own functions throw; by default it is thrown again where nothing here is disturbed by it. */
  readonly onError?: (error: unknown) => void;
  /** Starts a timer and gives back what stops it. */
  readonly after?: After;
  /** A connection is given up after this many keep-alive intervals without a word. Default 3. */
  readonly silentIntervals?: number;
}

/**
 * Follows channels of one Splitsecond edge, or of several at once: applies deltas, proves every version by its hash,
 * asks for a fresh document when the proof fails, fills from one edge what another one missed, and goes on after a
 * broken connection where it was.
 */
export class Subscriber {
  readonly #options: SubscriberOptions;
  readonly #after: After;
  readonly #edges: readonly EdgeSession[];
  readonly #copies = new Copies();
  readonly #every = new EveryDocuments();
  readonly #healing: Healing;
  readonly #catchingUp: CatchingUp;
  readonly #showing: Showing;
  /** What the caller follows, oldest first. */
  readonly #followings = new Map<number, Following>();
  #nextId = 1;
  #mismatches = 0;

  constructor(options: SubscriberOptions) {
    this.#options = options;
    this.#after = options.after ?? systemTimer;
    const urls = typeof options.url === 'string' ? [options.url] : [...new Set(options.url)];
    if (urls.length === 0) throw new TypeError('url names no edge');
    const tell = teller(options.onError ?? throwLater);
    this.#showing = { copies: this.#copies, after: this.#after, isPaced: urls.length > 1, tell };
    this.#edges = urls.map((url, edge) => this.#edge(url, edge));
    const oldest = (channel: Channel): Following | null => this.#oldest(channel);
    const sources = { edges: this.#edges, every: this.#every };
    this.#catchingUp = new CatchingUp({ ...sources, live: this.#copies, oldest });
    const ask = (channel: Channel, edge: number): void => this.#catchingUp.fetch(channel, edge);
    const show = (channel: Channel, shown: readonly Shown[]): void => this.#showEvery(channel, shown);
    this.#healing = new Healing({ ...sources, ask, show }, this.#after);
    this.#connect();
  }

  /** Live while any edge is. */
  get state(): ConnectionState {
    return stateOfAll(this.edges);
  }

  get edges(): readonly EdgeState[] {
    return this.#edges.map(({ connection }) => connection.state);
  }

  /** How often a frame did not lead to its hash. */
  get mismatches(): number {
    return this.#mismatches;
  }

  /** The newest copy, also of a channel that is not followed any more. */
  document(channel: Channel): Document | null {
    return this.#every.get(channel)?.document ?? this.#copies.get(channel);
  }

  /** Subscribes to a channel or a pattern; the returned function ends it, its `change` alters it. */
  follow<const Pattern extends string>(
    pattern: Pattern & WithKnownType<Pattern>,
    onDocument: OnDocument<DocumentUnder<Pattern>>,
    options: FollowOptions = {},
  ): StopFollowing {
    const earlier = this.#copiesFor(pattern, options);
    const wanted = { pattern, options, onDocument: onDocument as OnDocument };
    const following = new Following(this.#nextId, wanted, this.#showing);
    this.#nextId += 1;
    this.#followings.set(following.id, following);
    this.#showAtOnce(following, earlier);
    if (following.mode === 'every' && options.after !== undefined) this.#every.begin(pattern, options.after);
    for (const edge of this.#edges) edge.subscribe(following, this.#catchingUp.positions(following));
    const change = (changed: ChangedOptions): void => this.#change(following, changed);
    return Object.assign(() => this.#unfollow(following), { change });
  }

  /** Asks for a whole document; also what happens by itself when a hash does not fit. Mode `live`. */
  resync(channel: Channel): void {
    const edge = this.#edges.findIndex(({ isReady }) => isReady);
    if (edge >= 0) this.#catchingUp.resync(channel, edge, true);
  }

  ping(): void {
    for (const { connection } of this.#edges) connection.say({ ping: {} });
  }

  close(): void {
    this.#healing.stop();
    for (const following of this.#followings.values()) following.end();
    this.#followings.clear();
    for (const edge of this.#edges) {
      edge.end();
      edge.connection.close();
    }
  }

  /** An address that is none is thrown at the caller, and leaves nothing open. */
  #connect(): void {
    try {
      for (const { connection } of this.#edges) connection.connect();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  // What the edges tell.

  #edge(url: string, edge: number): EdgeSession {
    const { reader = jsonReader, openSocket = openGlobalSocket, token } = this.#options;
    const { chance = Math.random, silentIntervals = 3 } = this.#options;
    const after = this.#after;
    const listener = {
      opened: () => this.#opened(edge),
      said: (says: Says) => this.#said(says, edge),
      sent: (frame: Decoded) => this.#sent(frame, edge),
      lost: () => this.#lost(edge),
      changed: () => this.#changed(),
    };
    const options = { url, reader, openSocket, chance, after, silentIntervals };
    return new EdgeSession(options, listener, token, (channels) =>
      this.#catchingUp.beginAgain(channels, edge),
    );
  }

  #opened(edge: number): void {
    const session = this.#edges[edge]!;
    session.begin();
    for (const following of this.#followings.values())
      session.subscribe(following, this.#catchingUp.positions(following));
    this.#healing.checkAll();
  }

  #said(says: Says, edge: number): void {
    if ('keepalive' in says) this.#catchingUp.compare(says.keepalive.positions, edge);
    if ('gap' in says) {
      this.#every.cannot(says.gap.channel, edge, says.gap);
      this.#healing.check(says.gap.channel);
    }
    if ('error' in says) this.#followings.get(says.error.id as number)?.refused(says.error);
    this.#showing.tell(() => this.#options.onControl?.(says, edge));
  }

  #sent(frame: Decoded, edge: number): void {
    const channel = 'document' in frame ? channelOf(frame.document.header) : frame.channel;
    const following = this.#oldest(channel);
    if (following === null) return;
    if (following.mode === 'live') this.#sentLive(frame, edge);
    else if ('document' in frame) this.#sentEvery(frame.document);
  }

  #sentLive(frame: Decoded, edge: number): void {
    const update = this.#copies.take(frame, edge);
    if (update.kind === 'known') return;
    if (update.kind === 'mismatch') {
      this.#mismatches += 1;
      this.#catchingUp.resync(update.channel, edge);
      return;
    }
    for (const following of this.#following(update.channel, 'live'))
      following.live(update.document, update.delta, update.channel);
  }

  #sentEvery(document: Document): void {
    const { channel, shown } = this.#every.take(document);
    if (shown === null) this.#mismatches += 1;
    else this.#showEvery(channel, shown);
    this.#healing.check(channel);
  }

  #lost(edge: number): void {
    this.#edges[edge]!.end();
    this.#catchingUp.lost(edge);
    for (const channel of this.#every.lost(edge)) this.#healing.check(channel);
    this.#healing.checkAll();
  }

  #changed(): void {
    const edges = this.edges;
    this.#showing.tell(() => this.#options.onState?.(stateOfAll(edges), edges));
  }

  // What the caller is shown.

  #showEvery(channel: Channel, shown: readonly Shown[]): void {
    for (const each of shown)
      for (const following of this.#following(channel, 'every')) following.every(each, channel);
  }

  /** Documents of channels that are followed already in the same way: the edge sends no more until they change. */
  #copiesFor(pattern: string, options: FollowOptions): Document[] {
    const documents: Document[] = [];
    const isMeant = channelTest(pattern);
    for (const channel of [...this.#copies.channels(), ...this.#every.channels()]) {
      const older = isMeant(channel) ? this.#oldest(channel) : null;
      const document = older !== null && isSameView(older.options, options) ? this.document(channel) : null;
      if (document !== null) documents.push(document);
    }
    return documents;
  }

  #showAtOnce(following: Following, documents: readonly Document[]): void {
    for (const document of documents) {
      const newest = (): Document | null =>
        this.#followings.has(following.id) ? this.document(channelOf(document.header)) : null;
      following.atOnce(document, newest);
    }
  }

  // What is followed.

  #change(following: Following, changed: ChangedOptions): void {
    following.change(changed);
    for (const edge of this.#edges)
      if (edge.isReady) edge.connection.say({ change: { id: following.id, ...changed } });
  }

  #unfollow(following: Following): void {
    if (!this.#followings.delete(following.id)) return;
    following.end();
    for (const edge of this.#edges) edge.unsubscribe(following.id);
    for (const channel of [...this.#copies.channels(), ...this.#every.channels()]) {
      if (!following.matches(channel) || this.#oldest(channel) !== null) continue;
      this.#every.forget(channel);
    }
  }

  /** Under which a channel comes that several mean (SC5). */
  #oldest(channel: Channel): Following | null {
    for (const following of this.#followings.values()) if (following.matches(channel)) return following;
    return null;
  }

  #following(channel: Channel, mode: 'live' | 'every'): Following[] {
    return [...this.#followings.values()].filter((each) => each.mode === mode && each.matches(channel));
  }
}

/** Runs what is the caller's: what it throws changes nothing here. */
const teller =
  (report: (error: unknown) => void) =>
  (run: () => void): void => {
    try {
      run();
    } catch (error) {
      report(error);
    }
  };

/** The process or the page hears of it as of any error that nobody caught. */
function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

const systemTimer: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
