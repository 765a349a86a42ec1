import type { CompetitorCode } from './competitor.ts';
import type { Correction, Header } from './document.ts';
import type { Identity, Mark, Place } from './row.ts';

/**
 * What changed between a version that a screen holds and a newer one. Rows that are not named keep
 * their content and their order among each other; rows with a `sortOrder` are taken out and put in
 * at that position, in ascending order. So one finisher in a field of 50,000 is one patch, although
 * everybody behind moves down by one.
 */
export interface Delta {
  readonly base: number;
  readonly version: number;
  /** Of the state after the delta has been applied. */
  readonly hash: string;
  readonly asOf: string;
  readonly correction: Correction | null;
  /** Whole, when anything in it changed. */
  readonly header: Header | null;
  readonly rows: readonly RowPatch[];
  readonly removed: readonly CompetitorCode[];
}

/** Parts that changed, each whole. A new row has all three and a `sortOrder`. */
export interface RowPatch {
  readonly competitor: CompetitorCode;
  readonly sortOrder?: number;
  readonly identity?: Identity;
  readonly mark?: Mark;
  readonly place?: Place;
}
