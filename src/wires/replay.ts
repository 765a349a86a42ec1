/** What was given up, and how somebody asks for it, or for what was delivered, once more. */
import type { DeliveryStore } from '../broker/broker.ts';
import type { Story } from '../encode/wire/dispatch.ts';
import { askOnceMore } from './lease.ts';
import { StandBook } from './stand-book.ts';
import { givenUp, mayHave } from './standing.ts';
import { writtenFirst } from './written-first.ts';

export interface StoryStand {
  readonly story: Story;
  /** The newest number that was begun; 0 for none. */
  readonly number: number;
  /** The newest that the recipient has for certain. */
  readonly confirmed: number;
  /** Why the newest was given up; null where it was not. */
  readonly dead: string | null;
}

export async function standsOf(store: DeliveryStore, recipient: string): Promise<StoryStand[]> {
  const book = new StandBook(store, recipient);
  const stands: StoryStand[] = [];
  for (const story of await storiesIn(store, recipient)) {
    const standing = await book.standing(story);
    const number = mayHave(standing).at(-1)?.number ?? 0;
    stands.push({ story, number, confirmed: standing.confirmed?.number ?? 0, dead: givenUp(standing) });
  }
  return stands;
}

/** Of these stories the newest number goes out once more, under the key that it had; of none: all that were given up. Gives which. */
export async function replay(
  store: DeliveryStore,
  recipient: string,
  chosen: readonly Story[],
): Promise<Story[]> {
  const stands = await standsOf(store, recipient);
  const wanted = stands.filter(({ story, dead }) =>
    chosen.length === 0 ? dead !== null : chosen.includes(story),
  );
  const book = new StandBook(store, recipient);
  // A gateway that writes meanwhile has moved on by itself; then it is asked for what holds after that.
  for (const { story } of wanted)
    await writtenFirst(async () => book.write(story, { ...(await book.standing(story)), again: true }));
  if (wanted.length > 0) await askOnceMore(store, recipient);
  return wanted.map(({ story }) => story);
}

/** The lease stands under an empty name. */
const storiesIn = async (store: DeliveryStore, recipient: string): Promise<Story[]> =>
  (await store.stories(recipient)).filter((story) => story !== '').sort();
