/** Says something to the process that started this one; nothing when that one has let go. */
export function tell(word: object): void {
  if (process.connected) process.send?.(word, undefined, undefined, () => {});
}
