import type { PartSeen, PartWord } from '../incidents/part.ts';

/** Programs say once a second how they are; who was not heard for so long is silent. */
const SILENT_MS = 5_000;
/** Who said farewell may have a word on its way. */
const FAREWELL_MS = 30_000;
/** Of so many nobody is forgotten before it is silent. */
const PARTS_MOST = 2_000;

interface Heard {
  readonly word: PartWord;
  readonly at: number;
  readonly since: number;
}

/** What programs said of themselves last. Times in milliseconds of a clock that only goes forward. */
export class PartsHeard {
  readonly #heard = new Map<string, Heard>();
  readonly #left = new Map<string, number>();

  /** True: it has said farewell just now. */
  take(word: PartWord, now: number): boolean {
    const { name, isLeaving } = word;
    if (isLeaving) {
      const isNews = !this.#left.has(name);
      this.#left.set(name, now);
      this.#heard.delete(name);
      return isNews;
    }
    if (this.#left.has(name)) return false;
    const known = this.#heard.get(name);
    if (known === undefined && this.#heard.size >= PARTS_MOST) return false;
    this.#heard.set(name, { word, at: now, since: known?.since ?? now });
    return false;
  }

  heard(now: number): readonly PartSeen[] {
    this.#forget(now);
    return [...this.#heard.values()].map(({ word, at }) => ({ word, heardAgoMs: Math.round(now - at) }));
  }

  isHeard(name: string, now: number): boolean {
    const known = this.#heard.get(name);
    return known !== undefined && !isSilent(known, now);
  }

  /** Those that have been heard for so long. */
  heardFor(ms: number, now: number): readonly PartWord[] {
    this.#forget(now);
    return [...this.#heard.values()].filter(({ since }) => now - since >= ms).map(({ word }) => word);
  }

  #forget(now: number): void {
    for (const [name, heard] of this.#heard) if (isSilent(heard, now)) this.#heard.delete(name);
    for (const [name, at] of this.#left) if (now - at > FAREWELL_MS) this.#left.delete(name);
  }
}

const isSilent = ({ at }: Heard, now: number): boolean => now - at > SILENT_MS;
