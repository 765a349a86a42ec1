import type { Channel } from '../../model/document.ts';
import type { Position } from '../../model/position.ts';
import type { Timing } from '../../timing.ts';

/** Longer than it takes until somebody has found a loss of the broker, and an engine has published the newer history. */
const LOSS_FOUND_MS = 10_000;

/**
 * Positions of screens that are ahead of the stream. Then the broker has lost a version, and a newer history is about to begin: an edge that
 * has just started would show what is left of the old one, older than what the screen has. Or the position is from elsewhere, and nothing comes.
 */
export class AheadOfStream {
  readonly #timing: Pick<Timing, 'after'>;
  readonly #isAhead: (channel: Channel, position: Position) => boolean;
  readonly #waiting = new Map<Channel, Set<() => void>>();

  /** `isAhead`: of what is here now. */
  constructor(timing: Pick<Timing, 'after'>, isAhead: (channel: Channel, position: Position) => boolean) {
    this.#timing = timing;
    this.#isAhead = isAhead;
  }

  /** Resolves when the position is not ahead any more, or a newer history would have come. */
  over(channel: Channel, position: Position): Promise<void> {
    if (!this.#isAhead(channel, position)) return Promise.resolve();
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(channel) ?? new Set();
      this.#waiting.set(channel, waiting);
      const isOver = (): void => {
        stopWaiting();
        waiting.delete(look);
        if (waiting.size === 0 && this.#waiting.get(channel) === waiting) this.#waiting.delete(channel);
        resolve();
      };
      const look = (): void => {
        if (!this.#isAhead(channel, position)) isOver();
      };
      const stopWaiting = this.#timing.after(LOSS_FOUND_MS, isOver);
      waiting.add(look);
    });
  }

  /** The channel shows something newer. */
  renewed(channel: Channel): void {
    for (const look of [...(this.#waiting.get(channel) ?? [])]) look();
  }
}
