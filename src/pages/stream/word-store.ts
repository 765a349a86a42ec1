/** Words for the codes in documents, of each discipline once; the edge serves them. */
import { type Signal, signal } from '@preact/signals';
import { wordsOf } from '../../client/words.ts';
import { disciplineOf } from '../../model/rsc.ts';
import type { WordSection, Words } from '../../model/words.ts';

/** Of what every sport has. */
const GENERAL = 'GEN';

export class WordStore {
  readonly language: string;
  readonly #loaded = new Map<string, Signal<Words | null>>();

  constructor(language: string) {
    this.language = language;
  }

  /** The words of the discipline of an RSC; until they are there those of the house, and before that none. */
  of(unit: string): Words {
    return this.#words(disciplineOf(unit)).value ?? this.general;
  }

  get general(): Words {
    return this.#words(GENERAL).value ?? { language: this.language, discipline: '' };
  }

  /** A word of the house; a code without one says itself. */
  word(section: WordSection, code: string): string {
    return this.general[section]?.[code] ?? code.replaceAll('_', ' ').toLowerCase();
  }

  #words(discipline: string): Signal<Words | null> {
    const known = this.#loaded.get(discipline);
    if (known !== undefined) return known;
    const made = signal<Words | null>(null);
    this.#loaded.set(discipline, made);
    void this.#load(discipline, made);
    return made;
  }

  async #load(discipline: string, into: Signal<Words | null>): Promise<void> {
    into.value = (await wordsOf(location.origin, discipline, this.language)) ?? null;
  }
}
