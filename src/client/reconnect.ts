/** Whether a screen comes back after a close (SC15): the server's codes say so, and RFC 6455's own. */
export function shouldReconnect(code: number): boolean {
  if (code >= 4100 && code < 4200) return false;
  return !FINAL.has(code);
}

/** Protocol error, unacceptable data, wrong encoding, policy, too big: the same would happen again. */
const FINAL: ReadonlySet<number> = new Set([1002, 1003, 1007, 1008, 1009]);

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

/**
 * How long to wait before attempt `attempt` (0 = first), `chance` in [0, 1): longer each time, and
 * spread, so that thousands of screens do not come back in one moment. A window in the close reason
 * ("reconnect within 0-5000 ms") is kept.
 */
export function waitBefore(attempt: number, reason: string, chance: number): number {
  const window = /(\d{1,6})-(\d{1,6}) ms/.exec(reason);
  if (attempt === 0 && window !== null) {
    const from = Number(window[1]);
    return from + Math.floor(chance * Math.max(0, Number(window[2]) - from));
  }
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 10));
  return Math.floor(longest / 2 + chance * (longest / 2));
}
