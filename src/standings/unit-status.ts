import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import { codesOf } from '../model/fact.ts';
import { isDecided, type ResultStatus, type ScheduleStatus } from '../model/result-status.ts';
import type { ProposedStart } from './entries.ts';

export const isCancelled = (ledger: UnitLedger): boolean =>
  ledger.whole('schedule')?.content.status === 'CANCELLED';

/** Something was said of it, and what is shown of it is not official yet. */
export const isUnderWay = ({
  ledger,
  cancelled,
  status,
}: {
  readonly ledger: UnitLedger;
  readonly cancelled: boolean;
  readonly status: ResultStatus;
}): boolean => ledger.sources.size > 0 && !cancelled && status !== 'OFFICIAL';

/** Nothing happens in it at this moment, whatever has happened before. */
export const isAtRest = (ledger: UnitLedger): boolean => isIn(ledger, AT_REST);

/** It began, or was to begin, and is not over: to be gone on with, or to begin anew. */
export const isSuspended = (ledger: UnitLedger): boolean => isIn(ledger, SUSPENDED);

const isIn = (ledger: UnitLedger, statuses: ReadonlySet<ScheduleStatus>): boolean => {
  const status = ledger.whole('schedule')?.content.status;
  return status !== undefined && statuses.has(status);
};

const SUSPENDED: ReadonlySet<ScheduleStatus> = new Set(['INTERRUPTED', 'POSTPONED']);
const AT_REST: ReadonlySet<ScheduleStatus> = new Set([...SUSPENDED, 'CANCELLED', 'FINISHED']);

/**
 * Stated by the venue, or by what has come so far. While a unit is suspended nobody is placed by how it stands, whatever was said of
 * its result: a race that is given up as it stands is `FINISHED`. What is stated of a unit whose starters only a plan
 * names is of others while a slot is open, or once an earlier unit has put somebody else into it: it decides nothing.
 */
export function statusIn(
  ledger: UnitLedger,
  entryOf: ReadonlyMap<CompetitorCode, Entry>,
  proposed: ProposedStart,
): ResultStatus {
  if (isCancelled(ledger)) return 'START_LIST';
  const stated = ledger.whole('status')?.content.result ?? 'START_LIST';
  if (isDecided(stated) && isSuspended(ledger)) return 'INTERMEDIATE';
  if (isDecided(stated) && isOfOthers(ledger, entryOf, proposed)) return 'UNCONFIRMED';
  if (stated !== 'START_LIST') return stated;
  return ledger.hasBegun((code) => entryOf.has(code)) ? 'LIVE' : 'START_LIST';
}

/** Something was said of people who do not start here, and not of everybody who should. */
function isOfOthers(
  ledger: UnitLedger,
  entryOf: ReadonlyMap<CompetitorCode, Entry>,
  { entries, open, slots }: ProposedStart,
): boolean {
  if (ledger.whole('startList') !== null) return false;
  if (open) return true;
  const mentioned = new Set(ledger.mentioned);
  const isStranger = (code: CompetitorCode): boolean => !entryOf.has(code);
  const isMentioned = ({ competitor }: Entry): boolean =>
    codesOf(competitor).some((code) => mentioned.has(code));
  return [...mentioned].some(isStranger) && entries.filter(isMentioned).length < slots;
}
