/** Times as clocks at the venue show them: RFC 3339 with an offset. Offsets are said by the venue, so no time zone data is needed. */
import type { Instant } from './fact.ts';
import { parseInstant } from './instant.ts';

const MINUTE = 60_000_000;

/** `"+02:00"` -> 120; null when the text is no offset. */
export function offsetMinutes(offset: string): number | null {
  const match = /^([+-])(\d\d):(\d\d)$/.exec(offset);
  if (match === null) return null;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/**
 * `"2024-08-01T05:30:00.000Z"` and `"+02:00"` -> `"2024-08-01T07:30:00+02:00"`: milliseconds only where there are any, finer
 * ones are cut. Without an offset, and where the text is no time, it stays as it is.
 */
export function localTime(text: string, offset: string | undefined): string {
  const instant = offset === undefined ? null : parseInstant(text);
  return instant === null ? text : localText(instant, offset!);
}

/** The same of microseconds since 1970. */
export function localText(instant: Instant, offset: string): string {
  const shifted = new Date(
    Math.floor((instant + (offsetMinutes(offset) ?? 0) * MINUTE) / 1000),
  ).toISOString();
  return shifted.replace(/(\.000)?Z$/, '') + offset;
}
