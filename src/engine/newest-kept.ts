/**
 * What a map has under a key, begun where it has nothing; it stands at the end from now on. Where there are too many, the one that was
 * asked for least recently goes.
 */
export function newestKept<K, V>(map: Map<K, V>, key: K, most: number, begin: () => V): V {
  const value = map.get(key) ?? begin();
  if (!map.delete(key) && map.size >= most) map.delete(map.keys().next().value!);
  map.set(key, value);
  return value;
}
