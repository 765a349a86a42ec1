import { textHash } from '../../model/text-hash.ts';

/** Codes that are each of one only: the second with the same code gets another, whatever codes the file has. */
export class OwnCodes {
  /** By code, the hash of whose it is: a file has a hundred thousand, and their names are long. */
  readonly #owners = new Map<string, number>();
  /** What was made for who was not the first, by wished code and owner. */
  readonly #made = new Map<string, string>();
  /** By code, the number to try next: a file can wish the same for everybody. */
  readonly #next = new Map<string, number>();

  /** The code that `owner` has in the feed: the wished one, or that with the first number behind it which is free. */
  of(wished: string, owner: string, longest = 64): string {
    const hash = textHash(owner);
    const who = `${wished}|${hash}`;
    const known = this.#made.get(who);
    if (known !== undefined) return known;
    const first = cut(wished, longest);
    if (this.#isOf(first, hash)) return first;
    for (let number = this.#next.get(first) ?? 2; ; number += 1) {
      const tail = `-${number}`;
      const code = cut(wished, longest - tail.length) + tail;
      if (!this.#isOf(code, hash)) continue;
      this.#next.set(first, number + 1);
      this.#made.set(who, code);
      return code;
    }
  }

  /** Whether it is free, and taken now, or was the owner's before. */
  #isOf(code: string, owner: number): boolean {
    const before = this.#owners.get(code);
    if (before === undefined) this.#owners.set(code, owner);
    return before === undefined || before === owner;
  }
}

/** So many whole characters of it. */
const cut = (text: string, length: number): string => [...text].slice(0, length).join('');
