import { formatDecimal, type Micro } from './decimal.ts';

/** Metres per second along the course: `+0.3` from behind, `-1.4` from ahead, `0.0`. */
export function windText(wind: Micro): string {
  const text = formatDecimal(wind, 1);
  return wind > 0 ? `+${text}` : text;
}
