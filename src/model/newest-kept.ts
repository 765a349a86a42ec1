/** Puts a value at the end of a map that holds so many at most: the one that was put there least recently goes. Whether one has gone. */
export function keepNewest<K, V>(map: Map<K, V>, key: K, value: V, most: number): boolean {
  const isFull = !map.delete(key) && map.size >= most;
  if (isFull) map.delete(map.keys().next().value!);
  map.set(key, value);
  return isFull;
}
