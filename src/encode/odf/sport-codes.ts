import { athletics } from './athletics.ts';
import { COMMON_CODES, type SportCodes } from './codes.ts';
import { gymnastics } from './gymnastics.ts';
import { swimming } from './swimming.ts';

const BY_DISCIPLINE: Readonly<Record<string, SportCodes>> = {
  ATH: athletics,
  SWM: swimming,
  GAR: gymnastics,
};

export const sportCodesOf = (discipline: string): SportCodes => BY_DISCIPLINE[discipline] ?? COMMON_CODES;
