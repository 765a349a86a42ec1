/**
 * Invalid result mark: why a competitor has no valid result. The codes are the discipline's own
 * (athletics writes DQ, swimming DSQ), so each sport lists its codes in display order.
 */
export type Irm = string;
