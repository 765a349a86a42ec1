/** Where the stories of a recipient stand: kept in the broker, written only over what this gateway has read of them. */
import { randomUUID } from 'node:crypto';
import type { DeliveryStore } from '../broker/broker.ts';
import { isBrokerError } from '../broker/errors.ts';
import type { Story } from '../encode/wire/dispatch.ts';
import { givenUp, newStanding, type Standing, standingBytes, standingIn } from './standing.ts';

interface Read {
  readonly standing: Standing;
  readonly revision: number;
}

export class StandBook {
  readonly #store: DeliveryStore;
  readonly #recipient: string;
  readonly #read = new Map<Story, Read>();

  constructor(store: DeliveryStore, recipient: string) {
    this.#store = store;
    this.#recipient = recipient;
  }

  async standing(story: Story): Promise<Standing> {
    const known = this.#read.get(story);
    if (known !== undefined) return known.standing;
    const found = await this.#store.read(this.#recipient, story);
    const read =
      found === null
        ? { standing: newStanding(randomUUID().slice(0, 8)), revision: 0 }
        : { standing: standingIn(found.data), revision: found.revision };
    this.#read.set(story, read);
    return read.standing;
  }

  /** False when somebody else wrote since it was read: what holds now is read again. */
  async write(story: Story, standing: Standing): Promise<boolean> {
    const revision = this.#read.get(story)?.revision ?? 0;
    try {
      const next = await this.#store.write(this.#recipient, story, standingBytes(standing), revision);
      this.#read.set(story, { standing, revision: next });
      return true;
    } catch (error) {
      this.#read.delete(story);
      if (isBrokerError(error, 'NOT_NEXT')) return false;
      throw error;
    }
  }

  /** Another gateway may have gone on meanwhile: of all stories, or of this one. */
  forget(story?: Story): void {
    if (story === undefined) this.#read.clear();
    else this.#read.delete(story);
  }

  /** Of how many stories that were read the newest number was given up. */
  get dead(): number {
    return [...this.#read.values()].filter(({ standing }) => givenUp(standing) !== null).length;
  }
}
