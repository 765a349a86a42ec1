/** ODF codes where they differ from those of the house. A proposal: penalties and points are counted by their own codes there. */
export const ODF_CODES: Readonly<Record<string, string>> = {
  'match.counts': 'POINTS',
  'match.counts.code': 'TYPE',
};
