import type { HeldFact, Measured, UnitSeen } from '../incidents/measured.ts';
import { type Channel, type Document, parseChannel } from '../model/document.ts';
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

/** The units of this edge's copies: how many have which status, and those that are not over or are in doubt. */
export function unitsSeen(shelf: Shelf, now: number): Pick<Measured, 'unitsBy' | 'units'> {
  const unitsBy: Partial<Record<UnitSeen['status'], number>> = {};
  const units: UnitSeen[] = [];
  for (const { header, asOf } of resultsOn(shelf)) {
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
export function stillHeld(held: readonly HeldFact[], shelf: Shelf): readonly HeldFact[] {
  if (held.length === 0) return held;
  const documents = [...resultsOn(shelf)].map(({ header }) => header);
  return held.filter(({ unit }) => {
    const about = documents.filter((header) => header.unit.startsWith(unpad(unit)));
    return about.length === 0 || about.some(({ reliability }) => reliability.reasons.includes('HELD'));
  });
}

function* resultsOn(shelf: Shelf): Generator<Document> {
  for (const channel of shelf.channels()) {
    const address = parseChannel(channel);
    if (address?.type !== 'RESULT' || address.subcode !== null) continue;
    const document = shelf.current(channel);
    if (document !== null) yield document;
  }
}

const rankOf = ({ status, reasons }: UnitSeen): number =>
  (reasons.length > 0 ? 0 : 2) + (status === 'LIVE' ? 0 : 1);

const mostUrgentFirst = (one: UnitSeen, other: UnitSeen): number =>
  rankOf(one) - rankOf(other) || (one.ageMs ?? 0) - (other.ageMs ?? 0);
