import type { Delta } from '../../model/delta.ts';
import type { Document } from '../../model/document.ts';
import type { Timing } from '../../timing.ts';
import { continued, VersionedDocument } from '../../versions/versioned.ts';
import type { Turns } from '../turns.ts';
import type { ChannelOnAir, Follower } from './channel-on-air.ts';
import type { History } from './history.ts';
import type { Shown } from './view.ts';

/** What is to be shown later: a delta to what is shown before it, or a whole document. */
type Later = {
  /** When it was published, and the time from which others were taken in with it. */
  at: number;
  readonly since: number;
  /** The newest version that it leads to. */
  version: number;
  epoch: string;
} & Content;

type Content = { delta: Delta; document: null } | { delta: null; document: Document };

/** Steps that a timeline has at most: versions that follow each other more closely are shown as one. */
const STEPS_MAX = 4_096;

export interface DelayOptions {
  readonly timing: Timing;
  readonly history: Pick<History, 'since'>;
  /** Looking back waits its turn among the channels of one view. */
  readonly reads: Turns;
  readonly report: (what: string, error: unknown) => void;
  /** The state of `delayMs` ago is another one. */
  readonly shown: Shown;
}

/**
 * One channel as it was `delayMs` ago (SC10), for all screens with the same delay: what was
 * published meanwhile waits as deltas, in order. A version counts from when it came, an older one from the
 * newest fact in it (`asOf`), so nothing is ever shown early.
 */
export class DelayedChannel implements Follower {
  readonly #source: ChannelOnAir;
  readonly #delayMs: number;
  readonly #options: DelayOptions;
  readonly #stepMs: number;
  #versioned: VersionedDocument | null = null;
  #later: Later[] = [];
  /** The newest version that is shown or waits. */
  #last: Document | null = null;
  #isLoading = false;
  #hasEnded = false;
  #stopTimer: () => void = () => {};

  constructor(source: ChannelOnAir, delayMs: number, options: DelayOptions) {
    this.#source = source;
    this.#delayMs = delayMs;
    this.#options = options;
    this.#stepMs = delayMs / STEPS_MAX;
  }

  /** Steps that wait. */
  get waiting(): number {
    return this.#later.length;
  }

  /** Resolves when the past that is to be shown is known; null when it is already. */
  begin(): Promise<void> | null {
    this.#source.followers.add(this);
    const { current } = this.#source;
    if (this.#publishedAt(current) + this.#delayMs > this.#options.timing.now()) return this.#lookBack();
    this.#last = current;
    this.#show(new VersionedDocument(current), true);
    return null;
  }

  end(): void {
    this.#hasEnded = true;
    this.#source.followers.delete(this);
    this.#stopTimer();
  }

  renewed(): void {
    if (this.#isLoading) return;
    const { current } = this.#source;
    if (this.#last !== null && this.#last.epoch === current.epoch && this.#last.version >= current.version)
      return;
    const at = this.#last === null ? this.#publishedAt(current) : this.#options.timing.now();
    this.#add(at, current, (base) => this.#source.deltaSince(base));
    if (this.#later.length === 1) this.#wake();
  }

  /** Reads from the stream what was published within the delay, and the state before it. */
  async #lookBack(): Promise<void> {
    this.#isLoading = true;
    try {
      await this.#options.reads.take(() => this.#readPast());
    } catch (error) {
      this.#options.report('history', error);
    }
    this.#isLoading = false;
    if (this.#hasEnded) return;
    this.renewed();
    this.#wake();
  }

  async #readPast(): Promise<void> {
    const { timing, history } = this.#options;
    const { channel, current } = this.#source;
    const from = new Date(timing.now() - this.#delayMs).toISOString();
    let building: VersionedDocument | null = null;
    if (this.#hasEnded) return;
    for await (const document of history.since(channel, current, from)) {
      if (this.#hasEnded) return;
      building = continued(building, document);
      const past = building;
      this.#add(this.#publishedAt(document), past.current, (base) => past.deltaSince(base));
    }
  }

  #publishedAt({ asOf }: Document): number {
    const now = this.#options.timing.now();
    const at = Date.parse(asOf);
    return Number.isNaN(at) ? now : Math.min(now, at);
  }

  #add(at: number, document: Document, deltaSince: (base: number) => Delta | null): void {
    const { epoch, version } = document;
    const last = this.#later.at(-1);
    if (last !== undefined && last.epoch === epoch && at - last.since < this.#stepMs) {
      const delta = last.delta === null ? null : deltaSince(last.delta.base);
      Object.assign(last, { at: Math.max(at, last.at), version }, contentOf(delta, document));
    } else {
      const isNext = this.#last !== null && this.#last.epoch === epoch;
      const delta = isNext ? deltaSince(this.#last!.version) : null;
      const ordered = Math.max(at, last?.at ?? 0);
      this.#later.push({ at: ordered, since: ordered, version, epoch, ...contentOf(delta, document) });
    }
    this.#last = document;
  }

  /** Shows what is old enough by now. */
  #wake(): void {
    this.#stopTimer();
    const { timing } = this.#options;
    const until = timing.now() - this.#delayMs;
    let count = 0;
    for (const step of this.#later) {
      if (step.at > until) break;
      count += 1;
    }
    for (const step of this.#later.splice(0, count)) {
      if (this.#hasEnded) return;
      this.#take(step);
    }
    const [next] = this.#later;
    if (next === undefined || this.#hasEnded) return;
    this.#stopTimer = timing.after(Math.max(0, next.at + this.#delayMs - timing.now()), () => this.#wake());
  }

  #take(step: Later): void {
    if (step.delta === null) this.#show(new VersionedDocument(step.document), true);
    else if (this.#versioned?.apply(step.delta) === true)
      this.#show(this.#versioned, step.version === step.delta.base + 1);
    else this.#options.report('delay', new Error(`${this.#source.channel} cannot be led to ${step.version}`));
  }

  #show(versioned: VersionedDocument, sawAll: boolean): void {
    this.#versioned = versioned;
    this.#options.shown(versioned, sawAll);
  }
}

const contentOf = (delta: Delta | null, document: Document): Content =>
  delta === null ? { delta, document } : { delta, document: null };
