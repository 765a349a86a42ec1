/** Lists by key, and the ends of lists of any length (`Math.max(...list)` takes some ten thousand). */
/** Groups in order of first appearance (`Map.groupBy`, which Node 20 has not). */
export function grouped<T, K>(list: Iterable<T>, keyOf: (each: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}

/** The highest of any number of values; `least` where there is none above it. */
export function highest(values: Iterable<number>, least: number): number {
  let most = least;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** The lowest of any number of values; null for none. */
export function lowest(values: Iterable<number>): number | null {
  let least: number | null = null;
  for (const value of values) if (least === null || value < least) least = value;
  return least;
}
