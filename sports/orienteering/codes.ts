import type { RscCodes } from '../../src/rules/codes.ts';

export const CODES: RscCodes = {
  genders: ['M', 'W', 'O'],
  // A class of the meet, as it is called there: W21, ELITEDAMES.
  events: () => [],
  knowsEvent: (event) => event !== '',
  phases: () => ['QUAL', 'FNL'],
  units: () => ['####00'],
};
