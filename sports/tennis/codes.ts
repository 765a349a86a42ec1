import type { RscCodes } from '../../src/rules/codes.ts';

export const EVENTS: readonly string[] = ['SINGLES', 'DOUBLES'];

/** First to last. */
export const ROUNDS: readonly string[] = ['R128', 'R64', 'R32', '8FNL', 'QFNL', 'SFNL', 'FNL'];

export const CODES: RscCodes = {
  genders: ['M', 'W', 'X'],
  events: (gender) => (gender === 'X' ? ['DOUBLES'] : EVENTS),
  phases: () => ROUNDS,
  units: () => ['####00'],
};
