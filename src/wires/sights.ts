/** What holds now of every story, from copies of all documents that are led on as edges do it. */
import { channelOfStory, isStartList, START_LIST, type Story, storyOf } from '../encode/wire/dispatch.ts';
import type { Shelf } from '../fanout/channels/shelf.ts';
import { type Channel, type Document, parseChannel } from '../model/document.ts';
import { disciplineOf, GENERAL, levelOf, type Rsc } from '../model/rsc.ts';
import type { Timing } from '../timing.ts';
import type { Recipient } from './recipient.ts';
import type { Sight } from './telling.ts';

export class Sights {
  readonly #shelf: Pick<Shelf, 'current' | 'channels'>;
  readonly #timing: Pick<Timing, 'now' | 'elapsed'>;
  readonly #settleMs: number;
  /** Since when a channel has the epoch that it has. */
  readonly #epochs = new Map<Channel, { readonly epoch: string; readonly since: number }>();
  /** By schedule. */
  readonly #cancelled = new Map<Channel, ReadonlySet<Rsc>>();

  constructor(
    shelf: Pick<Shelf, 'current' | 'channels'>,
    timing: Pick<Timing, 'now' | 'elapsed'>,
    settleMs: number,
  ) {
    this.#shelf = shelf;
    this.#timing = timing;
    this.#settleMs = settleMs;
  }

  /** The channels of which something else holds now that this one has a newer version. */
  renewed(channel: Channel): Channel[] {
    const document = this.#shelf.current(channel);
    if (document === null) return [];
    if (this.#epochs.get(channel)?.epoch !== document.epoch)
      this.#epochs.set(channel, { epoch: document.epoch, since: this.#timing.elapsed() });
    if (document.header.type !== 'SCHEDULE') return [channel];
    return [channel, ...this.#otherwiseCancelled(channel, document)];
  }

  #otherwiseCancelled(channel: Channel, document: Document): Channel[] {
    const before = this.#cancelled.get(channel) ?? new Set<Rsc>();
    const now = cancelledIn(document);
    this.#cancelled.set(channel, now);
    const changed = [...now, ...before].filter((unit) => now.has(unit) !== before.has(unit));
    if (changed.length === 0) return [];
    return [...this.#shelf.channels()].filter((each) => changed.includes(parseChannel(each)?.unit ?? ''));
  }

  of(story: Story): Sight | null {
    const channel = channelOfStory(story);
    const document = this.#shelf.current(channel);
    if (document === null) return null;
    const { unit } = document.header;
    const isCancelled = [...this.#cancelled.values()].some((units) => units.has(unit));
    const elapsed = this.#timing.elapsed();
    const since = this.#epochs.get(channel)?.since ?? elapsed;
    return { document, isCancelled, isSettled: elapsed - since >= this.#settleMs, now: this.#timing.now() };
  }

  /** Of everything that is there. */
  all(recipient: Recipient): Story[] {
    return [...this.#shelf.channels()].flatMap((channel) => storiesOf(channel, recipient));
  }
}

/** Units that do not count any more, by a schedule. */
export const cancelledIn = ({ rows }: Document): ReadonlySet<Rsc> =>
  new Set(rows.filter(({ state }) => state?.status === 'CANCELLED').map(({ key }) => key));

/** What a recipient wants to be told from a channel. */
export function storiesOf(
  channel: Channel,
  { types, disciplines }: Pick<Recipient, 'types' | 'disciplines'>,
): Story[] {
  const address = parseChannel(channel);
  if (address === null) return [];
  const { unit, type, subcode } = address;
  const discipline = unit === GENERAL ? 'GEN' : disciplineOf(unit);
  if (disciplines !== null && !disciplines.includes(discipline)) return [];
  const told = type === 'RESULT' ? ([START_LIST, type] as const) : [type];
  const stories = told.filter((each) => types.includes(each)).map((each) => storyOf(unit, each, subcode));
  return stories.filter((story) => !isStartList(story) || levelOf(unit) === 'unit');
}
