import type { Fact } from '../model/fact.ts';

/** What a ledger has been told, as plain data: a ledger that takes it up says the same (D4). */
export interface LedgerFacts {
  /** By key, in the order in which they came. */
  readonly words: readonly Fact[];
  /** Origins, `<source>:<epoch>:<seq>`. */
  readonly voided: readonly string[];
  readonly released: readonly string[];
  readonly sources: readonly string[];
}
