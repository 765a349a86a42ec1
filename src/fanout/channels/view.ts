import type { Channel } from '../../model/document.ts';
import type { ChannelOnAir, Follower, Newest } from './channel-on-air.ts';
import type { ChannelPattern } from './channel-pattern.ts';
import type { RowChoice } from './row-choice.ts';

/** Makes of one channel another one that some screens see instead, and keeps it up to date. */
export interface Derivation extends Follower {
  /** Null when what is to be shown is known at once. */
  begin(): Promise<void> | null;
  end(): void;
}

export type Derive = (source: ChannelOnAir, shown: Shown) => Derivation;

/** There is a newer state; `sawAll`: no version was passed over on the way to it. */
export type Shown = (versioned: Newest, sawAll: boolean) => void;

/** What a view needs of those beside it. */
export interface ViewHost {
  newChannel(channel: Channel, versioned: Newest): ChannelOnAir;
  /** The view has a channel that it had not before. */
  onAir(channel: ChannelOnAir, view: View): void;
  now(): number;
}

/** How a view differs from the one that it is made of. */
export interface Derived {
  readonly key: string;
  readonly delayMs: number;
  readonly rows: RowChoice | null;
  readonly source: View | null;
  readonly derive: Derive | null;
}

const LIVE: Derived = { key: '', delayMs: 0, rows: null, source: null, derive: null };

/**
 * The channels of this edge as some screens see them: as they come, delayed, or with some rows only. Versions
 * are the same in every view, so a screen's position in a channel means the same with another delay.
 */
export class View {
  /** Says how it differs from what comes; empty for the view of what comes. */
  readonly key: string;
  readonly delayMs: number;
  readonly rows: RowChoice | null;
  readonly channels = new Map<Channel, ChannelOnAir>();
  readonly source: View | null;
  /** Subscriptions and views that use it. */
  users = 0;
  readonly #host: ViewHost;
  readonly #derive: Derive | null;
  readonly #derived = new Map<Channel, Derivation>();
  /** Those of which it is not known yet what is to be shown. */
  readonly #beginning = new Map<Channel, Promise<void>>();
  readonly #patterns = new Map<string, { readonly pattern: ChannelPattern; users: number }>();

  constructor(host: ViewHost, derived: Derived = LIVE) {
    this.#host = host;
    this.key = derived.key;
    this.delayMs = derived.delayMs;
    this.rows = derived.rows;
    this.source = derived.source;
    this.#derive = derived.derive;
  }

  /** There is a newer version of the channel, or the first one. */
  show(channel: Channel, versioned: Newest, sawAll: boolean): void {
    const known = this.channels.get(channel);
    if (known !== undefined) {
      known.renew(versioned, this.#host.now(), sawAll);
      return;
    }
    const created = this.#host.newChannel(channel, versioned);
    this.channels.set(channel, created);
    this.#host.onAir(created, this);
  }

  matching(pattern: ChannelPattern): ChannelOnAir[] {
    if (pattern.channel !== null) {
      const onAir = this.channels.get(pattern.channel);
      return onAir === undefined ? [] : [onAir];
    }
    return [...this.channels.values()].filter(({ channel }) => pattern.matches(channel));
  }

  /** Makes the channels that the pattern means; null when all of them can be seen at once. */
  open(pattern: ChannelPattern): Promise<unknown> | null {
    if (this.source === null) return null;
    const known = this.#patterns.get(pattern.text);
    if (known !== undefined) known.users += 1;
    else {
      this.#patterns.set(pattern.text, { pattern, users: 1 });
      this.source.open(pattern);
      for (const channel of this.source.matching(pattern)) this.#begin(channel);
    }
    const beginning = this.#beginningIn(pattern);
    return beginning.length === 0 ? null : Promise.all(beginning);
  }

  /** Here and in the views below: who comes while somebody else has a channel looked for waits for it as well. */
  #beginningIn(pattern: ChannelPattern): Promise<void>[] {
    const own = [...this.#beginning].flatMap(([channel, begun]) => (pattern.matches(channel) ? begun : []));
    return this.source === null ? own : [...own, ...this.source.#beginningIn(pattern)];
  }

  /** The other half of `open`: channels that no pattern means any more are not kept up. */
  shut(pattern: ChannelPattern): void {
    const known = this.#patterns.get(pattern.text);
    if (known === undefined) return;
    known.users -= 1;
    if (known.users > 0) return;
    this.#patterns.delete(pattern.text);
    for (const [channel, derivation] of this.#derived) {
      if (this.#isMeant(channel)) continue;
      derivation.end();
      this.#derived.delete(channel);
      this.channels.delete(channel);
    }
    this.source?.shut(pattern);
  }

  /** The view under this one has a new channel. */
  sourceOnAir(channel: ChannelOnAir): void {
    if (this.#isMeant(channel.channel)) this.#begin(channel);
  }

  close(): void {
    for (const derivation of this.#derived.values()) derivation.end();
    this.#derived.clear();
    this.channels.clear();
  }

  #isMeant(channel: Channel): boolean {
    for (const { pattern } of this.#patterns.values()) if (pattern.matches(channel)) return true;
    return false;
  }

  #begin(source: ChannelOnAir): void {
    const { channel } = source;
    if (this.#derived.has(channel)) return;
    const derivation = this.#derive!(source, (versioned, sawAll) => this.show(channel, versioned, sawAll));
    this.#derived.set(channel, derivation);
    const begun = derivation.begin();
    if (begun === null) return;
    this.#beginning.set(channel, begun);
    void begun.finally(() => {
      if (this.#beginning.get(channel) === begun) this.#beginning.delete(channel);
    });
  }
}
