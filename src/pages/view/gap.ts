/** The gap to the leader where the list of a sport has no column for it: of jumps, throws, points. */
import type { Document } from '../../model/document.ts';
import type { Derived } from '../../model/order.ts';
import type { Column } from '../../model/row.ts';
import { columnInWords, filled, type Words } from '../../model/words.ts';
import type { PageWords } from '../words/page-words.ts';
import type { AddedColumn } from './table-lines.ts';

/** None where gaps are not said, or a column of the document says them. */
export function gapColumns({ header }: Pick<Document, 'header'>, words: Words): readonly AddedColumn[] {
  const { gap, columns } = header;
  if (gap === undefined || columns.some(({ source }) => source === BEHIND.source)) return [];
  const textOf: AddedColumn['textOf'] = ({ place }) => (place as Partial<Derived> | undefined)?.diff ?? '';
  return [{ column: columnInWords(BEHIND, words), before: 'qualificationMark', textOf }];
}

const BEHIND: Column = { code: 'BEHIND', label: 'Behind', source: 'diff', align: 'right', width: 8 };

/** `-0.12 to the leader`; nothing of the leader. */
export const gapText = (diff: string | null, said: PageWords): string =>
  diff === null ? '' : filled(said.toLeader, { gap: diff });
