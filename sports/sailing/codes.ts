import type { RscCodes } from '../../src/rules/codes.ts';
import {
  CLASSES,
  classesOf,
  FINAL,
  GROUPS,
  type MedalFormat,
  QUARTER_FINAL,
  SEMI_FINAL,
  SERIES,
} from './events.ts';

/** A class that is not of the Games may ask for any of the formats. */
const PHASES: Readonly<Record<MedalFormat, readonly string[]>> = {
  NONE: [SERIES, QUARTER_FINAL, ...GROUPS, SEMI_FINAL, FINAL],
  DOUBLE: [SERIES, FINAL],
  KNOCK_OUT: [SERIES, QUARTER_FINAL, SEMI_FINAL, FINAL],
  WINS: [SERIES, ...GROUPS, SEMI_FINAL, FINAL],
};

export const CODES: RscCodes = {
  genders: ['M', 'W', 'X', 'O'],
  events: classesOf,
  // A class or fleet that is not of the Games, as the meet calls it.
  knowsEvent: (event) => event !== '',
  phases: (event) => PHASES[CLASSES[event]?.medals ?? 'NONE'],
  units: () => ['####00'],
};
