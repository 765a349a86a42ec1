import type { Rsc } from '../model/rsc.ts';
import type { Version } from '../versions/versioned.ts';

/** A rule or the core threw: what it happened to stays as it was. */
export interface Fault {
  /** The unit, phase, event or discipline. */
  readonly unit: Rsc;
  readonly error: unknown;
}

/** What one fact leads to: the new versions, in the order in which they were made. */
export class Issue {
  /** RFC 3339 of the broker's timestamp of the fact. */
  readonly asOf: string;
  readonly versions: Version[] = [];
  readonly faults: Fault[] = [];

  constructor(asOf: string) {
    this.asOf = asOf;
  }

  /** Null, where the content is the same as before, is no version. */
  add(version: Version | null): void {
    if (version !== null) this.versions.push(version);
  }

  /** Does one thing. When it fails, what was made before has its version numbers and goes out all the same. */
  attempt(unit: Rsc, make: () => void): boolean {
    try {
      make();
      return true;
    } catch (error) {
      this.faults.push({ unit, error });
      return false;
    }
  }
}
