import type { RscCodes } from '../../src/rules/codes.ts';
import { EVENTS, PHASES } from './events.ts';

const PAIRS_AND_TEAMS = ['3MTEAM2', '10MTEAM2', 'TEAM'];

export const CODES: RscCodes = {
  genders: ['M', 'W', 'X'],
  events: (gender) =>
    gender === 'X' ? PAIRS_AND_TEAMS : [...EVENTS.keys()].filter((event) => event !== 'TEAM'),
  phases: () => [...PHASES],
  units: () => ['####00'],
};
