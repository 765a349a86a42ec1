/** Units that are no competition: nobody is ranked in them, they stand on the schedule only (ODF `PhaseType`). */
import { partsOf, type Rsc } from './rsc.ts';

const COMPETITION = '3';

/** ODF `PhaseType` by phase code of the RSC; what they are called is in the words of the house. */
const OTHERS = { TRNO: '1', TRNU: '2', MEET: '4', VICT: '6', DRAW: '7' } as const;

export const CEREMONIES: readonly string[] = Object.keys(OTHERS);

export const phaseTypeOf = (unit: Rsc): string => {
  const { phase } = partsOf(unit);
  return Object.hasOwn(OTHERS, phase) ? OTHERS[phase as keyof typeof OTHERS] : COMPETITION;
};

export const isCompetition = (unit: Rsc): boolean => phaseTypeOf(unit) === COMPETITION;
