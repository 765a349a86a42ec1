export function withLock<T>(
  file: string,
  work: () => Promise<T>,
  waiting?: (pid: number) => void,
): Promise<T>;
