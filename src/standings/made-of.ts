/** What was made of these very things last, and is made anew when one of them is another one. */
export class MadeOf<T> {
  #from: readonly unknown[] | null = null;
  #made!: T;

  of(from: readonly unknown[], make: () => T): T {
    if (this.#from === null || !areSame(this.#from, from)) {
      this.#made = make();
      this.#from = from;
    }
    return this.#made;
  }
}

export const areSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);
