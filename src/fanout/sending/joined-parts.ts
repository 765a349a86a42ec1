/**
 * The frames of one tick as one buffer. Screens that are served one after the other often get the very same
 * frames (wires, which follow everything), so keeping the last result serves all but the first of them.
 */
export class JoinedParts {
  #parts: readonly Uint8Array[] = [];
  #joined: Uint8Array = new Uint8Array(0);

  of(parts: readonly Uint8Array[]): Uint8Array {
    if (parts.length === 1) return parts[0]!;
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
