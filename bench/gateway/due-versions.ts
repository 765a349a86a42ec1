/** Which versions are due for whom, and when each was there. */
import type { Broker } from '../../src/broker/broker.ts';
import { decodeResult } from '../../src/encode/result-codec.ts';
import { ResultFeed } from '../../src/fanout/channels/result-feed.ts';
import { Shelf } from '../../src/fanout/channels/shelf.ts';
import type { Document } from '../../src/model/document.ts';
import { systemTiming } from '../../src/timing.ts';
import { isReached } from '../../src/wires/ladder.ts';
import type { Delivery, Wanted, WayName } from './desks.ts';

interface Waiting {
  readonly version: number;
  readonly hash: string;
  readonly at: number;
}

const PATIENCE_MS = 60_000;

export class Due {
  readonly #wanted: ReadonlyMap<string, Wanted>;
  readonly #feed: ResultFeed;
  readonly #shelf = new Shelf();
  /** By recipient and story, the oldest first. */
  readonly #waiting = new Map<string, Waiting[]>();
  /** The content that a recipient has, by recipient and story. */
  readonly #had = new Map<string, string>();
  readonly #times: Readonly<Record<WayName, number[]>> = { files: [], requests: [] };
  readonly #deliveries: Record<WayName, number> = { files: 0, requests: 0 };
  versions = 0;

  constructor(broker: Broker, wanted: readonly Wanted[]) {
    this.#wanted = new Map(wanted.map((each) => [each.name, each]));
    this.#feed = new ResultFeed(broker, this.#shelf, decodeResult, systemTiming, {
      renewed: (channel) => this.#renewed(channel, this.#shelf.current(channel)!),
      conflict: () => {},
      gapFilled: () => {},
      trouble: (_channel, error) => {
        throw error;
      },
    });
  }

  listen(): Promise<void> {
    return this.#feed.start();
  }

  stop(): Promise<void> {
    return this.#feed.stop();
  }

  delivered({ recipient, story, version, at }: Delivery): void {
    const { way } = this.#wanted.get(recipient)!;
    const key = `${recipient} ${story}`;
    const waiting = this.#waiting.get(key) ?? [];
    this.#deliveries[way] += 1;
    const there = waiting.filter((each) => each.version <= version);
    for (const each of there) this.#times[way].push(at - each.at);
    const last = there.at(-1);
    if (last !== undefined) this.#had.set(key, last.hash);
    this.#waiting.set(
      key,
      waiting.filter((each) => each.version > version),
    );
  }

  /** Resolves when everybody has everything. */
  async all(): Promise<void> {
    for (let waited = 0; this.#missing.length > 0; waited += 100) {
      if (waited > PATIENCE_MS)
        throw new Error(
          `${this.#missing.length} deliveries did not come: ${this.#missing.slice(0, 3).join(', ')}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** In order. */
  timesOf(way: WayName): readonly number[] {
    return this.#times[way].sort((one, other) => one - other);
  }

  deliveriesOf(way: WayName): number {
    return this.#deliveries[way];
  }

  /** Content that came back to what a recipient has is nothing to tell. */
  get #missing(): string[] {
    return [...this.#waiting]
      .filter(([key, waiting]) => waiting.length > 0 && waiting.at(-1)!.hash !== this.#had.get(key))
      .map(([key]) => key);
  }

  #renewed(channel: string, { header, version, hash }: Document): void {
    if (header.type !== 'RESULT' || header.test) return;
    const at = performance.now();
    this.versions += 1;
    for (const { name, from } of this.#wanted.values()) {
      if (!isReached(header.status, from)) continue;
      const key = `${name} ${channel}`;
      this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), { version, hash, at }]);
    }
  }
}
