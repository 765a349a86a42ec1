/** A desk that takes every file out of a folder as soon as it sees it, and notes in which order they came. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a recipient got: a dispatch with its document, in the form `json`. */
export interface Got {
  readonly dispatch: { readonly story: string; readonly number: number; readonly kind: string };
  /** Null: withdrawn. */
  readonly document: {
    readonly hash: string;
    readonly status: string;
    readonly rows: readonly {
      readonly competitor: string;
      readonly result?: string | null;
      readonly irm?: string | null;
    }[];
  } | null;
}

export const gotIn = (bytes: Uint8Array): Got => JSON.parse(Buffer.from(bytes).toString()) as Got;

const LOOK_MS = 15;

export class Pickup {
  readonly got: Got[] = [];
  readonly #folder: string;
  readonly #timer: NodeJS.Timeout;

  constructor(folder: string) {
    this.#folder = folder;
    this.#timer = setInterval(() => this.take(), LOOK_MS);
  }

  take(): void {
    for (const name of readdirSync(this.#folder)) {
      if (name.startsWith('.')) continue;
      const path = join(this.#folder, name);
      this.got.push(gotIn(readFileSync(path)));
      rmSync(path);
    }
  }

  stop(): void {
    clearInterval(this.#timer);
    this.take();
  }
}
