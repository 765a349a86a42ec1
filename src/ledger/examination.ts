import type { Fact } from '../model/fact.ts';
import type { Objection } from '../rules/held-facts.ts';

/** How facts are looked at before they count. */
export interface Examination {
  /** A fact for itself. */
  each(fact: Fact): Objection | null;
  /** Facts beside each other, of one competitor or of the field; null where nothing is asked of them together. */
  readonly together: {
    readonly of: 'COMPETITOR' | 'FIELD';
    check(facts: readonly Fact[]): ReadonlyMap<Fact, Objection>;
  } | null;
}

export const UNEXAMINED: Examination = { each: () => null, together: null };
