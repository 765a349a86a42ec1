/** The clock of a venue's program, and what is made of its time. */
import type { Instant } from '../model/fact.ts';
import { formatInstant } from '../model/instant.ts';

/** How far the steady clock may be from the wall clock before it is set again. */
const DRIFT_MAX_US = 2000;

/** The wall clock, with the microseconds of the steady one. */
export function systemClock(): () => Instant {
  let offset = 0;
  return () => {
    const steady = performance.now() * 1000;
    const wall = Date.now() * 1000;
    if (Math.abs(offset + steady - wall) > DRIFT_MAX_US) offset = wall - steady;
    return Math.round(offset + steady);
  };
}

/** 20240609T205311.104233Z: a name for a run of numbers that no other run has, and that is greater than those of before. */
export const epochOf = (instant: Instant): string =>
  formatInstant(instant)
    .replace(/[-:]/g, '')
    .replace(/\.(\d{3})Z$/, '.$1000Z');
