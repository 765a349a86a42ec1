import { COMMON_CODES, type SportCodes } from './codes.ts';

/**
 * SWM. The dictionary's code names are not public; these copy athletics, as a proposal: INTERMEDIATE with Value cumulative
 * and Value2 lap, REACT_TIME, relay legs with the athlete.
 */
export const swimming: SportCodes = COMMON_CODES;
