/** Do two maps hold the same under the same keys? Order does not count. */
export function sameMap<Key, Value>(
  one: ReadonlyMap<Key, Value>,
  other: ReadonlyMap<Key, Value>,
  same: (a: Value, b: Value) => boolean = Object.is,
): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  for (const [key, value] of one) {
    const there = other.get(key);
    if (there === undefined || !same(value, there)) return false;
  }
  return true;
}
