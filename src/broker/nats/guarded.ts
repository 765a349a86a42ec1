/** A handler that throws is a fault of ours: loud, but not inside the connection's parser. */
export function guarded(handler: () => void): void {
  try {
    handler();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
