import { machineMs } from './machine-time.ts';

const TIMER_SLACK_MS = 2;

/** A timer comes up to a millisecond late: the last stretch is waited out awake, letting others run between looks. */
export async function untilMs(at: number): Promise<void> {
  const left = at - machineMs() - TIMER_SLACK_MS;
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  while (machineMs() < at) await new Promise((resolve) => setImmediate(resolve));
}
