import type { RscCodes } from '../../src/rules/codes.ts';
import { BOATS, PHASES, readEvent } from './events.ts';

const LIGHTWEIGHT = ['SCULL1-L', 'SCULL2-L', 'SCULL4-L', 'NOCOX2-L', 'NOCOX4-L', 'COXED8-L'];
const PARA = ['SCULL1-PR1', 'SCULL2-PR2', 'SCULL2-PR3', 'NOCOX2-PR3', 'COXED4-PR3'];

export const CODES: RscCodes = {
  genders: ['M', 'W', 'X'],
  events: () => [...BOATS, ...LIGHTWEIGHT, ...PARA],
  knowsEvent: (event) => readEvent(event) !== null,
  phases: () => [...PHASES],
  units: (_event, phase) => (phase === 'FNL' ? ['####00'] : ['####00', '####RR']),
};
