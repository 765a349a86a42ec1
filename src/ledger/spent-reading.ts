import type { Conditions, FactOf } from '../model/fact.ts';
import { READINGS_OF_UNIT } from './bounds.ts';

/**
 * Of more readings than are kept, the one that is forgotten: the earliest of which every value was measured again in the same place, or the
 * earliest of all. Null while there is room.
 */
export function spentReading(readings: readonly FactOf<'conditions'>[]): FactOf<'conditions'> | null {
  if (readings.length <= READINGS_OF_UNIT) return null;
  const latestFirst = readings.toSorted((one, other) => timeOf(other) - timeOf(one));
  const measured = new Set<string>();
  let spent: FactOf<'conditions'> | null = null;
  for (const reading of latestFirst) {
    const values = valuesIn(reading.content);
    if (values.every((value) => measured.has(value))) spent = reading;
    for (const value of values) measured.add(value);
  }
  return spent ?? latestFirst.at(-1)!;
}

const timeOf = ({ content, storedAt }: FactOf<'conditions'>): number => content.at ?? storedAt;

/** `temperature` and where it was measured. */
const valuesIn = ({ at: _, place = '', ...values }: Conditions): string[] =>
  Object.keys(values).map((value) => `${value}|${place}`);
