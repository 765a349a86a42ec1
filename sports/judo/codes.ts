import type { RscCodes } from '../../src/rules/codes.ts';
import { CATEGORIES, REPECHAGE, ROUNDS, TEAM_EVENT } from './events.ts';

const PHASES = [...ROUNDS.slice(0, -1), REPECHAGE, ...ROUNDS.slice(-1)];

export const CODES: RscCodes = {
  genders: ['M', 'W', 'X'],
  events: (gender) => (gender === 'X' ? [TEAM_EVENT] : (CATEGORIES[gender] ?? [])),
  phases: () => PHASES,
  // `000101` to `000107`: the contests of a team match.
  units: (event) => (event === TEAM_EVENT ? ['####00', '####0#'] : ['####00']),
};
