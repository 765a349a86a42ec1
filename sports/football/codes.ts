import type { RscCodes } from '../../src/rules/codes.ts';
import { FINAL_GROUP, firstGroup, secondGroup, THIRDS } from './programme.ts';

export const CODES: RscCodes = {
  genders: ['M', 'W'],
  events: () => ['TEAM11'],
  phases: () => [
    ...[...'ABCDEFGHIJKL'].map(firstGroup),
    THIRDS,
    ...[...'ABCD'].map(secondGroup),
    FINAL_GROUP,
    'R32',
    '8FNL',
    'QFNL',
    'SFNL',
    'FNL',
  ],
  units: (_event, phase) => (phase === THIRDS ? [] : ['####00', '####RR']),
};
