import type { OutputPage } from '../incidents/part.ts';

/** Who has said nothing for so long does not show it any more. */
const SILENT_MS = 5_000;
/** Names come from whoever may ask. */
const PAGES_MOST = 200;

interface Said {
  readonly output: string;
  readonly page: OutputPage;
  readonly at: number;
}

/** Which pages show which output, as each says again and again. Times in milliseconds of a clock that only goes forward. */
export class OutputPages {
  readonly #said = new Map<string, Said>();

  take(output: string, page: OutputPage, now: number): void {
    const key = `${output} ${page.page}`;
    this.#forget(now);
    if (this.#said.has(key) || this.#said.size < PAGES_MOST) this.#said.set(key, { output, page, at: now });
  }

  /** By output. */
  shown(now: number): Readonly<Record<string, readonly OutputPage[]>> {
    this.#forget(now);
    const pages = new Map<string, OutputPage[]>();
    for (const { output, page } of this.#said.values())
      pages.set(output, [...(pages.get(output) ?? []), page]);
    return Object.fromEntries(pages);
  }

  #forget(now: number): void {
    for (const [key, { at }] of this.#said) if (now - at > SILENT_MS) this.#said.delete(key);
  }
}
