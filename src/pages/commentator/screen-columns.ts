/** Columns of this screen beside those that a document declares. */
import type { Document, DocumentOf } from '../../model/document.ts';
import type { Column } from '../../model/row.ts';
import { gapColumns } from '../view/gap.ts';
import { type OwnNotes, ownMark } from '../view/own-notes.ts';
import { possibleColumns } from '../view/possible-places.ts';
import type { Speech } from '../view/speech.ts';
import type { AddedColumn } from '../view/table-lines.ts';

/** What the reader has marked, the gap to the leader, and where somebody can still end. */
export function screenColumns(
  shown: Document | null,
  projection: DocumentOf<'PROJECTION'> | null,
  { own, speech }: { readonly own: OwnNotes; readonly speech: Speech },
): readonly AddedColumn[] {
  if (shown === null) return [];
  return [
    ...ownColumns(own),
    ...gapColumns(shown, speech.words(shown.header.unit)),
    ...possibleColumns(projection, shown, speech.said),
  ];
}

function ownColumns(own: OwnNotes): readonly AddedColumn[] {
  if (own.favourites.length === 0 && Object.keys(own.notes).length === 0) return [];
  const column: Column = { label: '★', source: 'own', align: 'center', width: 2 };
  return [
    { column, before: 'name', textOf: ({ key, identity }) => ownMark(own, key, identity?.organisation) },
  ];
}
