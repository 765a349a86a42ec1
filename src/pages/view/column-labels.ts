/** Labels that say more on a page than what fits into a narrow column of a terminal. */
import type { Document } from '../../model/document.ts';
import { ORGANISATION_NAMES } from '../../model/organisations.ts';
import type { Column } from '../../model/row.ts';
import type { Rows } from '../../model/row-list.ts';
import type { PageWords } from '../words/page-words.ts';

const LONGER: Readonly<Record<string, keyof PageWords>> = {
  AT: 'columnTime',
  FAILURES_IN_ALL: 'columnFailuresInAll',
  FAILURES_AT_BEST: 'columnFailuresAtBest',
};

export function labelled(
  columns: readonly Column[],
  rows: Rows<Document['rows'] extends Rows<infer Row> ? Row : never>,
  said: PageWords,
): readonly Column[] {
  return columns.map((column) => {
    const { code } = column;
    if (code === undefined) return column;
    // Clubs and crews have no national Olympic committee.
    if (code === 'ORGANISATION' && rows.some(({ identity }) => isNoCommittee(identity?.organisation)))
      return { ...column, label: said.organisation };
    const longer = LONGER[code];
    return longer === undefined ? column : { ...column, label: said[longer] };
  });
}

const isNoCommittee = (organisation: string | undefined): boolean =>
  organisation !== undefined && !ORGANISATION_NAMES.has(organisation);
