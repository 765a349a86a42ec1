import { partsOf, type Rsc, unpad } from '../model/rsc.ts';
import type { Sport } from '../rules/contract.ts';

/** Where the phase of an RSC stands in the sport's order, 0 for the first; -1 when it is not named there. */
export function phasePosition(sport: Sport, rsc: Rsc): number {
  const { phase } = partsOf(rsc);
  return sport.phaseOrder.findIndex((code) => unpad(code) === phase);
}

/** The last phase of an event: who wins it, wins the event. */
export const isFinalPhase = (sport: Sport, rsc: Rsc): boolean =>
  phasePosition(sport, rsc) === sport.phaseOrder.length - 1;
