import type { Micro } from '../../model/decimal.ts';
import type { Attempt } from '../../model/fact.ts';
import { floorTo, HUNDREDTH } from '../rounding.ts';

export const isValid = ({ outcome, mark }: Attempt): boolean => outcome === 'VALID' && mark !== undefined;

/** To pass, or to retire, is no trial. */
export const isTried = ({ outcome }: Attempt): boolean => outcome === 'VALID' || outcome === 'FAILED';

/** Distances are recorded to the centimetre below (TR 25, "Measurements"). */
export const centimetres = ({ mark }: Attempt): Micro => floorTo(mark ?? 0, HUNDREDTH);

/** Valid marks, best first. */
export const validMarks = (attempts: readonly Attempt[]): readonly Micro[] =>
  attempts
    .filter(isValid)
    .map(centimetres)
    .sort((one, other) => other - one);
