const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A hash of 32 bits of a text, FNV-1a over its code units; another one for each `seed`. It spreads, and proves nothing. */
export function textHash(text: string, seed = 0): number {
  let hash = FNV_OFFSET ^ seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash | 0;
}
