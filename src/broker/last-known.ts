/**
 * The last entry of a stream that a program knows of, and those of before each interruption: what came after one may stand in another store, and
 * says nothing of what was before it. `at`: the place of an entry; with it stands what tells the entry from others that may have filled that place.
 */
export class LastKnown<Entry extends { readonly at: number }> {
  #newest: Entry | null = null;
  #doubted: readonly Entry[] = [];

  get newest(): Entry | null {
    return this.#newest;
  }

  get isInDoubt(): boolean {
    return this.#doubted.length > 0;
  }

  /** It was read, or acknowledged. */
  saw(entry: Entry): void {
    if (entry.at > (this.#newest?.at ?? -1)) this.#newest = entry;
  }

  /** The store may be another one from now on. */
  doubt(): void {
    if (this.#newest !== null && this.#newest !== this.#doubted.at(-1))
      this.#doubted = [...this.#doubted, this.#newest];
  }

  /** Nothing is lost as long as all of these are where they were: taken before the look, and `confirmed` after it. */
  inQuestion(): { readonly entries: readonly Entry[]; readonly confirmed: () => void } {
    const doubted = this.#doubted;
    const newest = this.#newest === null || this.#newest === doubted.at(-1) ? [] : [this.#newest];
    return {
      entries: [...doubted, ...newest],
      // Not those that came into doubt meanwhile.
      confirmed: () => {
        this.#doubted = this.#doubted.slice(doubted.length);
      },
    };
  }

  /** Whatever is behind this one is gone. */
  goBackTo(entry: Entry | null): void {
    this.#newest = entry;
    this.#doubted = [];
  }
}
