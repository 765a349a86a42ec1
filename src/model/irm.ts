/**
 * Invalid result mark: why a competitor has no valid result. The codes are the discipline's own
 * (athletics writes DQ, swimming DSQ), so each sport lists its codes in display order.
 */
export type Irm = string;

/** Codes by which a result is annulled, or will be (`pd`: pending); in sailing `DNE` and `DGM` as well. Said of a phase or event, they hold for all within. */
const DISQUALIFICATIONS: ReadonlySet<Irm> = new Set(['DQ', 'DSQ', 'DQB', 'DNE', 'DGM', 'pd']);

export const isDisqualification = (irm: Irm | null): boolean => irm !== null && DISQUALIFICATIONS.has(irm);
