import type { Fact } from '../model/fact.ts';
import type { Version } from '../versions/versioned.ts';

/**
 * A rule or the core threw while it took a fact in: ours to mend, never the venue's. Versions that were
 * made before it happened have their numbers and must go out, or every later version would have a hole
 * before it.
 */
export class BrokenInvariant extends Error {
  readonly versions: readonly Version[];

  constructor({ unit, source, epoch, seq }: Fact, versions: readonly Version[], cause: unknown) {
    super(`fact ${source}:${epoch}:${seq} broke ${unit}: ${String(cause)}`, { cause });
    this.name = 'BrokenInvariant';
    this.versions = versions;
  }
}
