/**
 * The venue's clock between two of its words. It is counted on only where the rule book says which way it runs, or its words have shown it; a
 * small difference to the next word is made good over seconds, so that no digit is left out or comes twice; a large one is what the venue has decided.
 */
import { ONE } from '../model/decimal.ts';
import { parseTimeText, timeText } from '../model/time-text.ts';

export interface RunningClock {
  /** As the venue said it. */
  readonly text: string;
  readonly period: string;
  readonly isRunning: boolean;
  /** Millionths of a second; null where the text is not one time alone: `90:00 +3:12`. */
  readonly value: number | null;
  readonly decimals: number;
  /** When it was heard, milliseconds by the clock of the page. */
  readonly at: number;
  /** 1 up, -1 down, 0 while nobody can tell. */
  readonly direction: Direction;
  /** The way it went from the word before to this one. */
  readonly step: Direction;
  /** By how much the page was ahead of the venue when it heard this, in millionths. */
  readonly ahead: number;
}

type Direction = 1 | -1 | 0;

export interface SaidClock {
  readonly clock?: string;
  readonly period?: string;
  readonly running?: boolean;
  readonly clockRuns?: 'UP' | 'DOWN';
}

/** Beyond this the venue has set its clock. */
const SET_BEYOND = ONE;
/** The part of a second by which the page goes faster or slower, a second, until it agrees. */
const MADE_GOOD = 0.1;
const MICROS_PER_MS = 1_000;

/** Null where no clock is told. */
export function heardClock(before: RunningClock | null, said: SaidClock, at: number): RunningClock | null {
  const { clock: text, period = '', running = false, clockRuns } = said;
  if (text === undefined) return null;
  if (before?.text === text && before.period === period && before.isRunning === running) return before;
  const value = parseTimeText(text);
  const same = before !== null && before.period === period ? before : null;
  const step = value === null || same?.value == null ? 0 : signOf(value - same.value);
  const direction = clockRuns === undefined ? directionOf(same, step, value) : BY_RULE[clockRuns];
  const shown = same === null ? null : valueAt(same, at);
  const ahead = shown === null || value === null ? 0 : shown - value;
  const decimals = text.split('.')[1]?.length ?? 0;
  return {
    text,
    period,
    isRunning: running,
    value,
    decimals,
    at,
    direction,
    step,
    ahead: Math.abs(ahead) > SET_BEYOND ? 0 : ahead,
  };
}

const BY_RULE = { UP: 1, DOWN: -1 } as const;

const signOf = (difference: number): Direction => (difference > 0 ? 1 : difference < 0 ? -1 : 0);

/** From zero it can only go up. Otherwise two steps must agree: one alone may be a clock that was set. */
function directionOf(before: RunningClock | null, step: Direction, value: number | null): Direction {
  if (value === 0) return 1;
  if (before === null) return 0;
  if (before.direction !== 0) return before.direction;
  return step !== 0 && step === before.step ? step : 0;
}

/** What it says now; `isLive` false: nothing that is counted on may look like news from the venue. */
export function clockAt(clock: RunningClock, now: number, isLive: boolean): string {
  const value = isLive ? valueAt(clock, now) : null;
  if (value === null) return clock.text;
  return value >= HOUR && OF_MINUTES.test(clock.text) ? minutesText(value) : timeText(value, clock.decimals);
}

const HOUR = 3_600 * ONE;
/** A match is counted in minutes, however many: `78:00`. A race has tenths, and then hours. */
const OF_MINUTES = /^\d+:\d\d$/;

function minutesText(value: number): string {
  const seconds = Math.floor(value / ONE);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** In millionths, counted on; null where it is not. */
export function valueAt(clock: RunningClock, now: number): number | null {
  const { value, isRunning, direction, at, ahead } = clock;
  if (value === null || !isRunning || direction === 0) return null;
  const elapsed = Math.max(0, now - at) * MICROS_PER_MS;
  const left = Math.max(0, Math.abs(ahead) - elapsed * MADE_GOOD) * Math.sign(ahead);
  return Math.max(0, Math.round(value + direction * elapsed + left));
}
