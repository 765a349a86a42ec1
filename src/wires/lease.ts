/**
 * Which of several gateways delivers to a recipient. Whoever holds the lease writes it again and again; who sees it stand still for a while takes it. No clock is
 * compared with another one. What is right does not hang on it: where stories stand is written conditionally, whoever thinks to hold the lease.
 */
import type { DeliveryStore } from '../broker/broker.ts';
import { isBrokerError } from '../broker/errors.ts';

export const LEASE = {
  everyMs: 1_000,
  /** So long it stands still before another one takes it. */
  stillMs: 4_000,
} as const;

/** No story has this name. */
const LEASE_KEY = '';

interface Said {
  /** Empty: nobody. */
  readonly holder: string;
  readonly beat: number;
  /** How often somebody asked for something once more (`replay.ts`). */
  readonly asked: number;
}

const NOBODY: Said = { holder: '', beat: 0, asked: 0 };

export type Turn = 'HELD' | 'ASKED' | 'WAITING';

export class Lease {
  readonly #store: DeliveryStore;
  readonly #recipient: string;
  readonly #holder: string;
  readonly #elapsed: () => number;
  #seen = { revision: -1, since: 0 };
  #asked = 0;

  /** `holder`: of this gateway alone. `elapsed`: milliseconds that only go forward. */
  constructor(store: DeliveryStore, recipient: string, holder: string, elapsed: () => number) {
    this.#store = store;
    this.#recipient = recipient;
    this.#holder = holder;
    this.#elapsed = elapsed;
  }

  /** Looks, and writes where it may. `ASKED`: held, and what is known of stories is to be read again. */
  async turn(): Promise<Turn> {
    const found = await this.#store.read(this.#recipient, LEASE_KEY);
    const said = found === null ? NOBODY : saidIn(found.data);
    const revision = found?.revision ?? 0;
    const now = this.#elapsed();
    if (revision !== this.#seen.revision) this.#seen = { revision, since: now };
    const isMine = said.holder === this.#holder;
    const isFree = said.holder === '' || now - this.#seen.since >= LEASE.stillMs;
    if (!isMine && !isFree) return 'WAITING';
    const written = await this.#write({ ...said, holder: this.#holder, beat: said.beat + 1 }, revision);
    if (written === null) return 'WAITING';
    this.#seen = { revision: written, since: now };
    const isAsked = said.asked !== this.#asked;
    this.#asked = said.asked;
    return isAsked ? 'ASKED' : 'HELD';
  }

  /** Somebody else may have it at once. */
  async release(): Promise<void> {
    const found = await this.#store.read(this.#recipient, LEASE_KEY);
    if (found === null) return;
    const said = saidIn(found.data);
    if (said.holder === this.#holder) await this.#write({ ...said, holder: '' }, found.revision);
  }

  async #write(said: Said, after: number): Promise<number | null> {
    try {
      return await this.#store.write(this.#recipient, LEASE_KEY, Buffer.from(JSON.stringify(said)), after);
    } catch (error) {
      if (isBrokerError(error, 'NOT_NEXT')) return null;
      throw error;
    }
  }
}

/** Whoever delivers reads again where stories stand. */
export async function askOnceMore(store: DeliveryStore, recipient: string): Promise<void> {
  for (;;) {
    const found = await store.read(recipient, LEASE_KEY);
    const said = found === null ? NOBODY : saidIn(found.data);
    const bytes = Buffer.from(JSON.stringify({ ...said, asked: said.asked + 1 }));
    try {
      await store.write(recipient, LEASE_KEY, bytes, found?.revision ?? 0);
      return;
    } catch (error) {
      if (!isBrokerError(error, 'NOT_NEXT')) throw error;
    }
  }
}

const saidIn = (bytes: Uint8Array): Said => ({
  ...NOBODY,
  ...(JSON.parse(Buffer.from(bytes).toString()) as Said),
});
