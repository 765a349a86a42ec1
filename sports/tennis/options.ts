import { type OptionSpecs, oneOf } from '../../src/rules/options.ts';
import { type GameSet, LAST_SETS, SETS, type SetFormat } from './formats.ts';

/** What a venue may set for a match or an event that departs from the edition. */
export interface Options {
  /** Of a match: sets at most. */
  readonly bestOf: 1 | 3 | 5;
  readonly set: GameSet;
  readonly lastSet: SetFormat;
  readonly noAd: boolean;
  /** Of the event: whether who lost a semi-final plays for bronze, or both are third. */
  readonly bronze: 'MATCH' | 'SHARED';
}

export const OPTIONS: OptionSpecs<Options> = {
  bestOf: {
    what: '1, 3 or 5',
    read: (value) => (value === 1 || value === 3 || value === 5 ? value : undefined),
  },
  set: oneOf<GameSet>(SETS),
  lastSet: oneOf<SetFormat>(LAST_SETS),
  noAd: { what: 'true or false', read: (value) => (typeof value === 'boolean' ? value : undefined) },
  bronze: oneOf<'MATCH' | 'SHARED'>({ MATCH: 'MATCH', SHARED: 'SHARED' }),
};
