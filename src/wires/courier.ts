/**
 * Delivers to one recipient. Of each story one dispatch is on its way at a time, so a newer version passes over one that waits and never overtakes it. What is
 * begun is written down before it goes out, and what was handed over after: whoever goes on elsewhere knows all that the recipient may have.
 */

import type { Story } from '../encode/wire/dispatch.ts';
import type { Timing } from '../timing.ts';
import { letterOf } from './letters.ts';
import { type Reasons, withReasons } from './reasons.ts';
import type { Recipient } from './recipient.ts';
import type { StandBook } from './stand-book.ts';
import { handedOver, type Standing, type Told } from './standing.ts';
import { nextOf, type Sight } from './telling.ts';
import { type Letter, NotHanded, type Way } from './way.ts';

/** What happens to dispatches, for logs and counts. */
export interface CourierEvents {
  handed(letter: Letter, isRepeat: boolean): void;
  failed(letter: Letter, why: string, waitMs: number): void;
  dead(letter: Letter, why: string): void;
  /** The story is tried again after a while. */
  trouble(story: Story, error: unknown): void;
}

export interface CourierOptions {
  readonly recipient: Recipient;
  readonly way: Way;
  readonly book: StandBook;
  /** What holds now of a story; null for nothing. */
  readonly sight: (story: Story) => Sight | null;
  readonly reasons: Reasons;
  readonly timing: Timing;
  /** From 0 up to 1: spreads attempts. */
  readonly chance: () => number;
  /** After this a newer epoch is settled. */
  readonly settleMs: number;
  readonly events: CourierEvents;
}

/** In how many milliseconds a story is looked at again; null: when there is something newer. `UNSETTLED`: both. */
type Wait = number | null | 'UNSETTLED';

const FIRST_WAIT_MS = 1_000;
const MOST_WAIT_MS = 300_000;
const STORIES_AT_ONCE = 8;

export class Courier {
  readonly #options: CourierOptions;
  readonly #waiting = new Set<Story>();
  readonly #busy = new Map<Story, Promise<void>>();
  readonly #attempts = new Map<Story, number>();
  readonly #timers = new Set<() => void>();
  /** After an attempt in vain: a newer version does not knock sooner. */
  readonly #resting = new Set<Story>();
  /** Since when something may have to be handed over, on a clock that only goes forward. */
  readonly #since = new Map<Story, number>();
  #isOn = false;

  constructor(options: CourierOptions) {
    this.#options = options;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Stories of which something is not handed over yet, and for how long the oldest of them has not been. Nothing while another gateway delivers. */
  get waiting(): { readonly stories: number; readonly oldestMs: number } {
    const oldest = Math.min(...this.#since.values());
    const oldestMs = this.#since.size === 0 ? 0 : this.#options.timing.elapsed() - oldest;
    return { stories: this.#since.size, oldestMs };
  }

  /** From now on this gateway delivers; what another one did is read anew. */
  start(): void {
    this.#options.book.forget();
    this.#resting.clear();
    this.#isOn = true;
    for (const story of this.#waiting) this.#note(story);
    this.#goOn();
  }

  /** Resolves when nothing is on its way any more. */
  async stop(): Promise<void> {
    this.#isOn = false;
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
    this.#resting.clear();
    await Promise.all(this.#busy.values());
    this.#since.clear();
  }

  /** Something may have to be told of this story. */
  offer(story: Story): void {
    if (this.#resting.has(story)) return;
    this.#waiting.add(story);
    if (this.#isOn) this.#note(story);
    this.#goOn();
  }

  #note(story: Story): void {
    if (!this.#since.has(story)) this.#since.set(story, this.#options.timing.elapsed());
  }

  #goOn(): void {
    for (const story of this.#waiting) {
      if (!this.#isOn || this.#busy.size >= STORIES_AT_ONCE) return;
      if (this.#busy.has(story)) continue;
      this.#waiting.delete(story);
      this.#busy.set(story, this.#turn(story));
    }
  }

  async #turn(story: Story): Promise<void> {
    let waitMs: Wait = null;
    try {
      waitMs = await this.#deliver(story);
    } catch (error) {
      this.#options.events.trouble(story, error);
      waitMs = FIRST_WAIT_MS;
    }
    this.#busy.delete(story);
    if (waitMs === null) this.#since.delete(story);
    else if (waitMs === 'UNSETTLED') this.#later(story, this.#options.settleMs);
    else {
      if (waitMs > 0) {
        this.#resting.add(story);
        // What came while it was on its way is looked at then as well.
        this.#waiting.delete(story);
      }
      this.#later(story, waitMs);
    }
    this.#goOn();
  }

  #later(story: Story, waitMs: number): void {
    if (!this.#isOn) {
      this.#waiting.add(story);
      return;
    }
    const cancel = this.#options.timing.after(waitMs, () => {
      this.#timers.delete(cancel);
      this.#resting.delete(story);
      this.offer(story);
    });
    this.#timers.add(cancel);
  }

  async #deliver(story: Story): Promise<Wait> {
    const { book, recipient } = this.#options;
    const sight = this.#options.sight(story);
    if (sight === null) return null;
    const standing = await book.standing(story);
    const next = nextOf(story, standing, sight, recipient);
    if (next === null || next === 'UNSETTLED') return next;
    const told = await withReasons(story, standing, next, sight, this.#options.reasons);
    const begun = next.isRepeat ? standing : { ...standing, open: [...standing.open, told], again: false };
    if (!next.isRepeat && !(await book.write(story, begun))) return 0;
    const letter = letterOf(story, begun.series, told, sight.document, recipient);
    try {
      return await this.#handOver(story, begun, letter, told, next.isRepeat);
    } catch (error) {
      if (!(error instanceof NotHanded)) throw error;
      return this.#notHanded(story, letter, told, error);
    }
  }

  async #handOver(
    story: Story,
    begun: Standing,
    letter: Letter,
    told: Told,
    isRepeat: boolean,
  ): Promise<number | null> {
    const { way, book, events } = this.#options;
    const place = await way.place();
    const { prepared, again } = begun;
    let standing = begun;
    if (place !== null && (again || prepared?.number !== told.number || prepared.place !== place)) {
      await way.prepare(letter);
      standing = { ...begun, prepared: { number: told.number, place } };
      if (!(await book.write(story, standing))) return 0;
    }
    // Who was told to stop meanwhile hands nothing over: another gateway may have gone on.
    if (!this.#isOn) return 0;
    await way.hand(letter);
    events.handed(letter, isRepeat);
    this.#attempts.delete(story);
    this.#since.delete(story);
    await book.write(story, handedOver(standing, told, place !== null));
    // What came meanwhile.
    return 0;
  }

  async #notHanded(story: Story, letter: Letter, told: Told, failure: NotHanded): Promise<number | null> {
    const { recipient, book, events, chance } = this.#options;
    const attempts = (this.#attempts.get(story) ?? 0) + 1;
    this.#attempts.set(story, attempts);
    if (!failure.isPassing || attempts >= recipient.attempts) {
      this.#attempts.delete(story);
      const standing = await book.standing(story);
      await book.write(story, {
        ...standing,
        again: false,
        dead: { number: told.number, why: failure.message },
      });
      events.dead(letter, failure.message);
      return null;
    }
    const most = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), MOST_WAIT_MS);
    const waitMs = failure.waitMs ?? Math.ceil(most * (0.5 + chance() / 2));
    events.failed(letter, failure.message, waitMs);
    return waitMs;
  }
}
