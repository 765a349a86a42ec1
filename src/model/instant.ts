import type { Instant } from './fact.ts';

const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * `"2024-06-09T20:53:11.104233Z"` -> microseconds since 1970 (RFC 3339, section 5.6; capital T and Z).
 * Nanoseconds are cut. Second 60 is the first of the next minute. Null when it is no such text or no
 * such day.
 */
export function parseInstant(text: string): Instant | null {
  const match = RFC3339.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6])];
  if (hour > 23 || minute > 59 || second > 60 || !isDay(year, month, day)) return null;
  const offset = match[8] === undefined ? 0 : offsetMinutes(match[8], Number(match[9]), Number(match[10]));
  if (offset === null) return null;
  const micro = match[7] === undefined ? 0 : Number(match[7].slice(0, 6).padEnd(6, '0'));
  return Date.UTC(year, month - 1, day, hour, minute - offset, second) * 1000 + micro;
}

/** Years before 1000 are none: `Date.UTC` reads 0-99 as 1900-1999, and no competition needs them. */
function isDay(year: number, month: number, day: number): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function offsetMinutes(sign: string, hours: number, minutes: number): number | null {
  if (hours > 23 || minutes > 59) return null;
  return (sign === '-' ? -1 : 1) * (hours * 60 + minutes);
}

/** Microseconds since 1970 -> `"2024-06-09T20:53:11.104Z"`: exactly three digits; finer ones are cut. */
export const millisecondText = (instant: Instant): string =>
  new Date(Math.floor(instant / 1000)).toISOString();

/** Microseconds since 1970 -> `"2024-06-09T20:53:11.104233Z"`: milliseconds, or microseconds when there are any. */
export function formatInstant(instant: Instant): string {
  const micro = instant - Math.floor(instant / 1000) * 1000;
  const text = millisecondText(instant);
  return micro === 0 ? text : `${text.slice(0, -1)}${String(micro).padStart(3, '0')}Z`;
}
