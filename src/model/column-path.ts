/**
 * Follows a column's path into the flat row: `details.timedRace.reaction`. A list is entered by the
 * `part` of its items: `details.judged.parts.VT1.score`. Own fields only; undefined where nothing is.
 */
export function valueAt(flat: object, path: string): unknown {
  let value: unknown = flat;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value) && !Object.hasOwn(value, name))
      value = value.find((item) => item?.part === name);
    else if (!Object.hasOwn(value, name)) return undefined;
    else value = (value as Record<string, unknown>)[name];
  }
  return value;
}
