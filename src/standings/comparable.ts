import { parseDecimal } from '../model/decimal.ts';
import type { ResultType } from '../model/row.ts';

const SECONDS_PER_MINUTE = 60;

/**
 * A displayed result as a number where greater is better: `"9.58"` -> -9580000, `"8.95"` -> 8950000,
 * `"1:40.91"` -> -100910000. Null when it is no such result.
 */
export function comparable(result: string | null, type: ResultType | null): number | null {
  if (result === null) return null;
  if (type === 'TIME') {
    const seconds = timeValue(result);
    return seconds === null ? null : -seconds;
  }
  if (type === 'STROKES') return negated(parseDecimal(result));
  return type === 'DISTANCE' || type === 'POINTS' || type === 'WEIGHT' || type === 'SCORE'
    ? parseDecimal(result)
    : null;
}

const negated = (value: number | null): number | null => (value === null ? null : -value);

function timeValue(text: string): number | null {
  let total = 0;
  for (const field of text.split(':')) {
    const value = parseDecimal(field);
    if (value === null) return null;
    total = total * SECONDS_PER_MINUTE + value;
  }
  return total;
}
