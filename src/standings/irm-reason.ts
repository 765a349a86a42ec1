import type { Irm } from '../model/irm.ts';
import type { Standing } from '../rules/contract.ts';

/** A mark as somebody said it, of a unit, a phase or an event. */
export interface SaidIrm {
  readonly code: Irm | null;
  /** Of one attempt, which is no mark of the list. */
  readonly attempt?: number;
  readonly reason?: string;
}

/** What a mark said from above makes of a row, whatever its card says. */
export const markedBy = (said: SaidIrm): Standing =>
  withReason({ stage: 'IRM', irm: said.code }, () => [said]);

/**
 * A standing with the reason that was said with its mark. Rules find marks, each in the way of its sport; why somebody has
 * one is looked for here, once for all of them: what was said with that code, what counts most first.
 */
export function withReason(standing: Standing, said: () => readonly SaidIrm[]): Standing {
  const { irm } = standing;
  if (irm === null) return standing;
  const reason = said().find(
    ({ code, attempt, reason }) => code === irm && attempt === undefined && reason !== undefined,
  )?.reason;
  return reason === undefined ? standing : { ...standing, irmReason: reason };
}
