/**
 * Invalid result mark: why a competitor has no valid result. The codes are the discipline's own
 * (athletics writes DQ, swimming DSQ), so each sport lists its codes in display order.
 */
export type Irm = string;

/** Order of the marks where a sport says nothing else; after all ranked rows. */
export const DEFAULT_IRM_ORDER: readonly Irm[] = [
  'DNF',
  'NM',
  'LAP',
  'OTL',
  'RET',
  'WD',
  'DNS',
  'DQ',
  'DSQ',
  'DQB',
];
