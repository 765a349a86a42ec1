/** Which units are shown where nobody has chosen any: what is under way, the newest first. */
import type { Document } from '../model/document.ts';

export type Result = Pick<Document, 'header' | 'rows' | 'asOf'>;

const UNDER_WAY = ['LIVE', 'INTERMEDIATE', 'UNCONFIRMED', 'PROTESTED'];

/**
 * RSC of the unit that moved last of those under way; else of the one that moved last at all; null where there is none. The one that was
 * shown before stays while it is under way, so that two at the same time do not take turns on the screen.
 */
export function unitNow(results: readonly Result[], before: string | null): string | null {
  const units = results.filter(({ header }) => header.type === 'RESULT' && header.subcode === null);
  const live = units.filter(({ header }) => UNDER_WAY.includes(header.status));
  if (live.some(({ header }) => header.unit === before)) return before;
  const begun = units.filter(({ header }) => header.status !== 'START_LIST');
  return newest(live) ?? newest(begun) ?? newest(units);
}

function newest(results: readonly Result[]): string | null {
  const [first, ...others] = results;
  if (first === undefined) return null;
  return others.reduce((best, one) => (one.asOf > best.asOf ? one : best), first).header.unit;
}
