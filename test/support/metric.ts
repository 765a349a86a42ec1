/** A number without labels in the text of `/metrics`; null where it is not told. */
export function metricIn(text: string, name: string): number | null {
  const [, value] = new RegExp(`^${name} (\\S+)$`, 'm').exec(text) ?? [];
  return value === undefined ? null : Number(value);
}
