/**
 * Times as text, `h:mm:ss.ff` with leading zeros and leading units dropped: `9.91`, `1:43.88`,
 * `2:06:26` (ODF Sport Codes, "Result" of timed sports).
 */
import type { Micro } from './decimal.ts';
import { ONE } from './decimal.ts';

const MINUTE = 60;
const HOUR = 3600;

/** The time with exactly `decimals` digits after the point; finer digits are cut, so round before. */
export function timeText(time: Micro, decimals: number): string {
  if (time < 0) return `-${timeText(-time, decimals)}`;
  const whole = Math.floor(time / ONE);
  const seconds = whole % MINUTE;
  const minutes = Math.floor(whole / MINUTE) % MINUTE;
  const hours = Math.floor(whole / HOUR);
  const fraction = decimals === 0 ? '' : `.${digits(time - whole * ONE, 6).slice(0, decimals)}`;
  if (hours > 0) return `${hours}:${digits(minutes, 2)}:${digits(seconds, 2)}${fraction}`;
  if (minutes > 0) return `${minutes}:${digits(seconds, 2)}${fraction}`;
  return `${seconds}${fraction}`;
}

/** A gap to the leader: `+0.12`, `+1:02.3`. */
export const gapText = (gap: Micro, decimals: number): string =>
  gap < 0 ? timeText(gap, decimals) : `+${timeText(gap, decimals)}`;

const TIME = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})(?:\.(\d{1,6}))?$/;

/** `"1:43.88"`, `"00:01:43.88"`, `"103.88"` -> 103880000; null when the text is not a time. */
export function parseTimeText(text: string): Micro | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, hours = '0', minutes, seconds = '0', fraction = ''] = match;
  if (minutes !== undefined && (seconds.length > 2 || Number(seconds) >= MINUTE)) return null;
  const whole = Number(hours) * HOUR + Number(minutes ?? 0) * MINUTE + Number(seconds);
  return whole * ONE + Number(fraction.padEnd(6, '0'));
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');
