import { PartedMap } from '../model/parted-map.ts';

interface Noted {
  readonly key: string;
  version: number;
  newer: Noted | null;
  older: Noted | null;
}

/** Which keys were noted last, each once with its newest version: what changed since a version costs as much as that was. */
export class ChangeLog {
  readonly #noted = new PartedMap<Noted>();
  #newest: Noted | null = null;

  note(key: string, version: number): void {
    if (this.#newest?.key === key) {
      this.#newest.version = version;
      return;
    }
    let noted = this.#noted.get(key);
    if (noted === undefined) {
      noted = { key, version, newer: null, older: null };
      this.#noted.set(key, noted);
    } else {
      this.#unlink(noted);
      noted.version = version;
    }
    noted.newer = null;
    noted.older = this.#newest;
    if (this.#newest !== null) this.#newest.newer = noted;
    this.#newest = noted;
  }

  forget(key: string): void {
    const noted = this.#noted.get(key);
    if (noted === undefined) return;
    this.#unlink(noted);
    this.#noted.delete(key);
  }

  #unlink({ newer, older }: Noted): void {
    if (newer === null) this.#newest = older;
    else newer.older = older;
    if (older !== null) older.newer = newer;
  }

  /** Keys that were noted with a later version, the newest first. */
  *since(version: number): Iterable<string> {
    for (let noted = this.#newest; noted !== null && noted.version > version; noted = noted.older)
      yield noted.key;
  }
}
