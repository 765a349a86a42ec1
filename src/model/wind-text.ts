import { formatDecimal, type Micro } from './decimal.ts';

const TENTH: Micro = 100_000;

/**
 * A reading as it is published and judged by: to the next tenth in the positive direction, unless exact
 * (+2.03 is +2.1, -2.03 is -2.0).
 */
export const officialWind = (reading: Micro): Micro => Math.ceil(reading / TENTH) * TENTH || 0;

/** Metres per second along the course: `+0.3` from behind, `-1.4` from ahead, `0.0`. */
export function windText(reading: Micro): string {
  const wind = officialWind(reading);
  const text = formatDecimal(wind, 1);
  return wind > 0 ? `+${text}` : text;
}
