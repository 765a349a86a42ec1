const TERMINAL_INTERVAL_MS = 200;
const LOG_INTERVAL_MS = 5_000;

export interface ProgressScreen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Tells on stderr how far long work has come: one line that is rewritten on a terminal, a line every
 * few seconds in a log. Short work prints nothing to a log.
 */
export class Progress {
  readonly #label: string;
  readonly #total: number | null;
  readonly #screen: ProgressScreen;
  readonly #now: () => number;
  readonly #intervalMs: number;
  #count = 0;
  #shownAt: number;

  constructor(label: string, total: number | null, screen: ProgressScreen = process.stderr, now = Date.now) {
    this.#label = label;
    this.#total = total;
    this.#screen = screen;
    this.#now = now;
    this.#intervalMs = screen.isTTY === true ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS;
    this.#shownAt = now();
  }

  step(count = 1): void {
    this.#count += count;
    const now = this.#now();
    if (now - this.#shownAt < this.#intervalMs) return;
    this.#shownAt = now;
    this.#show();
  }

  /** Clears the line on a terminal, so that the outcome stands alone. */
  done(): void {
    if (this.#screen.isTTY === true) this.#screen.write('\r\x1b[K');
  }

  #show(): void {
    const of = this.#total === null ? '' : ` of ${this.#total}`;
    const text = `${this.#label}: ${this.#count}${of}`;
    this.#screen.write(this.#screen.isTTY === true ? `\r\x1b[K${text}` : `${text}\n`);
  }
}
