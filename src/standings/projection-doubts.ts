/** Why nothing can be said of what can still come: what was said may not be all, or may be taken back. */
import type { Outlook } from '../model/document.ts';
import type { ReliabilityReason } from '../model/result-status.ts';
import type { UnitField } from './unit-field.ts';
import { isSuspended } from './unit-status.ts';

export type Unknown = Outlook['unknown'][number];
export type Why = Unknown['why'];

/** What was put together afterwards was said all the same. */
const NO_DOUBT: readonly ReliabilityReason[] = ['RECONSTRUCTED'];

export const doubtfulBy = (reasons: readonly ReliabilityReason[]): readonly Why[] =>
  reasons.filter((reason) => !NO_DOUBT.includes(reason));

/** Of a unit, and of each of a phase. `reasons`: of the reliability of its document. */
export function doubtsOf(unit: UnitField, reasons: readonly ReliabilityReason[]): readonly Why[] {
  const doubts: Why[] = [...doubtfulBy(reasons)];
  if (!unit.hasStartList || unit.entries.length === 0) doubts.push('START_LIST');
  if (isSuspended(unit.ledger)) doubts.push('SUSPENDED');
  if (isRunAgain(unit)) doubts.push('RERUN');
  return doubts;
}

/** Or is itself a re-run. One that is called off is none. */
export const isRunAgain = ({ original, reruns }: UnitField): boolean =>
  original !== null || reruns.some(({ cancelled }) => !cancelled);
