/** Codes that are each of one only: the second with the same code gets another, whatever codes the file has. */
export class OwnCodes {
  readonly #owners = new Map<string, string>();

  /** The code that `owner` has in the feed: the wished one, or that with the first number behind it which is free. */
  of(wished: string, owner: string, longest = 64): string {
    for (let number = 1; ; number += 1) {
      const tail = number === 1 ? '' : `-${number}`;
      const code = [...wished].slice(0, longest - tail.length).join('') + tail;
      const before = this.#owners.get(code);
      if (before === undefined) this.#owners.set(code, owner);
      else if (before !== owner) continue;
      return code;
    }
  }
}
