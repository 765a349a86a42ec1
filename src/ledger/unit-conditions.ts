import type { Conditions } from '../model/fact.ts';
import type { UnitLedger } from './unit-ledger.ts';

/**
 * What holds for the unit as a whole: of each value the reading with the latest time, one without a time before all others.
 * Readings about a competitor, or of another place than the unit's own, do not count. Null without any.
 */
export function unitConditions(ledger: UnitLedger): Conditions | null {
  const readings = ledger
    .all('conditions')
    .map(({ content }) => content)
    .filter(({ competitor, place }) => competitor === undefined && place === undefined)
    .sort((one, other) => (one.at ?? 0) - (other.at ?? 0));
  if (readings.length < 2) return readings[0] ?? null;
  return Object.assign({}, ...readings) as Conditions;
}
