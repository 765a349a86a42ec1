/** Adds a listener; what it gives back takes it out again. */
export function added<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
