import { SPORTS } from '../../sports.ts';
import { COMMON_CODES, type SportCodes } from './codes.ts';

const BY_DISCIPLINE: ReadonlyMap<string, SportCodes> = new Map(
  SPORTS.map(({ discipline, odfCodes }) => [discipline, odfCodes ?? COMMON_CODES]),
);

export const sportCodesOf = (discipline: string): SportCodes => BY_DISCIPLINE.get(discipline) ?? COMMON_CODES;
