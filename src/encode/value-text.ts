/** A value of a row as one text: flags are `Y` or nothing, as everywhere in ODF. `part`: how a field of an object is written; by default without its name. */
export function valueText(
  value: unknown,
  part: (name: string, text: string) => string = withoutName,
): string {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return 'Y';
  if (Array.isArray(value)) return value.map((each) => valueText(each, part)).join(' ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, each]) => part(name, valueText(each, part)))
    .join(' ');
}

const withoutName = (_name: string, text: string): string => text;
