import { readFileSync } from 'node:fs';

/** How many files a process may have open here: Node raises the soft limit to the hard one. Null where it is not told. */
function openFilesMost(): number | null {
  try {
    const [, most] = /^Max open files\s+\S+\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return most === undefined ? null : Number(most);
  } catch {
    return null;
  }
}

/** Beside the screens' sockets: modules, the broker, pipes. */
const OTHERS = 200;

/** Throws when one process may not hold so many sockets. */
export function needOpenFiles(sockets: number): void {
  const most = openFilesMost();
  if (most !== null && most < sockets + OTHERS)
    throw new Error(
      `${sockets} screens need ${sockets + OTHERS} open files, the limit is ${most}: ulimit -n`,
    );
}
