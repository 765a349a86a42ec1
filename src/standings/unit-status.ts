import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { ResultStatus } from '../model/result-status.ts';

export const isCancelled = (ledger: UnitLedger): boolean =>
  ledger.whole('schedule')?.content.status === 'CANCELLED';

/** Stated by the venue, or by what has come so far. */
export function statusIn(ledger: UnitLedger, entryOf: ReadonlyMap<CompetitorCode, Entry>): ResultStatus {
  if (isCancelled(ledger)) return 'START_LIST';
  const stated = ledger.whole('status')?.content.result ?? 'START_LIST';
  if (stated !== 'START_LIST') return stated;
  return ledger.hasBegun((code) => entryOf.has(code)) ? 'LIVE' : 'START_LIST';
}
