/**
 * Exact numbers. Every measured value (seconds, metres, points, kilograms, m/s) is an integer
 * count of millionths of its base unit, so the core never meets a float.
 */
export type Micro = number & { readonly __unit?: 'micro' };

export const ONE: Micro = 1_000_000;

const DECIMAL = /^(-)?(\d{1,9})(?:\.(\d{1,6}))?$/;

/** `"9.784"` -> 9784000. Null when the text is not a decimal number with at most 9+6 digits. */
export function parseDecimal(text: string): Micro | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const whole = Number(match[2]) * ONE;
  const fraction = match[3] === undefined ? 0 : Number(match[3].padEnd(6, '0'));
  const magnitude = whole + fraction;
  return match[1] === undefined || magnitude === 0 ? magnitude : -magnitude;
}

/** 9784000 -> `"9.784"`: the shortest exact text; `decimals` pads (never cuts) the fraction. */
export function formatDecimal(value: Micro, decimals = 0): string {
  const magnitude = Math.abs(value);
  const whole = Math.floor(magnitude / ONE);
  let fraction = String(magnitude - whole * ONE).padStart(6, '0');
  let digits = 6;
  while (digits > decimals && fraction.charCodeAt(digits - 1) === 48) digits -= 1;
  fraction = fraction.slice(0, digits);
  const sign = value < 0 ? '-' : '';
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

/** For places where the number is known to be well formed (rule tables, tests). Throws otherwise. */
export function decimal(text: string): Micro {
  const value = parseDecimal(text);
  if (value === null) throw new RangeError(`not a decimal number: "${text}"`);
  return value;
}
