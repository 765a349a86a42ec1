/**
 * What a recipient that pulls finds. Each look is a delivery: what a look has found is told from then on, and is written down before anybody sees it. So any
 * gateway may be asked, and all give the same numbers.
 */
import type { Story } from '../encode/wire/dispatch.ts';
import { isWithdrawn } from '../encode/wire/dispatch.ts';
import { letterOf } from './letters.ts';
import { type Reasons, withReasons } from './reasons.ts';
import type { Recipient } from './recipient.ts';
import type { StandBook } from './stand-book.ts';
import { handedOver } from './standing.ts';
import { nextOf, type Sight } from './telling.ts';
import type { Letter } from './way.ts';
import { writtenFirst } from './written-first.ts';

export interface Listed {
  readonly letter: Letter;
  /** When its number was begun: milliseconds since 1970. */
  readonly at: number;
}

export interface PullListOptions {
  readonly recipient: Recipient;
  readonly book: StandBook;
  readonly stories: () => readonly Story[];
  readonly sight: (story: Story) => Sight | null;
  readonly reasons: Reasons;
  readonly told: (letter: Letter) => void;
}

export class PullList {
  readonly recipient: Recipient;
  readonly #options: PullListOptions;
  readonly #listed = new Map<Story, Listed>();
  /** What held of a story when its standing was read. */
  readonly #seen = new Map<Story, string>();
  #looking: Promise<readonly Listed[]> | null = null;

  constructor(options: PullListOptions) {
    this.recipient = options.recipient;
    this.#options = options;
  }

  /** Of each story the newest number, the newest first. One look at a time: who asks meanwhile has the same. */
  listed(): Promise<readonly Listed[]> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #look(): Promise<readonly Listed[]> {
    for (const story of this.#options.stories()) await this.#tell(story);
    return [...this.#listed.values()].sort((one, other) => other.at - one.at);
  }

  async #tell(story: Story): Promise<void> {
    const { book, recipient } = this.#options;
    const sight = this.#options.sight(story);
    if (sight === null) return;
    const { document, isCancelled, isSettled } = sight;
    const held = [document.epoch, document.version, isCancelled, isSettled].join(' ');
    if (this.#seen.get(story) === held) return;
    // Another gateway may have told it, and more.
    book.forget(story);
    await writtenFirst(() => this.#told(story, sight));
    this.#seen.set(story, held);
    const { confirmed, series } = await book.standing(story);
    // What was told before, and is not what holds now, is listed as long as it is known here.
    if (confirmed === null || !(isWithdrawn(confirmed) || confirmed.hash === document.hash)) return;
    const letter = letterOf(story, series, confirmed, document, recipient);
    this.#listed.set(story, { letter, at: confirmed.at });
  }

  /** False when another gateway wrote meanwhile. */
  async #told(story: Story, sight: Sight): Promise<boolean> {
    const { book, recipient, reasons, told: tell } = this.#options;
    const standing = await book.standing(story);
    const next = nextOf(story, standing, sight, recipient);
    if (next === null || next === 'UNSETTLED') return true;
    const told = await withReasons(story, standing, next, sight, reasons);
    if (!(await book.write(story, handedOver(standing, told, true)))) return false;
    tell(letterOf(story, standing.series, told, sight.document, recipient));
    return true;
  }
}
