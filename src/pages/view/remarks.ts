/** What has to be said of single rows: why somebody has no mark, what decided between equals, what a jury ruled. */
import { criterionText, decidedBelow } from '../../client/decision-text.ts';
import type { Document } from '../../model/document.ts';
import { listRows } from '../../model/document.ts';
import type { ListRow } from '../../model/row.ts';
import { filled, type Words } from '../../model/words.ts';
import type { Speech } from './speech.ts';

export interface Remark {
  readonly key: string;
  readonly name: string;
  /** `OUT`: an IRM with its reason; `DECIDED`: what put the row below one with an equal mark; `RULING`: a rank by a ruling. */
  readonly kind: 'OUT' | 'DECIDED' | 'RULING';
  readonly text: string;
}

export function remarksOf(document: Pick<Document, 'header' | 'rows'>, speech: Speech): readonly Remark[] {
  const words = speech.words(document.header.unit);
  const rows = listRows(document);
  return rows.flatMap((row, index) => [
    ...outRemark(row, words),
    ...decidedRemark(row, rows[index - 1], { words, said: speech.said }),
    ...rulingRemark(row),
  ]);
}

interface Spoken {
  readonly words: Words;
  readonly said: Speech['said'];
}

const remark = ({ key, identity }: ListRow, kind: Remark['kind'], text: string): Remark => ({
  key,
  name: identity.name,
  kind,
  text,
});

/** "DQ: disqualified (TR 17.2)". */
function outRemark(row: ListRow, words: Words): readonly Remark[] {
  const { irm, irmReason } = row.mark;
  if (irm === null) return [];
  const word = words.irm?.[irm];
  const text = [irm, word === undefined ? '' : `: ${word}`, irmReason === undefined ? '' : ` (${irmReason})`];
  return [remark(row, 'OUT', text.join(''))];
}

/** "behind A. BERG: fewer failures at the last height cleared (TR 26.8.1)". */
function decidedRemark(row: ListRow, above: ListRow | undefined, { words, said }: Spoken): readonly Remark[] {
  const decidedBy = decidedBelow(row, above);
  if (decidedBy === null) return [];
  const criterion = criterionText(decidedBy, words);
  return [remark(row, 'DECIDED', filled(said.behind, { above: above!.identity.name, criterion }))];
}

const rulingRemark = (row: ListRow): readonly Remark[] =>
  row.place.ruling === undefined ? [] : [remark(row, 'RULING', row.place.ruling)];
