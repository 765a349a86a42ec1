/** How rows are told as JSON (`rows-form.ts`). */
export interface RowsSettings {
  /** What each field is called, and the column that it has (`encode/flat`); null: all columns under their own names. In `{fields}` a `#` is the number of the row. */
  readonly columns: Readonly<Record<string, string>> | null;
  /** So many rows are told; in `{fields}` those that are not there are empty. */
  readonly most: number;
  readonly body: unknown;
  /** In its place where nothing is to be shown any more; null: the same, without rows. */
  readonly withdrawn: unknown;
}

export const ROWS: RowsSettings = {
  columns: null,
  most: 1_000,
  body: {
    story: '{story}',
    number: '{number}',
    kind: '{kind}',
    status: '{status}',
    headline: '{headline}',
    notes: '{notes}',
    rows: '{rows}',
  },
  withdrawn: null,
};
