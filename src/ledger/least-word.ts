import type { Fact } from '../model/fact.ts';

/**
 * The word that would stand last: the lowest `seq` of the numbering that spoke most often, so that it
 * does not depend on the order in which one source's words came.
 */
export function leastWord(words: readonly Fact[]): Fact {
  const spoken = new Map<string, Fact[]>();
  for (const word of words) {
    const numbering = `${word.source}:${word.epoch}`;
    spoken.set(numbering, [...(spoken.get(numbering) ?? []), word]);
  }
  const [most] = [...spoken.values()].sort((one, other) => other.length - one.length);
  return most!.reduce((least, word) => (word.seq < least.seq ? word : least));
}
