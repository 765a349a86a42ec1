/** Numbers and times of the control room, as a language writes them. */
const numbers = new Map<string, Intl.NumberFormat>();
const clocks = new Map<string, Intl.DateTimeFormat>();

const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

export function numberText(value: number, language: string): string {
  const known =
    numbers.get(language) ?? new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 });
  numbers.set(language, known);
  return known.format(value);
}

/** `1536` -> `1.5 kB`. */
export function bytesText(bytes: number, language: string): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${numberText(value, language)} ${units[unit]}`;
}

/** Of the clock on the wall of the control room. */
export function clockText(at: number, language: string): string {
  const known =
    clocks.get(language) ??
    new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  clocks.set(language, known);
  return known.format(at);
}
