import { type Fact, type Origin, originText } from '../model/fact.ts';
import { textHash } from '../model/text-hash.ts';

/** Of so many of the newest facts is known what they said; a power of two. */
const SLOTS = 16_384;
const REFUSED = 'refused';

/** By hashes of 32 bits: of what they are called, and of what they say. */
export interface PrintsSoFar {
  readonly names: Int32Array;
  readonly contents: Int32Array;
}

/**
 * What came under the newest numbers, to tell a second copy from another fact that uses a number again: a source whose program was put back to an
 * earlier state, or two programs that speak for one. Bounded: of what has left it nobody knows, and it counts as a copy.
 */
export class FactPrints {
  #names = new Int32Array(SLOTS);
  #contents = new Int32Array(SLOTS);

  get soFar(): PrintsSoFar {
    return { names: this.#names, contents: this.#contents };
  }

  takeUp({ names, contents }: PrintsSoFar): void {
    this.#names = names.slice();
    this.#contents = contents.slice();
  }

  /** `fact`: null for what was refused. */
  note(origin: Origin, fact: Fact | null): void {
    const { slot, name } = placeOf(origin);
    this.#names[slot] = name;
    this.#contents[slot] = contentOf(fact);
  }

  /** Under this number something else is known to have come. */
  isAnother(origin: Origin, fact: Fact | null): boolean {
    const { slot, name } = placeOf(origin);
    return this.#names[slot] === name && this.#contents[slot] !== contentOf(fact);
  }
}

function placeOf(origin: Origin): { slot: number; name: number } {
  const text = originText(origin);
  return { slot: textHash(text) & (SLOTS - 1), name: textHash(text, 1) };
}

/** When it was sent is not part of it: a program may say the same again later. */
const contentOf = (fact: Fact | null): number =>
  textHash(fact === null ? REFUSED : `${fact.kind} ${fact.unit} ${JSON.stringify(fact.content)}`);
