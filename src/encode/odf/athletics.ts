import { COMMON_CODES, type SportCodes } from './codes.ts';

/** ATH, from the documented dictionary: INTERMEDIATE, REACT_TIME, MS, WARNINGS, BEST_ATTEMPT_NUM, WIND_SPEED ... */
export const athletics: SportCodes = COMMON_CODES;
