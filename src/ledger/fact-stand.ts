import type { Fact } from '../model/fact.ts';
import type { Objection } from '../rules/held-facts.ts';

/** It holds for its key; was withdrawn; gave way to another word; waits for an operator; counts for nothing; or was one word too many. */
export type FactStand =
  | { readonly state: 'HOLDS' | 'VOIDED' | 'FORGOTTEN' }
  | { readonly state: 'REPLACED'; readonly by: Fact }
  | { readonly state: 'HELD' | 'REFUSED'; readonly objection: Objection };

/** What is known of the key of a fact. */
export interface KnownOfKey {
  readonly holding: Fact | undefined;
  readonly words: readonly Fact[];
  readonly isVoided: boolean;
  /** What keeps a word from holding; null where nothing does. */
  objectionTo(word: Fact): Objection | null;
}

/** Whether a fact that was taken in counts, and if not, why. */
export function standAmong(fact: Fact, { holding, words, isVoided, objectionTo }: KnownOfKey): FactStand {
  const isSame = (word: Fact): boolean =>
    word.source === fact.source && word.epoch === fact.epoch && word.seq === fact.seq;
  if (holding !== undefined && isSame(holding)) return { state: 'HOLDS' };
  if (isVoided) return { state: 'VOIDED' };
  const word = words.find(isSame);
  const objection = word === undefined ? null : objectionTo(word);
  if (objection !== null) return { state: objection.refused === true ? 'REFUSED' : 'HELD', objection };
  return word === undefined || holding === undefined
    ? { state: 'FORGOTTEN' }
    : { state: 'REPLACED', by: holding };
}
