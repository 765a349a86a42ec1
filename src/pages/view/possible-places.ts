/** Where somebody can still end, from PROJECTION: a column beside the places of now. */
import type { Document, DocumentOf } from '../../model/document.ts';
import { isDecided } from '../../model/result-status.ts';
import type { Projected } from '../../model/row.ts';
import type { PageWords } from '../words/page-words.ts';
import type { AddedColumn } from './table-lines.ts';

/** None where nothing is projected, or officials have decided. */
export function possibleColumns(
  projection: Pick<DocumentOf<'PROJECTION'>, 'rows'> | null,
  { header }: Pick<Document, 'header'>,
  said: PageWords,
): readonly AddedColumn[] {
  if (projection === null || isDecided(header.status)) return [];
  const texts = new Map(
    [...projection.rows].map(({ key, projected }) => [key, possibleText(projected, said)]),
  );
  // What is the same of everybody says nothing of anybody.
  if (new Set(texts.values()).size < 2) return [];
  return [
    {
      column: { label: said.possible, source: 'possible', align: 'center', width: 8 },
      before: 'qualificationMark',
      textOf: ({ key }) => texts.get(key) ?? '',
    },
  ];
}

/** `1–4`, `2`, `1–4, through`; open at the end for who can also end without a place. */
function possibleText({ best, worst, toAdvance }: Projected, said: PageWords): string {
  const places = best === undefined ? '' : best === worst ? String(best) : `${best}–${worst ?? ''}`;
  const chance = toAdvance === 'CERTAIN' ? said.through : toAdvance === 'OUT' ? said.notThrough : '';
  return [places, chance].filter(Boolean).join(', ');
}
