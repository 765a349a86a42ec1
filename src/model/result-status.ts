/** Life-cycle of a result (ODF `ResultStatus`). */
export const RESULT_STATUSES = [
  'START_LIST',
  'LIVE',
  'INTERMEDIATE',
  'UNCONFIRMED',
  'UNOFFICIAL',
  'OFFICIAL',
  'PARTIAL',
  'PROTESTED',
  'PROVISIONAL',
] as const;
export type ResultStatus = (typeof RESULT_STATUSES)[number];

/** State of the unit itself (ODF `ScheduleStatus`), apart from the state of its result. */
export const SCHEDULE_STATUSES = [
  'UNSCHEDULED',
  'SCHEDULED',
  'GETTING_READY',
  'RUNNING',
  'SCHEDULED_BREAK',
  'INTERRUPTED',
  'DELAYED',
  'RESCHEDULED',
  'POSTPONED',
  'CANCELLED',
  'FINISHED',
] as const;
export type ScheduleStatus = (typeof SCHEDULE_STATUSES)[number];

/** The unit is over: what the list says now can qualify, place and award. */
export function isDecided(status: ResultStatus): boolean {
  return (
    status === 'UNOFFICIAL' || status === 'OFFICIAL' || status === 'PROTESTED' || status === 'PROVISIONAL'
  );
}

/** Why a list cannot be relied on; a ruling is final and only shown. */
export const RELIABILITY_REASONS = [
  'SOURCE_SILENT',
  'SEQUENCE_GAP',
  'RECONSTRUCTED',
  'UNDER_PROTEST',
  'HELD',
  'RULING',
  'STOPPED',
] as const;
export type ReliabilityReason = (typeof RELIABILITY_REASONS)[number];
