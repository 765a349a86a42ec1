/** Values of IOF XML: times in seconds or by clocks, statuses. */
import type { Micro } from '../../model/decimal.ts';
import { parseTimeText } from '../../model/time-text.ts';

/** A time, and with how many decimals it is written: how finely a race is timed is only there. */
export interface IofTime {
  readonly time: Micro;
  readonly decimals: number;
}

/** `968.0`, `+603`, `6.04E2` (xsd:double), or `0:40:00`; null for anything else, and for less than nothing. */
export function timeOf(text: string): IofTime | null {
  if (!text.includes(':')) return secondsOf(text);
  const time = parseTimeText(text);
  return time === null ? null : { time, decimals: text.split('.')[1]?.length ?? 0 };
}

const DOUBLE = /^\+?(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/;
/** Longer than any race, and as much as the feed can say. */
const WHOLE_DIGITS = 9;

/** Digits finer than a millionth are cut. */
function secondsOf(text: string): IofTime | null {
  const match = DOUBLE.exec(text);
  const [, whole = '', fraction = '', exponent = '0'] = match ?? [];
  if (whole + fraction === '') return null;
  const point = whole.length + Number(exponent);
  const digits = (whole + fraction).padEnd(Math.max(point, 0), '0');
  const shifted = point < 0 ? '0'.repeat(-point) + digits : digits;
  const at = Math.max(point, 0);
  const seconds = shifted.slice(0, at).replace(/^0+/, '');
  if (seconds.length > WHOLE_DIGITS) return null;
  const micro = shifted.slice(at, at + 6).padEnd(6, '0');
  return { time: Number(`${seconds}${micro}`), decimals: shifted.length - at };
}

/** Finer steps than thousandths are no rule's. */
const DECIMALS_MAX = 3;

/** The decimals in which some times are given; none where all that are written are zero in the whole file. */
export const decimalsOf = (times: readonly IofTime[], isFine: boolean): number =>
  isFine
    ? Math.min(
        DECIMALS_MAX,
        times.reduce((most, { decimals }) => Math.max(most, decimals), 0),
      )
    : 0;

/** Statuses of version 2 that are called otherwise since. */
const OLD_STATUSES: ReadonlyMap<string, string> = new Map([
  ['MisPunch', 'MissingPunch'],
  ['SportWithdr', 'SportingWithdrawal'],
]);

const IRM_BY_STATUS: ReadonlyMap<string, string> = new Map([
  ['MissingPunch', 'MP'],
  ['DidNotFinish', 'DNF'],
  ['SportingWithdrawal', 'DNF'],
  ['OverTime', 'OVT'],
  ['NotCompeting', 'NC'],
  ['DidNotStart', 'DNS'],
  ['DidNotEnter', 'DNS'],
  ['Cancelled', 'DNS'],
  ['Disqualified', 'DSQ'],
]);

/** Statuses of IOF XML as marks of orienteering; null for those that say nothing about the result. */
export const irmOf = (status: string): string | null => IRM_BY_STATUS.get(status) ?? null;

/**
 * `WAITING`: has not started. `OUT`: is on the course. `FINISHED`: a time that nobody has checked. `MOVED`: to another class.
 * `DONE`: has a result, or a mark.
 */
export type IofStage = 'WAITING' | 'OUT' | 'FINISHED' | 'MOVED' | 'DONE';

const STAGES: ReadonlyMap<string, IofStage> = new Map([
  ['OK', 'DONE'],
  ['Inactive', 'WAITING'],
  ['Active', 'OUT'],
  ['Finished', 'FINISHED'],
  ['Moved', 'MOVED'],
  ['MovedUp', 'MOVED'],
]);

export interface IofStatus {
  /** As it is called in version 3. */
  readonly name: string;
  /** Null for a status that the format does not have. */
  readonly stage: IofStage | null;
}

export function statusOf(text: string): IofStatus {
  const name = OLD_STATUSES.get(text) ?? text;
  return { name, stage: IRM_BY_STATUS.has(name) ? 'DONE' : (STAGES.get(name) ?? null) };
}
