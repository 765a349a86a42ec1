/**
 * ODF codes where they differ from those of the documented sports. A proposal: the dictionary's code names are not public. Vault 1
 * and 2 are lines of their own.
 */
export const ODF_CODES: Readonly<Record<string, string>> = {
  'judged.parts': 'APPARATUS',
  'judged.parts.part': 'APPARATUS',
  'judged.parts.components.D': 'D_SCORE',
  'judged.parts.components.E': 'E_SCORE',
  'judged.parts.components.A': 'A_SCORE',
  'judged.parts.components.ND': 'PEN',
  'judged.parts.components.B': 'BONUS',
};
