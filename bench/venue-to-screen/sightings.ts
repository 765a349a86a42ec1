/** When versions had reached every screen. */
export interface Sightings {
  /** By version: the time at which the last screen had it, or null while one had not. */
  readonly complete: readonly (number | null)[];
  /** Data frames that all screens got. */
  readonly frames: number;
}

/** Counts screens per version. A screen that skips to a newer version has the ones between. */
export class SightingBook {
  readonly #screens: number;
  readonly #has: number[];
  readonly #count: number[] = [];
  readonly #complete: (number | null)[] = [];
  #frames = 0;

  constructor(screens: number) {
    this.#screens = screens;
    this.#has = new Array<number>(screens).fill(0);
  }

  /** The oldest version that some screen still shows. */
  get oldest(): number {
    return Math.min(...this.#has);
  }

  note(screen: number, version: number, atMs: number): void {
    this.#frames += 1;
    for (let each = this.#has[screen]! + 1; each <= version; each += 1) {
      const count = (this.#count[each] ?? 0) + 1;
      this.#count[each] = count;
      if (count === this.#screens) this.#complete[each] = atMs;
    }
    this.#has[screen] = Math.max(this.#has[screen]!, version);
  }

  report(): Sightings {
    return { complete: this.#complete, frames: this.#frames };
  }
}
