/** What arrives while something stands still waits, and goes on in its order: nothing that comes later overtakes. */
export class InOrder {
  readonly #isHeld: () => boolean;
  readonly #waiting: (() => void)[] = [];

  constructor(isHeld: () => boolean) {
    this.#isHeld = isHeld;
  }

  /** At once, or behind all that waits. */
  pass(arrive: () => void): void {
    if (this.#isHeld() || this.#waiting.length > 0) this.#waiting.push(arrive);
    else arrive();
  }

  /** It does not stand still any more. */
  goOn(): void {
    while (!this.#isHeld() && this.#waiting.length > 0) this.#waiting.shift()!();
  }

  forget(): void {
    this.#waiting.length = 0;
  }
}
