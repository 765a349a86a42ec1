// One at a time: a lock is a file that only one process can create. A lock whose owner is gone is void.
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const LOOK_AGAIN_MS = 100;
/** An owner whose pid is somebody else's by now is not waited for longer than any set-up takes. */
const TOO_OLD_MS = 30 * 60_000;

/** Calls `work` while holding the lock; `waiting(pid)` is told once if that takes patience. */
export async function withLock(file, work, waiting = () => {}) {
  let told = false;
  while (!take(file)) {
    const owner = ownerOf(file);
    if (owner === null) continue;
    if (!told) waiting(owner);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function take(file) {
  mkdirSync(dirname(file), { recursive: true });
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The process that holds the lock; null when nobody does any more (and the lock has been cleared away). */
function ownerOf(file) {
  try {
    const { mtimeMs } = statSync(file);
    const age = Date.now() - mtimeMs;
    const pid = Number(readFileSync(file, 'utf8'));
    // Just created and not yet written.
    if (pid === 0 && age < 2000) return 0;
    if (pid !== 0 && isAlive(pid) && age < TOO_OLD_MS) return pid;
    clear(file, pid);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return null;
}

/** Moved aside first and looked at again: somebody else may have cleared it and made a new one meanwhile. */
function clear(file, deadPid) {
  const aside = `${file}.${process.pid}`;
  renameSync(file, aside);
  if (Number(readFileSync(aside, 'utf8')) !== deadPid) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
