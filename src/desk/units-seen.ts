import type { HeldFact, Measured, UnitSeen } from '../incidents/measured.ts';
import type { Channel, Document } from '../model/document.ts';
import { parseInstant } from '../model/instant.ts';
import { unpad } from '../model/rsc.ts';

/** So many are named; what moves and what is in doubt comes first. */
const UNITS_MOST = 60;
const MICROS_PER_MS = 1_000;
/** Reasons that are final, and no doubt. */
const NO_DOUBT: ReadonlySet<string> = new Set(['RULING', 'RECONSTRUCTED', 'UNDER_PROTEST']);

interface Shelf {
  channels(): Iterable<Channel>;
  current(channel: Channel): Document | null;
}

/** The units of these results: how many have which status, and those that are not over or are in doubt. */
export function unitsSeen(results: readonly Document[], now: number): Pick<Measured, 'unitsBy' | 'units'> {
  const unitsBy: Partial<Record<UnitSeen['status'], number>> = {};
  const units: UnitSeen[] = [];
  for (const { header, asOf } of results) {
    const { unit, names, status, reliability } = header;
    unitsBy[status] = (unitsBy[status] ?? 0) + 1;
    const reasons = reliability.reasons.filter((reason) => !NO_DOUBT.has(reason));
    if (status === 'OFFICIAL' && reasons.length === 0) continue;
    const at = parseInstant(asOf);
    const ageMs = at === null ? null : Math.max(0, Math.round(now - at / MICROS_PER_MS));
    units.push({ unit, names, status, ageMs, reasons });
  }
  return { unitsBy, units };
}

/** Those under way, waiting for a decision, or in doubt; who waits for its start is only counted. */
export const unitsToLookAt = (units: readonly UnitSeen[]): readonly UnitSeen[] =>
  units
    .filter(({ status, reasons }) => status !== 'START_LIST' || reasons.length > 0)
    .toSorted(mostUrgentFirst)
    .slice(0, UNITS_MOST);

/** Those of which no document says that nothing is held any more: what made a fact impossible may have been corrected. */
export function stillHeld(held: readonly HeldFact[], results: readonly Document[]): readonly HeldFact[] {
  const units = [...new Set(held.map(({ unit }) => unit))];
  const free = new Set(units.filter((unit) => isNothingHeld(unit, results)));
  return held.filter(({ unit }) => !free.has(unit));
}

function isNothingHeld(unit: string, results: readonly Document[]): boolean {
  const above = unpad(unit);
  const about = results.filter(({ header }) => header.unit.startsWith(above));
  return about.length > 0 && !about.some(({ header }) => header.reliability.reasons.includes('HELD'));
}

/** The results of whole units among this edge's copies. */
export function resultsOn(shelf: Shelf): readonly Document[] {
  const results: Document[] = [];
  for (const channel of shelf.channels()) {
    const document = shelf.current(channel);
    if (document?.header.type === 'RESULT' && document.header.subcode === null) results.push(document);
  }
  return results;
}

const rankOf = ({ status, reasons }: UnitSeen): number =>
  (reasons.length > 0 ? 0 : 2) + (status === 'LIVE' ? 0 : 1);

const mostUrgentFirst = (one: UnitSeen, other: UnitSeen): number =>
  rankOf(one) - rankOf(other) || (one.ageMs ?? 0) - (other.ageMs ?? 0);
