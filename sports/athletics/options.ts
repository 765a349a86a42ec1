import { type OptionSpecs, oneOf } from '../../src/rules/options.ts';

/** What a venue may set for a competition that departs from the rules. */
export interface Options {
  /** Where equal times share the last qualifying place: `OPEN` leaves it to officials, because there is no lane for all. */
  readonly overfull: 'ADMIT_ALL' | 'OPEN';
}

export const OPTIONS: OptionSpecs<Options> = {
  overfull: oneOf({ ADMIT_ALL: 'ADMIT_ALL', OPEN: 'OPEN' } as const),
};
