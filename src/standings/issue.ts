import type { Version } from '../versions/versioned.ts';

/** What one fact leads to: the new versions, in the order in which they were made. */
export class Issue {
  /** RFC 3339 of the broker's timestamp of the fact. */
  readonly asOf: string;
  readonly versions: Version[] = [];

  constructor(asOf: string) {
    this.asOf = asOf;
  }

  /** Null, where the content is the same as before, is no version. */
  add(version: Version | null): void {
    if (version !== null) this.versions.push(version);
  }
}
