/** Which units are shown where nobody has chosen any: what is under way. */
import type { Document } from '../model/document.ts';
import { parseInstant } from '../model/instant.ts';

export type Result = Pick<Document, 'header' | 'rows' | 'asOf'>;

const UNDER_WAY = ['LIVE', 'INTERMEDIATE', 'UNCONFIRMED', 'PROTESTED'];

/**
 * RSC of the unit to show; null where there is none. `first`: the one that was shown first. It stays while it is under way, so that two at the same time
 * do not take turns on the screen; then comes of those under way the one that began next after it, else the one that began last before it. Where `first`
 * is not known it is the one that moved last. Whoever has the same results and began with the same unit shows the same one, whenever it came.
 */
export function unitNow(results: readonly Result[], first: string | null): string | null {
  const units = results.filter(({ header }) => header.type === 'RESULT' && header.subcode === null);
  const live = units.filter(({ header }) => UNDER_WAY.includes(header.status));
  const begun = units.filter(({ header }) => header.status !== 'START_LIST');
  const begin = units.find(({ header }) => header.unit === first);
  const now = begin === undefined ? newest(live) : nextFrom(begin, live);
  return (now ?? newest(begun) ?? newest(units))?.header.unit ?? null;
}

/** Of these the one itself, else the next in the order in which they began. */
function nextFrom(begin: Result, live: readonly Result[]): Result | undefined {
  const inOrder = [...live].sort(asBegun);
  return inOrder.find((each) => asBegun(each, begin) >= 0) ?? inOrder.at(-1);
}

const asBegun = (one: Result, other: Result): number => beganAt(one) - beganAt(other) || byUnit(one, other);

const beganAt = ({ header: { info } }: Result): number =>
  parseInstant(info.started ?? info.scheduledStart ?? '') ?? 0;

const newest = (results: readonly Result[]): Result | undefined =>
  [...results].sort((one, other) => byText(one.asOf, other.asOf) || byUnit(one, other)).at(-1);

const byUnit = ({ header: one }: Result, { header: other }: Result): number => byText(one.unit, other.unit);

const byText = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
