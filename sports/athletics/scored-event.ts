/** An event of a decathlon or heptathlon: the mark as published becomes points. */
import { decimal, type Micro, parseDecimal } from '../../src/model/decimal.ts';
import type { Setup } from '../../src/model/fact.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import { parseTimeText } from '../../src/model/time-text.ts';
import { type PointsTable, pointsFor } from './points-table.ts';

export interface ScoredEvent {
  /** RSC phase code without filler: `LJ`, `110H`. */
  readonly phase: string;
  readonly name: string;
  readonly table: PointsTable;
  /** Seconds added to a hand time before scoring (unit `timing.hand`). */
  readonly handTiming?: string;
}

export const isPartOf = (unit: Rsc, { phase }: ScoredEvent): boolean => partsOf(unit).phase === phase;

/** Points for a result as published; null for what is no mark. `setup`: of the unit. */
export function pointsForResult(
  { table, handTiming }: ScoredEvent,
  result: string,
  { timing }: Setup,
): number | null {
  const official: Micro | null = table.kind === 'race' ? parseTimeText(result) : parseDecimal(result);
  if (official === null) return null;
  const byHand = timing?.hand === true && handTiming !== undefined;
  return pointsFor(table, byHand ? official + decimal(handTiming) : official);
}
