import type { OptionValue } from '../../src/model/fact.ts';
import type { Cut } from '../../src/rules/families/last-rounds.ts';
import { isWholeNumber, type OptionSpecs, oneOf } from '../../src/rules/options.ts';

/** What a venue may set for a competition that departs from the rules. */
export interface Options {
  /** Where equal times share the last qualifying place: `OPEN` leaves it to officials, because there is no lane for all. */
  readonly overfull: 'ADMIT_ALL' | 'OPEN';
  /** Who has the last rounds of a jump or throw: `{ "after": 3, "best": 8 }` (the rule book), or `NONE` where all have. */
  readonly cut: Cut | 'NONE';
  /** After which rounds the order is made anew: `[3, 5]` where the regulations do it once more (TR 25.6); default: after the cut. */
  readonly newOrderAfter: readonly number[];
}

export const OPTIONS: OptionSpecs<Options> = {
  overfull: oneOf({ ADMIT_ALL: 'ADMIT_ALL', OPEN: 'OPEN' } as const),
  cut: { what: '"NONE", or { after, best } in whole numbers from 1', read: cutOf },
  newOrderAfter: { what: 'a list of rounds, in whole numbers from 1', read: roundsIn },
};

const MOST = 100;

function cutOf(value: OptionValue): Cut | 'NONE' | undefined {
  if (value === 'NONE') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { after, best } = value as { readonly [key: string]: OptionValue };
  return isWholeNumber(after, 1, MOST) && isWholeNumber(best, 1, MOST) ? { after, best } : undefined;
}

function roundsIn(value: OptionValue): readonly number[] | undefined {
  return Array.isArray(value) && value.every((round) => isWholeNumber(round, 1, MOST)) ? value : undefined;
}
