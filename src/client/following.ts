import { channelTest } from '../model/channel-test.ts';
import type { Delta } from '../model/delta.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import type { RefusalCode, Remark } from '../model/server-words.ts';
import type { Copies } from './copies.ts';
import type { After } from './edge-connection.ts';
import type { Shown } from './every-order.ts';
import { type ChangedOptions, type FollowOptions, modeOf, type OnDocument } from './follow-options.ts';
import { Pace } from './pace.ts';

/** What all followings of a subscriber show with. */
export interface Showing {
  readonly copies: Copies;
  readonly after: After;
  /** Several edges keep to a rate each for itself, so the caller has to be spared (SC10). */
  readonly isPaced: boolean;
  /** Runs a function of the caller: what it throws changes nothing here, the next document comes all the same. */
  readonly tell: (run: () => void) => void;
}

/** What the caller asked for with `follow`. */
export interface Wanted {
  readonly pattern: string;
  readonly options: FollowOptions;
  readonly onDocument: OnDocument;
}

/** One pattern that the caller follows, and what the caller is shown of it. */
export class Following {
  readonly id: number;
  readonly pattern: string;
  /** Whether the pattern means the channel (SC5). */
  readonly matches: (channel: Channel) => boolean;
  readonly #onDocument: OnDocument;
  readonly #showing: Showing;
  readonly #pace: Pace;
  /** With a pace: what was shown last of each channel. */
  readonly #shown = new Map<Channel, Position>();
  #options: FollowOptions;
  #isRefused = false;

  constructor(id: number, { pattern, options, onDocument }: Wanted, showing: Showing) {
    this.id = id;
    this.pattern = pattern;
    this.matches = channelTest(pattern);
    this.#options = options;
    this.#onDocument = onDocument;
    this.#showing = showing;
    this.#pace = new Pace(showing.after, (channel) => {
      const document = showing.copies.get(channel);
      if (document !== null) this.live(document, null, channel);
    });
  }

  get options(): FollowOptions {
    return this.#options;
  }

  get mode(): 'live' | 'every' {
    return modeOf(this.#options);
  }

  live(document: Document, delta: Delta | null, channel: Channel): void {
    const { copies, isPaced, tell } = this.#showing;
    const { ratePerSecond = 0 } = this.#options;
    if (!isPaced || ratePerSecond === 0) {
      tell(() => this.#onDocument(document, delta, channel));
      return;
    }
    if (!this.#pace.mayShow(channel, ratePerSecond)) return;
    const before = this.#shown.get(channel);
    this.#shown.set(channel, { epoch: document.epoch, version: document.version });
    const isNext = delta !== null && delta.base === before?.version;
    const since = before === undefined || isNext ? delta : copies.deltaSince(channel, before);
    tell(() => this.#onDocument(document, since, channel));
  }

  every(shown: Shown, channel: Channel): void {
    const { tell } = this.#showing;
    if ('gap' in shown) tell(() => this.#options.onGap?.({ ...shown.gap, channel }));
    else tell(() => this.#onDocument(shown.document, null, channel));
  }

  /**
   * Shows a copy that is there when the following begins. The edge will not: it sends a channel once, however many
   * mean it (SC5). `newest`: the copy by then; when that is something else, it was shown already.
   */
  atOnce(document: Document, newest: () => Document | null): void {
    const channel = channelOf(document.header);
    this.#showing.after(0, () => {
      if (newest() !== document) return;
      if (this.mode === 'live') this.live(document, null, channel);
      else this.every({ document }, channel);
    });
  }

  change(changed: ChangedOptions): void {
    this.#options = { ...this.#options, ...changed };
    if (changed.ratePerSecond !== undefined) this.#pace.restart();
  }

  /** The first edge that refuses it says why; the others would say the same. */
  refused({ code, message }: Remark<RefusalCode>): void {
    if (this.#isRefused) return;
    this.#isRefused = true;
    this.#showing.tell(() => this.#options.onRefused?.({ code, message }));
  }

  end(): void {
    this.#pace.stop();
  }
}
