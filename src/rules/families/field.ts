/** What the families of field events, and races with wind, share. */
import type { Micro } from '../../model/decimal.ts';
import type { Irm } from '../../model/irm.ts';
import type { CompetitorFacts } from '../contract.ts';

/** Least and greatest value that can be right, both included. */
export interface Range {
  readonly least: Micro;
  readonly most: Micro;
}

export const inRange = (value: Micro, { least, most }: Range): boolean => value >= least && value <= most;

/** More wind from behind than a record may have; who was not told the wind, or has no limit, is not. */
export const isTooWindy = (wind: Micro | undefined, legal: Micro | undefined): boolean =>
  wind !== undefined && legal !== undefined && wind > legal;

/** The competitor's IRM for the unit as a whole, not for one attempt or timing point. */
export function wholeUnitIrm({ irms }: CompetitorFacts): Irm | null {
  for (const { code, attempt, point } of irms) {
    if (code !== null && attempt === undefined && point === undefined) return code;
  }
  return null;
}
