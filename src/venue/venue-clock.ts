/** The clock of a venue's program, and what is made of its time. */
import type { Instant } from '../model/fact.ts';

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

/** 2024-06-09T20:53:11.104233Z. */
export function timeText(instant: Instant): string {
  const seconds = Math.floor(instant / 1_000_000);
  const fraction = String(instant - seconds * 1_000_000).padStart(6, '0');
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
}

/** 20240609T205311.104233Z: a name for a run of numbers that no other run has. */
export const epochOf = (instant: Instant): string => timeText(instant).replace(/[-:]/g, '');
