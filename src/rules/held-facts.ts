/** Facts that are held until an operator lets them through (F6): how a rule looks at them, and what it says. */
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { Fact, Setup, Start } from '../model/fact.ts';
import type { Rsc } from '../model/rsc.ts';

/** Why a fact is held: a stable code and the sentence that operations see. */
export interface Objection {
  readonly code: string;
  readonly message: string;
  /** Nothing that an operator could let through: the fact counts for nothing, and the list can be relied on without it. */
  readonly refused?: true;
}

/** What cannot be beside what else was said: a fourth trial of who is out, a finish before the gun. */
export interface TogetherCheck {
  /** Whose facts are looked at in one go: one competitor's, or those of all competitors. */
  readonly of: 'COMPETITOR' | 'FIELD';
  /**
   * Which of the facts are held, and why. They come by competitor, in key order, and none of them is held by
   * `check`. What an operator has let through stands whatever is said of it here.
   */
  check(facts: readonly Fact[], context: TogetherContext): ReadonlyMap<Fact, Objection>;
}

/** What is known of a unit while its facts are looked at, before any card is made of them. */
export interface CheckContext {
  readonly unit: Rsc;
  readonly setup: Setup;
  readonly entries: readonly Entry[];
}

export interface TogetherContext extends CheckContext {
  readonly start: Start | null;
  /** Who is listed by a code: the competitor itself, or the team of a member. */
  entryOf(code: CompetitorCode): Entry | undefined;
  /** An operator has let the fact through. */
  isReleased(fact: Fact): boolean;
}
