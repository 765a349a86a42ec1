import type { RscCodes } from '../../src/rules/codes.ts';
import { readEvent } from './events.ts';

const metres = (stroke: string, ...distances: readonly number[]): string[] =>
  distances.map((distance) => `${distance}M${stroke}`);
const relays = (stroke: string, ...distances: readonly number[]): string[] =>
  metres(stroke, ...distances).map((code) => `4X${code}`);

export const CODES: RscCodes = {
  genders: ['M', 'W', 'X', 'O'],
  events: () => [
    ...metres('FR', 50, 100, 200, 400, 800, 1500),
    ...metres('BA', 50, 100, 200),
    ...metres('BR', 50, 100, 200),
    ...metres('BF', 50, 100, 200),
    ...metres('IM', 100, 200, 400),
    ...relays('FR', 50, 100, 200),
    ...relays('MD', 50, 100),
  ],
  // Meets have other distances, and age groups behind the code: 25MFR, 100MFR-G2.
  knowsEvent: (event) => readEvent(event) !== null,
  phases: () => ['HEAT', 'QFNL', 'SFNL', 'FNL'],
  units: () => ['####00', '####RR'],
};
