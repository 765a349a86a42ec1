/** How open a unit still is: a shape, a word, and how many are still out. */
import type { Document } from '../../model/document.ts';
import { filled } from '../../model/words.ts';
import { OPENNESS_SHAPES, opennessOf } from '../view/unit-openness.ts';
import type { PageWords } from '../words/page-words.ts';

export function OpennessMark({
  result,
  said,
}: {
  result: Pick<Document, 'header' | 'rows'>;
  said: PageWords;
}) {
  const { openness, stillOut } = opennessOf(result);
  const isUnderWay = openness === 'NOT_ALL_STARTED' || openness === 'OPEN';
  return (
    <span class="openness" data-openness={openness}>
      <span aria-hidden="true">{OPENNESS_SHAPES[openness]}</span> {said[`openness${openness}`]}
      {isUnderWay && stillOut > 0 ? `, ${filled(said.stillOut, { count: String(stillOut) })}` : ''}
    </span>
  );
}
