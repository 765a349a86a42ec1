/** What one thing took, each time it was done. Milliseconds. */
export class Times {
  readonly #each: number[] = [];

  of<T>(work: () => T): T {
    const begun = performance.now();
    const outcome = work();
    this.#each.push(performance.now() - begun);
    return outcome;
  }

  async until(work: () => Promise<void>): Promise<void> {
    const begun = performance.now();
    await work();
    this.#each.push(performance.now() - begun);
  }

  get count(): number {
    return this.#each.length;
  }

  get mean(): number {
    return this.#each.reduce((sum, each) => sum + each, 0) / this.#each.length;
  }

  get median(): number {
    return this.#each.toSorted((one, other) => one - other)[this.#each.length >> 1]!;
  }

  get longest(): number {
    return this.#each.reduce((longest, each) => Math.max(longest, each), 0);
  }
}
