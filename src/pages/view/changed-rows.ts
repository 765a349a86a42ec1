/** Which rows of a document say something else than before, and since when: of what is drawn and has no lines. */
import type { Document } from '../../model/document.ts';
import type { Row } from '../../model/row.ts';
import { NEWS_MS } from './table-lines.ts';

/** Row key -> when it changed, milliseconds since 1970. */
export type ChangedRows = ReadonlyMap<string, number>;

export function changedRows(
  before: Pick<Document, 'rows'> | null,
  after: Pick<Document, 'rows'>,
  known: ChangedRows,
  now: number,
): ChangedRows {
  const changed = new Map([...known].filter(([, at]) => now - at < NEWS_MS));
  if (before === null || before.rows === after.rows) return changed;
  const older = new Map(before.rows.map((row) => [row.key, row]));
  for (const row of after.rows) {
    const earlier = older.get(row.key);
    if (row !== earlier && ownText(row) !== ownText(earlier)) changed.set(row.key, now);
  }
  return changed;
}

/** What others do changes the place of a row, and nothing else in it. */
function ownText(row: Row | undefined): string {
  const { place: _place, ...own } = row ?? { key: '' };
  return JSON.stringify(own);
}
