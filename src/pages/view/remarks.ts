/** What has to be said of single rows: why somebody has no mark, what decided between equals, what a jury ruled. */
import type { Document } from '../../model/document.ts';
import { listRows } from '../../model/document.ts';
import type { ListRow } from '../../model/row.ts';
import { filled, type WordList } from '../../model/words.ts';
import type { Speech } from './speech.ts';

export interface Remark {
  readonly key: string;
  readonly name: string;
  /** `OUT`: an IRM with its reason; `DECIDED`: what put the row below one with an equal mark; `RULING`: a rank by a ruling. */
  readonly kind: 'OUT' | 'DECIDED' | 'RULING';
  readonly text: string;
}

export function remarksOf(document: Pick<Document, 'header' | 'rows'>, speech: Speech): readonly Remark[] {
  const { irm = {}, criteria = {} } = speech.words(document.header.unit);
  const words = { irm, criteria, behind: speech.said.behind };
  const rows = listRows(document);
  return rows.flatMap((row, index) => [
    ...outRemark(row, words),
    ...decidedRemark(row, rows[index - 1], words),
    ...rulingRemark(row),
  ]);
}

interface RemarkWords {
  readonly irm: WordList;
  readonly criteria: WordList;
  /** `behind {above}: {criterion}` */
  readonly behind: string;
}

const remark = ({ key, identity }: ListRow, kind: Remark['kind'], text: string): Remark => ({
  key,
  name: identity.name,
  kind,
  text,
});

/** "DQ: disqualified (TR 17.2)". */
function outRemark(row: ListRow, words: RemarkWords): readonly Remark[] {
  const { irm, irmReason } = row.mark;
  if (irm === null) return [];
  const word = words.irm[irm];
  const text = [irm, word === undefined ? '' : `: ${word}`, irmReason === undefined ? '' : ` (${irmReason})`];
  return [remark(row, 'OUT', text.join(''))];
}

/** Only where the marks alone do not say it. */
function decidedRemark(row: ListRow, above: ListRow | undefined, words: RemarkWords): readonly Remark[] {
  const { decidedBy, rank } = row.place;
  if (decidedBy === null || above === undefined || rank === null || rank === above.place.rank) return [];
  if (row.mark.result === null || row.mark.result !== above.mark.result) return [];
  return [remark(row, 'DECIDED', decidedText(decidedBy, above.identity.name, words))];
}

/** "behind A. BERG: fewer failures at the last height cleared (TR 26.8.1)". */
const decidedText = (
  { criterion, clause }: NonNullable<ListRow['place']['decidedBy']>,
  above: string,
  words: RemarkWords,
): string => {
  const word = words.criteria[criterion] ?? criterion.replaceAll('_', ' ').toLowerCase();
  return filled(words.behind, { above, criterion: clause === '' ? word : `${word} (${clause})` });
};

const rulingRemark = (row: ListRow): readonly Remark[] =>
  row.place.ruling === undefined ? [] : [remark(row, 'RULING', row.place.ruling)];
