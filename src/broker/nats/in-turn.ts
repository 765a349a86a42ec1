/** Does what concerns one key one after the other, and different keys side by side. */
export class InTurn<Key> {
  readonly #last = new Map<Key, Promise<unknown>>();

  /** A failure before it does not keep it from its turn. */
  take<T>(key: Key, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const done = before === undefined ? work() : before.then(work, work);
    this.#last.set(key, done);
    const forget = (): void => {
      if (this.#last.get(key) === done) this.#last.delete(key);
    };
    done.then(forget, forget);
    return done;
  }
}
