/** What has happened in a run, as one number: two runs that differ anywhere have another one. */
export class Trace {
  #state = 0x811c9dc5;

  note(...what: readonly (string | number)[]): void {
    for (const each of what) {
      const text = String(each);
      for (let index = 0; index < text.length; index += 1)
        this.#state = Math.imul(this.#state ^ text.charCodeAt(index), 0x01000193);
      this.#state = Math.imul(this.#state ^ 0xff, 0x01000193);
    }
  }

  get text(): string {
    return (this.#state >>> 0).toString(16).padStart(8, '0');
  }
}
