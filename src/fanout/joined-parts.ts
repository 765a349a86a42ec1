/**
 * The frames of one tick as one buffer. Screens that follow the same are served one after the other with
 * the very same frames, so joining them once and keeping the last result serves all but the first: one
 * write of one buffer each, instead of a list of small ones.
 */
export class JoinedParts {
  #parts: readonly Uint8Array[] = [];
  #joined: Uint8Array = new Uint8Array(0);

  of(parts: readonly Uint8Array[]): Uint8Array {
    if (!this.#isSame(parts)) {
      this.#parts = [...parts];
      this.#joined = Buffer.concat(parts);
    }
    return this.#joined;
  }

  #isSame(parts: readonly Uint8Array[]): boolean {
    return parts.length === this.#parts.length && parts.every((part, index) => part === this.#parts[index]);
  }
}
