/** How open a unit still is: a shape, a word, and how many are still out. */
import type { Document } from '../../model/document.ts';
import { filled } from '../../model/words.ts';
import { OPENNESS_SHAPES, opennessOf } from '../view/unit-openness.ts';
import type { PageWords } from '../words/page-words.ts';

export function OpennessMark({
  result,
  projection = null,
  said,
}: {
  result: Pick<Document, 'header' | 'rows'>;
  projection?: Pick<Document, 'header'> | null;
  said: PageWords;
}) {
  const { openness, stillOut } = opennessOf(result, projection);
  const isOver = openness === 'NOT_STARTED' || openness === 'UNDER_PROTEST';
  return (
    <span class="openness" data-openness={openness}>
      <span aria-hidden="true">{OPENNESS_SHAPES[openness]}</span> {said[`openness${openness}`]}
      {!isOver && stillOut > 0 ? `, ${filled(said.stillOut, { count: String(stillOut) })}` : ''}
    </span>
  );
}
