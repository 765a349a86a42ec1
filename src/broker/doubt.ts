/** Whether something of what a program knows to be stored may be gone: after each break until all was found in its place, and while something is not. */
export class Doubt {
  #breaks = 0;
  /** How often the connection had broken when everything was found; null: something was not. */
  #foundAfter: number | null = 0;

  get isThere(): boolean {
    return this.#foundAfter !== this.#breaks;
  }

  /** The connection broke. */
  interrupted(): void {
    this.#breaks += 1;
  }

  /** Before a look; what it gives takes whether something was not found. A break meanwhile stays one. */
  looking(): (isLost: boolean) => void {
    const breaks = this.#breaks;
    return (isLost) => {
      this.#foundAfter = isLost ? null : breaks;
    };
  }
}
