import { isWholeNumber, type OptionSpecs, oneOf, wholeNumber } from '../../src/rules/options.ts';

/** How an event is held. */
export type Format =
  /** Best 18 of the preliminary into the semi-final, best 12 of that into the final. */
  | 'CHAMPIONSHIP'
  /** Best 12 into two semi-finals, first three of each into the final. */
  | 'TOURNAMENT';

/** What a venue may set. */
export interface Options {
  /** Judges of the panel, where it is not the usual one. */
  readonly judges: number;
  readonly format: Format;
  /** Rounds of a team event in which two dive together. */
  readonly synchronised: readonly number[];
}

const MOST_ROUNDS = 12;

export const OPTIONS: OptionSpecs<Options> = {
  judges: wholeNumber(5, 11),
  format: oneOf({ CHAMPIONSHIP: 'CHAMPIONSHIP', TOURNAMENT: 'TOURNAMENT' } as const),
  synchronised: {
    what: 'a list of rounds, from 1',
    read: (value) => {
      if (!Array.isArray(value)) return undefined;
      const found = value.filter((each): each is number => isWholeNumber(each, 1, MOST_ROUNDS));
      return found.length === value.length ? found : undefined;
    },
  },
};
