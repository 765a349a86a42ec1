import type { Irm } from '../../model/irm.ts';
import type { CompetitorFacts } from '../contract.ts';

/** The competitor's IRM for the unit as a whole, not for one attempt, apparatus or timing point. */
export function wholeUnitIrm({ irms }: Pick<CompetitorFacts, 'irms'>): Irm | null {
  for (const { code, attempt, point } of irms) {
    if (code !== null && attempt === undefined && point === undefined) return code;
  }
  return null;
}
