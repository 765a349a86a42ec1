import type { Micro } from '../../model/decimal.ts';

/** Least and greatest value that can be right, both included. */
export interface Range {
  readonly least: Micro;
  readonly most: Micro;
}

export const inRange = (value: Micro, { least, most }: Range): boolean => value >= least && value <= most;
