import { decimal, type Micro } from '../../src/model/decimal.ts';
import type { OptionValue } from '../../src/model/fact.ts';
import { isWholeNumber, type OptionSpecs, oneOf, wholeNumber } from '../../src/rules/options.ts';
import type { MedalFormat } from './events.ts';

/** What the notice of race and the sailing instructions may set. */
export interface Options {
  /** `[5, 9]`: with so many races one more of the worst scores is excluded (A2.1). */
  readonly discards: readonly number[];
  /** Points of a first place: 1 in the book, 0.7 or 0.75 in some fleets. */
  readonly firstPlace: Micro;
  /** A5.3: who came to the starting area scores by how many came. */
  readonly scoring: 'REGATTA' | 'LONG_SERIES';
  /** So many places behind the last finisher is a boat that finished too late (TLE). */
  readonly late: number;
  /** Places of a scoring penalty (44.3(c)); default: 20 % of the score for DNF. */
  readonly penaltyPlaces: number;
  /** Equal series: by Appendix A (boats, kites) or by B8 (windsurfing), where the best excluded score comes first. */
  readonly ties: 'A' | 'B';
  readonly medals: MedalFormat;
}

const MOST = 100;

export const OPTIONS: OptionSpecs<Options> = {
  discards: { what: 'numbers of races that rise or stay, as [5, 9]', read: discardsOf },
  firstPlace: { what: 'points, as "0.7"', read: pointsOf },
  scoring: oneOf<Options['scoring']>({ REGATTA: 'REGATTA', LONG_SERIES: 'LONG_SERIES' }),
  late: wholeNumber(1, 2),
  penaltyPlaces: wholeNumber(1, MOST),
  ties: oneOf<Options['ties']>({ A: 'A', B: 'B' }),
  medals: oneOf<MedalFormat>({ DOUBLE: 'DOUBLE', KNOCK_OUT: 'KNOCK_OUT', WINS: 'WINS', NONE: 'NONE' }),
};

function discardsOf(value: OptionValue): readonly number[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const races = value as readonly OptionValue[];
  const isRising = races.every((each, index) => index === 0 || Number(races[index - 1]) <= Number(each));
  return isRising && races.every((each) => isWholeNumber(each, 1, MOST))
    ? (races as readonly number[])
    : undefined;
}

function pointsOf(value: OptionValue): Micro | undefined {
  return typeof value === 'string' && /^\d(\.\d{1,2})?$/.test(value) ? decimal(value) : undefined;
}
