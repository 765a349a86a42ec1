import { channelTest } from '../model/channel-test.ts';
import type { Channel } from '../model/document.ts';
import { type Following, modeOf } from './following.ts';

/** What the caller follows, oldest first. */
export class Followings {
  readonly #followings = new Map<number, Following>();
  #nextId = 1;

  add(parts: Pick<Following, 'pattern' | 'options' | 'onDocument'>): Following {
    const following = { id: this.#nextId, matches: channelTest(parts.pattern), ...parts };
    this.#nextId += 1;
    this.#followings.set(following.id, following);
    return following;
  }

  get(id: unknown): Following | undefined {
    return this.#followings.get(id as number);
  }

  has({ id }: Following): boolean {
    return this.#followings.has(id);
  }

  /** False when it had ended before. */
  delete({ id }: Following): boolean {
    return this.#followings.delete(id);
  }

  clear(): void {
    this.#followings.clear();
  }

  all(): Following[] {
    return [...this.#followings.values()];
  }

  /** Under which a channel comes that several mean (SC5). */
  oldest(channel: Channel): Following | null {
    for (const following of this.#followings.values()) if (following.matches(channel)) return following;
    return null;
  }

  of(channel: Channel, mode: 'live' | 'every'): Following[] {
    return this.all().filter((following) => modeOf(following) === mode && following.matches(channel));
  }
}
