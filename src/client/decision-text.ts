/** Why it stands as it does, in words. */
import type { DecidedBy, ListRow } from '../model/row.ts';
import type { Words } from '../model/words.ts';

/** By what a match was decided: a line of the rule book, or the IRM of who is out. */
export const decisionText = (code: string, words?: Words): string =>
  words?.decisions?.[code] ?? words?.irm?.[code] ?? code;

/** What put the row below the one above; null where the marks alone say it. */
export function decidedBelow(row: ListRow, above: ListRow | undefined): DecidedBy | null {
  const { decidedBy, rank } = row.place;
  if (above === undefined || rank === null || rank === above.place.rank) return null;
  return row.mark.result === null || row.mark.result !== above.mark.result ? null : decidedBy;
}

/** "fewer failures at the last height cleared (TR 26.8.1)". */
export function criterionText({ criterion, clause }: DecidedBy, words?: Words): string {
  const word = words?.criteria?.[criterion] ?? criterion.replaceAll('_', ' ').toLowerCase();
  return clause === '' ? word : `${word} (${clause})`;
}
