/**
 * Rounding by name, on integers of millionths. Which function and which step a result needs is said
 * by the rule book, so a rule module always names both; nothing here is a default.
 *
 *   ceilTo       athletics: photo-finish readings up to the next 1/100 s, road races to the next second (TR 19)
 *   truncTo      touch pads to 1/100 s (World Aquatics SW 11), alpine timing, gymnastics scores to 1/1000
 *   floorTo      athletics: distances to the centimetre below (TR 24, TR 29)
 *   roundHalfUp  panels of diving and figure skating, points of ski jumping
 */
import type { Micro } from '../model/decimal.ts';
import { ONE } from '../model/decimal.ts';

export type Rounding = (value: Micro, step: Micro) => Micro;

/** A rounding with its step: how fine a value is compared or shown. */
export interface Precision {
  readonly round: Rounding;
  readonly step: Micro;
}

export const SECOND: Micro = ONE;
export const TENTH: Micro = 100_000;
export const HUNDREDTH: Micro = 10_000;
export const THOUSANDTH: Micro = 1_000;

/** Up to the next multiple, unless exact: 9.784 -> 9.79, 9.780 -> 9.78. */
export const ceilTo: Rounding = (value, step) => plain(Math.ceil(value / step) * step);

/** Down to the multiple below: 8.419 -> 8.41, -0.05 -> -0.1. */
export const floorTo: Rounding = (value, step) => plain(Math.floor(value / step) * step);

/** Further digits are dropped, towards zero: 271.989 -> 271.98, -0.05 -> 0. */
export const truncTo: Rounding = (value, step) => plain(Math.trunc(value / step) * step);

/** To the nearest multiple, halves away from zero: 9.005 -> 9.01, -9.005 -> -9.01. */
export const roundHalfUp: Rounding = (value, step) => {
  const magnitude = Math.floor((2 * Math.abs(value) + step) / (2 * step)) * step;
  return plain(value < 0 ? -magnitude : magnitude);
};

export const rounded = (value: Micro, { round, step }: Precision): Micro => round(value, step);

/** How many decimals a step shows: 0.01 -> 2, 1 -> 0. The step is a power of ten of the base unit. */
export function decimalsOf(step: Micro): number {
  let decimals = 0;
  for (let unit: Micro = ONE; unit > step; unit /= 10) decimals += 1;
  return decimals;
}

/** Minus zero is no number of the results world. */
const plain = (value: number): Micro => (value === 0 ? 0 : value);
