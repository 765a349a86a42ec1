/**
 * Scoring tables of combined events: points = floor(A * base ^ C), where the base is B - t for races
 * and mark - B for jumps (centimetres) and throws (metres); nothing for a base of 0 or less
 * (World Athletics Scoring Tables for Combined Events).
 */
import { type Micro, ONE } from '../../src/model/decimal.ts';

/** `race`: seconds below B count. `jump`: centimetres above B. `throw`: metres above B. */
export type TableKind = 'race' | 'jump' | 'throw';

export interface PointsTable {
  readonly kind: TableKind;
  /** Decimal texts, as printed in the tables. */
  readonly a: string;
  readonly b: string;
  readonly c: string;
}

/** A fraction of whole numbers. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** Points for the official mark in seconds or metres, as a whole number. */
export function pointsFor(table: PointsTable, mark: Micro): number {
  const base = baseOf(table, mark);
  if (base <= 0) return 0;
  const estimate = Number(table.a) * (base / ONE) ** Number(table.c);
  const nearest = Math.round(estimate);
  // A double errs by less than 1e-9 here, so only a value this near to a whole number needs more.
  if (Math.abs(estimate - nearest) > 1e-6) return Math.floor(estimate);
  return reachesPoints(table, base, nearest) ? nearest : nearest - 1;
}

/** What is raised to the power C, in millionths of the table's unit. */
function baseOf({ kind, b }: PointsTable, mark: Micro): number {
  const limit = Math.round(Number(b) * ONE);
  if (kind === 'race') return limit - mark;
  return (kind === 'jump' ? mark * 100 : mark) - limit;
}

/**
 * Is A * base^C at least `points`? Decided in whole numbers: with C = p/q that is
 * A^q * base^p >= points^q.
 */
function reachesPoints({ a, c }: PointsTable, base: number, points: number): boolean {
  const factor = fraction(a);
  const { over: p, under: q } = fraction(c);
  const left = factor.over ** q * BigInt(base) ** p;
  const right = BigInt(points) ** q * factor.under ** q * BigInt(ONE) ** p;
  return left >= right;
}

/** "1.835" -> 1835/1000, in lowest terms. */
function fraction(text: string): Fraction {
  const [whole = '0', digits = ''] = text.split('.');
  const under = 10n ** BigInt(digits.length);
  const over = BigInt(whole + digits);
  const divisor = greatestCommonDivisor(over, under);
  return { over: over / divisor, under: under / divisor };
}

const greatestCommonDivisor = (one: bigint, other: bigint): bigint =>
  other === 0n ? one : greatestCommonDivisor(other, one % other);
