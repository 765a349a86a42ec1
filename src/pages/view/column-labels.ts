/** Labels that say more on a page than what fits into a narrow column of a terminal. */
import type { Document } from '../../model/document.ts';
import { ORGANISATION_NAMES } from '../../model/organisations.ts';
import type { Column } from '../../model/row.ts';
import { columnInWords, type Words } from '../../model/words.ts';
import type { PageWords } from '../words/page-words.ts';

const LONGER: Readonly<Record<string, keyof PageWords>> = {
  AT: 'columnTime',
  FAILURES_IN_ALL: 'columnFailuresInAll',
  FAILURES_AT_BEST: 'columnFailuresAtBest',
};

/** The columns with their words; `rows` say what kind of organisations there are. */
export function labelled(
  columns: readonly Column[],
  rows: Document['rows'],
  words: Words,
  said: PageWords,
): readonly Column[] {
  const isOfClubs = areClubs(rows);
  return columns.map((column) => {
    const worded = columnInWords(column, words);
    if (column.code === 'ORGANISATION' && isOfClubs) return { ...worded, label: said.organisation };
    const longer = LONGER[column.code ?? ''];
    return longer === undefined ? worded : { ...worded, label: said[longer] };
  });
}

/** Above a list that the page makes itself. */
export const organisationLabel = (rows: Document['rows'], words: Words, said: PageWords): string =>
  (areClubs(rows) ? undefined : words.columns?.ORGANISATION) ?? said.organisation;

/** Clubs and crews have no national Olympic committee. A single code of none among many others does not make them clubs. */
function areClubs(rows: Document['rows']): boolean {
  const organisations = [...rows].flatMap(({ identity }) => identity?.organisation ?? []);
  const others = organisations.filter((organisation) => !ORGANISATION_NAMES.has(organisation));
  return 2 * others.length > organisations.length;
}
