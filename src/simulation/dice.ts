/** Chance from a seed: the same seed, the same throws (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** 0 <= n < sides. */
  throw(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) % sides;
  }

  /** Whole, both ends included. */
  between(least: number, most: number): number {
    return least + this.throw(most - least + 1);
  }

  /** True once in so many times. */
  once(inTimes: number): boolean {
    return this.throw(inTimes) === 0;
  }

  /** 0 <= n < 1. */
  share(): number {
    return this.throw(1_000_000) / 1_000_000;
  }

  one<T>(list: readonly T[]): T {
    return list[this.throw(list.length)]!;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const result = [...list];
    for (let last = result.length - 1; last > 0; last -= 1) {
      const other = this.throw(last + 1);
      [result[last], result[other]] = [result[other]!, result[last]!];
    }
    return result;
  }
}
