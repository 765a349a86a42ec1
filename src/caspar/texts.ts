import { flatRows, lineWhere, type RowAsked } from '../encode/flat/rows.ts';
import type { Document } from '../model/document.ts';
import { columnIn, FEED, feedOf, type Shown, shownIn } from '../scoreboard/shown.ts';
import type { TemplateLayout } from './layout.ts';

/** By the name of the field. */
export type Texts = Readonly<Record<string, string>>;

/** What a template says. Null: it has nothing to say, so it is not there. Throws `BadLayout` for a column that is none. */
export function textsOf(layout: TemplateLayout, { document, isLive }: Shown): Texts | null {
  const shown = shownIn(document, layout.test);
  if (shown === null || (layout.lost === 'clear' && !isLive)) return null;
  return Object.fromEntries(
    layout.fields.map(({ name, row, column }) => [
      name,
      column === FEED ? feedOf(isLive) : textAt(shown, row, column),
    ]),
  );
}

/** Empty where there is no such row. */
function textAt(document: Document, row: RowAsked, column: string): string {
  const asked = columnIn(document, column);
  const line = typeof row === 'number' ? row : lineWhere(document, columnIn(document, row.column), row.text);
  if (line === 0) return '';
  return flatRows(document, [asked], { from: line, count: 1 })[0]?.[0] ?? '';
}
