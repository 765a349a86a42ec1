/** Units that are no competition: nobody is ranked in them, they stand on the schedule only (ODF `PhaseType`). */
import type { Rsc } from './rsc.ts';
import { partsOf } from './rsc.ts';

interface PhaseKind {
  /** ODF `PhaseType`. */
  readonly code: string;
  /** What such a unit is called where the venue gives no name. */
  readonly name: string;
}

const COMPETITION: PhaseKind = { code: '3', name: '' };

/** By phase code of the RSC. */
const OTHERS: Readonly<Record<string, PhaseKind>> = {
  TRNO: { code: '1', name: 'Official Training' },
  TRNU: { code: '2', name: 'Training' },
  MEET: { code: '4', name: 'Technical Meeting' },
  VICT: { code: '6', name: 'Victory Ceremony' },
  DRAW: { code: '7', name: 'Draw' },
};

export const phaseKindOf = (unit: Rsc): PhaseKind => OTHERS[partsOf(unit).phase] ?? COMPETITION;

export const isCompetition = (unit: Rsc): boolean => phaseKindOf(unit) === COMPETITION;
