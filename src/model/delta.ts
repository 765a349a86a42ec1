import type { Correction, Header } from './document.ts';
import type { Row } from './row.ts';

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
  /** Keys of rows that are gone. */
  readonly removed: readonly string[];
}

/** Parts that changed, each whole. A new row has all parts of its type and a `sortOrder`. */
export interface RowPatch extends Row {
  readonly sortOrder?: number;
}
