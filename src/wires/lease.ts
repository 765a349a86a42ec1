/**
 * Which of several gateways delivers to a recipient. Whoever holds the lease writes it again and again; who sees it stand still for a while takes it. No clock is
 * compared with another one. What is right does not hang on it: where stories stand is written conditionally, whoever thinks to hold the lease.
 */
import type { DeliveryStore } from '../broker/broker.ts';
import { isBrokerError } from '../broker/errors.ts';
import { writtenFirst } from './written-first.ts';

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
    const { said, revision } = await read(this.#store, this.#recipient);
    const now = this.#elapsed();
    if (revision !== this.#seen.revision) this.#seen = { revision, since: now };
    const isMine = said.holder === this.#holder;
    const isFree = said.holder === '' || now - this.#seen.since >= LEASE.stillMs;
    if (!isMine && !isFree) return 'WAITING';
    const mine = { ...said, holder: this.#holder, beat: said.beat + 1 };
    const written = await write(this.#store, this.#recipient, mine, revision);
    if (written === null) return 'WAITING';
    this.#seen = { revision: written, since: now };
    const isAsked = said.asked !== this.#asked;
    this.#asked = said.asked;
    return isAsked ? 'ASKED' : 'HELD';
  }

  /** Somebody else may have it at once. */
  async release(): Promise<void> {
    const { said, revision } = await read(this.#store, this.#recipient);
    if (said.holder === this.#holder)
      await write(this.#store, this.#recipient, { ...said, holder: '' }, revision);
  }
}

/** Whoever delivers reads again where stories stand. Throws when the holder was always first. */
export const askOnceMore = (store: DeliveryStore, recipient: string): Promise<void> =>
  writtenFirst(async () => {
    const { said, revision } = await read(store, recipient);
    return (await write(store, recipient, { ...said, asked: said.asked + 1 }, revision)) !== null;
  });

/** `revision`: 0 where nobody has written. */
async function read(store: DeliveryStore, recipient: string): Promise<{ said: Said; revision: number }> {
  const found = await store.read(recipient, LEASE_KEY);
  if (found === null) return { said: NOBODY, revision: 0 };
  const said = JSON.parse(Buffer.from(found.data).toString()) as Said;
  return { said: { ...NOBODY, ...said }, revision: found.revision };
}

/** The new revision; null where somebody else wrote since. */
async function write(
  store: DeliveryStore,
  recipient: string,
  said: Said,
  after: number,
): Promise<number | null> {
  try {
    return await store.write(recipient, LEASE_KEY, Buffer.from(JSON.stringify(said)), after);
  } catch (error) {
    if (isBrokerError(error, 'NOT_NEXT')) return null;
    throw error;
  }
}
