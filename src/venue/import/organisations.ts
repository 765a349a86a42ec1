/** Clubs and nations of a file: codes that tell them apart, and what they are called. */
import type { FeedFact } from './feed-writer.ts';
import { OwnCodes } from './own-codes.ts';
import type { ImportReport } from './report.ts';

export interface Organisation {
  /** As the file has it, or a name that stands for it; empty for none. */
  readonly code: string;
  readonly name: string;
  /** Code of the nation that it is of; null where the file does not say. */
  readonly nation: string | null;
  /** It stands for the nation itself. */
  readonly national: boolean;
}

/** Who starts for nobody. */
const UNATTACHED = 'UNA';
/** What a competition says of its organisations has room for. */
const NAMED_MAX = 2000;

export class Organisations {
  readonly #codes = new OwnCodes();
  readonly #named = new Map<string, FeedFact>();

  /** The code in the feed: of two clubs with one code the second has another. */
  codeOf({ code, name, nation, national }: Organisation): string {
    if (code === '') return UNATTACHED;
    const own = this.#codes.of(code, `${national ? '' : name}|${nation ?? ''}`);
    // What a nation is called is known; a club has neither name nor flag of the nation whose code its own happens to be.
    if (!national) this.#named.set(own, { code: own, names: { en: name }, flag: nation ?? UNATTACHED });
    return own;
  }

  /** For the fact of the competition, by code: the order of a file can be that of its results. */
  named(report: ImportReport): readonly FeedFact[] {
    const all = [...this.#named].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, named]) => named);
    if (all.length > NAMED_MAX)
      report.add('ORGANISATION_UNNAMED', 0, `${all.length - NAMED_MAX} clubs have no name beside their code`);
    return all.slice(0, NAMED_MAX);
  }
}
