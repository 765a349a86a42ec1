import type { Decoded } from '../encode/decoded.ts';
import { channelTest } from '../model/channel-test.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import type { RefusalCode, Remark, Says } from '../model/server-words.ts';
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
  type Following,
  type FollowOptions,
  isSameView,
  modeOf,
  type OnDocument,
  type StopFollowing,
} from './following.ts';
import { Followings } from './followings.ts';
import { type FrameReader, jsonReader } from './frame-reader.ts';
import { Healing } from './healing.ts';
import { Presenter } from './presenter.ts';
import type { DocumentOf, WithKnownType } from './typed-document.ts';

export type { ChangedOptions, ChannelGap, FollowOptions, OnDocument, StopFollowing } from './following.ts';
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
  readonly #followings = new Followings();
  readonly #catchingUp: CatchingUp;
  readonly #presenter: Presenter;
  #mismatches = 0;

  constructor(options: SubscriberOptions) {
    this.#options = options;
    this.#after = options.after ?? systemTimer;
    const urls = typeof options.url === 'string' ? [options.url] : [...new Set(options.url)];
    if (urls.length === 0) throw new TypeError('url names no edge');
    this.#presenter = new Presenter(
      this.#copies,
      this.#after,
      urls.length > 1,
      options.onError ?? throwLater,
    );
    this.#edges = urls.map((url, edge) => this.#edge(url, edge));
    this.#catchingUp = new CatchingUp(
      { followings: this.#followings, live: this.#copies, every: this.#every },
      this.#edges,
    );
    this.#healing = this.#healer();
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
    onDocument: OnDocument<DocumentOf<Pattern>>,
    options: FollowOptions = {},
  ): StopFollowing {
    const earlier = this.#copiesFor({ pattern, options });
    const following = this.#followings.add({ pattern, options, onDocument: onDocument as OnDocument });
    this.#showAtOnce(following, earlier);
    if (modeOf(following) === 'every' && options.after !== undefined)
      this.#every.begin(pattern, options.after);
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
    for (const following of this.#followings.all()) this.#presenter.end(following);
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
    for (const following of this.#followings.all())
      session.subscribe(following, this.#catchingUp.positions(following));
    this.#healing.checkAll();
  }

  #said(says: Says, edge: number): void {
    if ('keepalive' in says) this.#catchingUp.compare(says.keepalive.positions, edge);
    if ('gap' in says) {
      this.#every.cannot(says.gap.channel, edge, says.gap);
      this.#healing.check(says.gap.channel);
    }
    if ('error' in says) this.#refused(says.error);
    this.#presenter.tell(() => this.#options.onControl?.(says, edge));
  }

  #sent(frame: Decoded, edge: number): void {
    const channel = 'document' in frame ? channelOf(frame.document.header) : frame.channel;
    const following = this.#followings.oldest(channel);
    if (following === null) return;
    if (modeOf(following) === 'live') this.#sentLive(frame, edge);
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
    for (const following of this.#followings.of(update.channel, 'live'))
      this.#presenter.live(following, update.document, update.delta, update.channel);
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
    this.#presenter.tell(() => this.#options.onState?.(stateOfAll(edges), edges));
  }

  // What the caller is shown.

  #showEvery(channel: Channel, shown: readonly Shown[]): void {
    for (const each of shown) {
      for (const following of this.#followings.of(channel, 'every'))
        this.#presenter.every(following, each, channel);
    }
  }

  /** Documents of channels that are followed already in the same way: the edge sends no more until they change. */
  #copiesFor(wanted: Pick<Following, 'pattern' | 'options'>): Document[] {
    const documents: Document[] = [];
    const isMeant = channelTest(wanted.pattern);
    for (const channel of [...this.#copies.channels(), ...this.#every.channels()]) {
      const older = isMeant(channel) ? this.#followings.oldest(channel) : null;
      const document = older !== null && isSameView(older, wanted) ? this.document(channel) : null;
      if (document !== null) documents.push(document);
    }
    return documents;
  }

  #showAtOnce(following: Following, documents: readonly Document[]): void {
    for (const document of documents) {
      const newest = (): Document | null =>
        this.#followings.has(following) ? this.document(channelOf(document.header)) : null;
      this.#presenter.atOnce(following, document, newest);
    }
  }

  /** The first edge that refuses a subscription says why; the others would say the same. */
  #refused({ id, code, message }: Remark<RefusalCode>): void {
    const following = this.#followings.get(id);
    if (following === undefined || following.isRefused === true) return;
    following.isRefused = true;
    this.#presenter.tell(() => following.options.onRefused?.({ code, message }));
  }

  #healer(): Healing {
    const edges = this.#edges;
    const host = {
      patient: (channel: Channel) => this.#every.get(channel),
      live: () => [...edges.keys()].filter((edge) => edges[edge]!.isReady),
      get hasAbsent() {
        return edges.some(({ isReady, connection }) => !isReady && !connection.isOver);
      },
      askAgain: (channel: Channel, edge: number) => this.#catchingUp.fetch(channel, edge),
      giveUp: (channel: Channel) => {
        const shown = this.#every.get(channel)?.giveUp() ?? [];
        this.#showEvery(channel, shown);
        if (shown.length > 0) this.#healing.check(channel);
      },
    };
    return new Healing(host, this.#after);
  }

  // What is followed.

  #change(following: Following, changed: ChangedOptions): void {
    following.options = { ...following.options, ...changed };
    for (const edge of this.#edges)
      if (edge.isReady) edge.connection.say({ change: { id: following.id, ...changed } });
    if (changed.ratePerSecond !== undefined) this.#presenter.rateChanged(following);
  }

  #unfollow(following: Following): void {
    if (!this.#followings.delete(following)) return;
    this.#presenter.end(following);
    for (const edge of this.#edges) edge.unsubscribe(following.id);
    for (const channel of [...this.#copies.channels(), ...this.#every.channels()]) {
      if (!following.matches(channel) || this.#followings.oldest(channel) !== null) continue;
      this.#every.forget(channel);
    }
  }
}

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
