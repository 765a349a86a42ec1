import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of the heap that are in use once garbage is gone. Node shows the collector of a process only when asked. */
export function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What the first time lets go of can hold more.
  for (let times = 0; times < 2; times += 1) collect();
  return process.memoryUsage().heapUsed;
}
