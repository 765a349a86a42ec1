import type { RscCodes } from '../../src/rules/codes.ts';
import { APPARATUS } from './programme.ts';

export const CODES: RscCodes = {
  genders: Object.keys(APPARATUS),
  // No event: a subdivision serves all events of its gender.
  events: (gender) => ['', '1AA', 'TEAM', ...(APPARATUS[gender] ?? []).map((each) => `1AP${each}`)],
  phases: (event) => (event === '' ? ['QUAL'] : ['QUAL', 'FNL']),
  units: (_event, phase) => (phase === 'QUAL' ? ['00000#', '0000##'] : ['####00']),
};
