import type { Channel } from '../../model/document.ts';
import type { Timing } from '../../timing.ts';
import type { EncoderOf } from '../frames/stream-format.ts';
import { Turns } from '../turns.ts';
import { ChannelOnAir, type Newest } from './channel-on-air.ts';
import { DelayedChannel } from './delayed-channel.ts';
import { FilteredChannel } from './filtered-channel.ts';
import type { History } from './history.ts';
import type { RowChoice } from './row-choice.ts';
import { type Derive, View, type ViewHost } from './view.ts';

export interface ViewsOptions {
  readonly encoderOf: EncoderOf;
  readonly fragmentBytes: number;
  readonly timing: Timing;
  readonly history: Pick<History, 'since'>;
  readonly report: (what: string, error: unknown) => void;
  /** Different delays and choices of rows at once. */
  readonly most: number;
  /** A view has a channel that it had not before. */
  readonly onAir: (channel: ChannelOnAir, view: View) => void;
}

/** Looks back at so many channels at once when a screen delays a pattern. */
const LOOKS_BACK_AT_ONCE = 4;

/** All views of this edge: what comes, and by key what is made of it, shared by all screens that want the same. */
export class Views implements ViewHost {
  /** What comes, as it comes. */
  readonly live: View;
  readonly #derived = new Map<string, View>();
  readonly #options: ViewsOptions;

  constructor(options: ViewsOptions) {
    this.#options = options;
    this.live = new View(this);
  }

  /** Different delays and choices of rows that screens look through now. */
  get inUse(): number {
    return this.#derived.size;
  }

  /** There is a newer version of the channel. */
  renewed(channel: Channel, versioned: Newest): void {
    this.live.show(channel, versioned, true);
  }

  /** The view with this delay and these rows, for one more subscription; null when there are too many others. */
  enter(delayMs: number, rows: RowChoice | null): View | null {
    const whole =
      delayMs === 0
        ? this.live
        : this.#derivedBy(` delayed ${delayMs}`, (key) => this.#delayed(key, delayMs));
    if (whole === null || rows === null) return whole;
    const view = this.#derivedBy(`${whole.key} rows ${rows.tag}`, (key) => this.#filtered(key, whole, rows));
    if (view === null || view.users > 1) this.leave(whole);
    return view;
  }

  /** The other half of `enter`. */
  leave(view: View): void {
    if (view === this.live) return;
    view.users -= 1;
    if (view.users > 0) return;
    view.close();
    this.#derived.delete(view.key);
    if (view.source !== null) this.leave(view.source);
  }

  newChannel(channel: Channel, versioned: Newest): ChannelOnAir {
    const { encoderOf, fragmentBytes, timing } = this.#options;
    const created = new ChannelOnAir(channel, versioned, encoderOf, fragmentBytes);
    created.changedAt = timing.now();
    return created;
  }

  onAir(channel: ChannelOnAir, view: View): void {
    this.#options.onAir(channel, view);
    for (const other of this.#derived.values()) if (other.source === view) other.sourceOnAir(channel);
  }

  now(): number {
    return this.#options.timing.now();
  }

  #derivedBy(key: string, made: (key: string) => View): View | null {
    let view = this.#derived.get(key);
    if (view === undefined) {
      if (this.#derived.size >= this.#options.most) return null;
      view = made(key);
      this.#derived.set(key, view);
    }
    view.users += 1;
    return view;
  }

  #delayed(key: string, delayMs: number): View {
    const { timing, history, report } = this.#options;
    const reads = new Turns(LOOKS_BACK_AT_ONCE);
    const derive: Derive = (source, shown) =>
      new DelayedChannel(source, delayMs, { timing, history, reads, report, shown });
    return new View(this, { key, delayMs, rows: null, source: this.live, derive });
  }

  /** Stays on the view that it is made of: `enter` has entered that already. */
  #filtered(key: string, source: View, rows: RowChoice): View {
    const derive: Derive = (channel, shown) => new FilteredChannel(channel, rows, shown);
    return new View(this, { key, delayMs: source.delayMs, rows, source, derive });
  }
}
