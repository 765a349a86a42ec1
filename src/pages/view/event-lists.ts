/** The lists of the event that a unit belongs to: first those of the unit, then of its phases, then of the event. */
import type { Document } from '../../model/document.ts';
import { eventRsc } from '../../model/rsc.ts';
import type { DocumentType } from '../../model/shape/table.ts';
import { inOrder } from './document-list.ts';

const LISTS: readonly DocumentType[] = [
  'RESULT',
  'PHASE_RESULT',
  'CUMULATIVE_RESULT',
  'POOL_STANDING',
  'BRACKETS',
  'RANKING',
  'MEDALLISTS',
];

/** Of other units of the event their results are reached over the schedule: here is what says more than one unit. */
export function listsOfEvent(unit: string, documents: readonly Document[]): readonly Document[] {
  const event = eventRsc(unit);
  return documents
    .filter(({ header }) => eventRsc(header.unit) === event && LISTS.includes(header.type))
    .filter(({ header }) => header.type !== 'RESULT' || header.unit === unit)
    .toSorted(({ header: one }, { header: other }) => {
      const isOfUnit = Number(other.unit === unit) - Number(one.unit === unit);
      return isOfUnit || inOrder(one, other);
    });
}
