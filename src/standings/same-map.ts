/** Do two maps hold the same under the same keys? Order does not count. */
export function sameMap<Key, Value>(one: ReadonlyMap<Key, Value>, other: ReadonlyMap<Key, Value>): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  for (const [key, value] of one) {
    const there = other.get(key);
    if (there === undefined || !Object.is(value, there)) return false;
  }
  return true;
}
