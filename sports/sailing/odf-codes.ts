/** ODF codes where they differ from those of the house: those of real messages of sailing (London 2012), without the prefix of the sport. */
export const ODF_CODES: Readonly<Record<string, string>> = {
  'series.total': 'TOTAL_POINTS',
  'series.races': 'POINTS_IN_RACE',
};
