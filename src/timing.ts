/** The clock and the timers of a program: given from outside, so that a test or a simulation owns the time. */
export interface Timing {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds, with fractions, on a clock that only goes forward. */
  elapsed(): number;
  /** Runs once all input that has already arrived is taken in: the end of a tick. */
  soon(run: () => void): void;
  /** Runs every `ms` milliseconds until the returned function is called. */
  every(ms: number, run: () => void): () => void;
  /** Runs once after `ms` milliseconds, unless the returned function is called before. */
  after(ms: number, run: () => void): () => void;
}

/** A timer of Node that is asked to wait for longer does not wait at all: after 24 days it is early instead. */
export const WAIT_MOST_MS = 2 ** 31 - 1;

export const systemTiming: Timing = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  soon: (run) => void setImmediate(run),
  every: (ms, run) => {
    const timer = setInterval(run, Math.min(ms, WAIT_MOST_MS));
    return () => clearInterval(timer);
  },
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(ms, WAIT_MOST_MS));
    return () => clearTimeout(timer);
  },
};
