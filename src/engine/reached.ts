/** How far something has come, and who waits until it is far enough. */
export class Reached {
  #place = 0;
  #waiting: { readonly until: number; readonly resolve: () => void }[] = [];

  get place(): number {
    return this.#place;
  }

  at(place: number): void {
    this.#place = place;
    if (this.#waiting.length === 0) return;
    const there = this.#waiting.filter(({ until }) => until <= place);
    this.#waiting = this.#waiting.filter(({ until }) => until > place);
    for (const { resolve } of there) resolve();
  }

  /** Resolves at once where it is there already. */
  until(place: number): Promise<void> {
    if (this.#place >= place) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ until: place, resolve }));
  }
}
