/** What whoever imports a file knows and the file does not say. */
export interface ImportOptions {
  /** Of the clocks at the competition: `Europe/Paris`. Default: UTC, which is remarked. */
  readonly timeZone?: string;
  /** Which of several meets of the file, from 1; default the first. */
  readonly meet?: number;
}
