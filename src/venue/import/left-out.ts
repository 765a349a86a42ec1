/** What an import makes nothing of. */
export interface LeftOut {
  readonly reason: string;
  /** Results of the file that it is about. */
  readonly lines: number;
}

/** 1, 2, 3 ...: for the results of a file in the order in which they are read. */
export function lineNumbers(): () => number {
  let line = 0;
  return () => {
    line += 1;
    return line;
  };
}
