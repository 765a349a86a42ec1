import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;
const AFTER_COMMAND = ') ';
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;

/** Seconds of processor time that a process and its children have used; null where `/proc` does not tell (not Linux). */
export function cpuSeconds(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(AFTER_COMMAND) + AFTER_COMMAND.length).split(' ');
    const own = (Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS])) / TICKS_PER_SECOND;
    return childrenOf(pid).reduce((sum, child) => sum + (cpuSeconds(child) ?? 0), own);
  } catch {
    return null;
  }
}

/** Bytes in memory of a process and its children; null where `/proc` does not tell. */
export function residentBytes(pid: number): number | null {
  try {
    const [, kibibytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
    const own = Number(kibibytes) * 1_024;
    return childrenOf(pid).reduce((sum, child) => sum + (residentBytes(child) ?? 0), own);
  } catch {
    return null;
  }
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(/\s+/).filter(Boolean).map(Number);
