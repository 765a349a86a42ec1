/** What a desk has measured, and what it makes of it: all that the control room shows. Plain data, as it travels to edges and pages. */
import type { Measured, RefusedFact } from './measured.ts';
import { isLoud, type ShownIncident } from './shown.ts';

export interface LoggedEvent {
  readonly at: number;
  readonly what: string;
  /** Null: a program did it. */
  readonly by: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}

/** `units`: only those that somebody should look at, the most urgent first. */
export interface Situation extends Omit<Measured, 'refusedLately'> {
  /** Milliseconds since 1970 by the broker's clock, as far as the desk knows it. */
  readonly at: number;
  /** Which desk says so. */
  readonly desk: string;
  /** It has listened for long enough to miss whoever is silent. */
  readonly isSettled: boolean;
  /** The newest, of all times. */
  readonly refused: readonly RefusedFact[];
  /** How many there were in the last ten minutes. */
  readonly refusedInTenMinutes: number;
  readonly incidents: readonly ShownIncident[];
  /** How many began in the last ten minutes; what is the consequence of another is not counted. */
  readonly alarmsInTenMinutes: number;
  /** The newest first. */
  readonly log: readonly LoggedEvent[];
}

/** What a page is told again and again. */
export interface OperationsAnswer {
  /** Null: no desk is heard. */
  readonly situation: Situation | null;
  /** How long ago the process that answers heard it; null with it. */
  readonly heardAgoMs: number | null;
  /** What the page says with everything it asks a desk to do; null: here it can only look. */
  readonly token: string | null;
}

/** What one look at the page must tell. */
export type Glance =
  /** The desk does not know yet. */
  | 'NOT_KNOWN'
  /** Something is new: somebody has to act. */
  | 'ACT'
  /** All that is there was acknowledged, or is on the shelf. */
  | 'IN_HAND'
  | 'QUIET';

export function glanceOf({ incidents, isSettled }: Pick<Situation, 'incidents' | 'isSettled'>): Glance {
  if (incidents.some(isLoud)) return 'ACT';
  if (!isSettled) return 'NOT_KNOWN';
  return incidents.some(({ state }) => state !== 'CLEARED') ? 'IN_HAND' : 'QUIET';
}
