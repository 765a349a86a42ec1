/** A proposal in the style of the documented sports: the dictionary's code names are not public. One line a dive. */
export const ODF_CODES: Readonly<Record<string, string>> = {
  'judged.parts': 'DIVE',
  'judged.parts.part': 'ROUND',
  'judged.parts.components.DIVE': 'DIVE_NUM',
  'judged.parts.components.TOTAL': 'TOTAL',
};
