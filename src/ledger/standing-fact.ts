import type { Fact } from '../model/fact.ts';

/**
 * The one of several words for a key that holds (venue-feed F3, F4). Of one source and epoch the
 * highest `seq`; between sources, or between epochs of one source, the later in the stream; the
 * primary source always before others. Undefined when there is none.
 */
export function standingFact(words: readonly Fact[], primary: string | null): Fact | undefined {
  if (words.length <= 1) return words[0];
  const newest = new Map<string, Fact>();
  for (const fact of words) {
    const numbering = `${fact.source}:${fact.epoch}`;
    const known = newest.get(numbering);
    if (known === undefined || fact.seq > known.seq) newest.set(numbering, fact);
  }
  let standing: Fact | undefined;
  for (const fact of newest.values())
    if (standing === undefined || isLater(fact, standing, primary)) standing = fact;
  return standing;
}

function isLater(fact: Fact, than: Fact, primary: string | null): boolean {
  const rank = Number(fact.source === primary) - Number(than.source === primary);
  return rank !== 0 ? rank > 0 : fact.streamSeq > than.streamSeq;
}
