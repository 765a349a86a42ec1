/** What one competitor has done: place, mark, gap, and whatever makes it more than that. */
import { capitalised } from '../../client/cells.ts';
import { criterionText, decidedBelow } from '../../client/decision-text.ts';
import { listRows } from '../../model/document.ts';
import type { ListRow } from '../../model/row.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';
import { type Head, headOf } from './head.ts';
import { hasResult, type ResultLine, resultLine } from './result-line.ts';
import { recordName, say, wordFor } from './say.ts';
import { keyShown } from './who.ts';

export interface ResultStrapContent {
  readonly head: Head;
  readonly line: ResultLine;
  /** `World record`, in words; empty where none was set. */
  readonly recordNames: readonly string[];
  /** In words; empty without one. */
  readonly medalName: string;
  /** `Qualified by place`; empty for who does not go on. */
  readonly qualificationName: string;
  /** What explains it, each ready to show: why there is no mark, what decided between equals, the picture, a ruling. */
  readonly notes: readonly string[];
}

/** Null while nobody is singled out, for somebody who is not in the document, and for who has no result yet. */
export function resultStrapContent(scene: Scene, told: Told): ResultStrapContent | null {
  const { main } = scene;
  const key = keyShown(scene, told);
  const rows = main === null ? [] : listRows(main);
  const index = rows.findIndex((each) => each.key === key);
  const row = rows[index];
  if (main === null || row === undefined || !hasResult(row)) return null;
  const { mark, place } = row;
  return {
    head: headOf(main.header, scene, told),
    line: resultLine(row, told),
    recordNames: mark.records.map((record) => recordName(told, record)),
    medalName: place.medal === undefined ? '' : capitalised(wordFor(scene, 'medals', place.medal)),
    qualificationName:
      place.qualificationMark === null ? '' : capitalised(wordFor(scene, 'marks', place.qualificationMark)),
    notes: notesOf(row, rows[index - 1], scene, told),
  };
}

function notesOf(row: ListRow, above: ListRow | undefined, scene: Scene, told: Told): readonly string[] {
  const { mark, place } = row;
  const decidedBy = decidedBelow(row, above);
  return [
    mark.irm === null ? '' : outText(mark, scene),
    decidedBy === null
      ? ''
      : say(told, 'behind', {
          above: above!.identity.tvName ?? above!.identity.name,
          criterion: criterionText(decidedBy, scene.words),
        }),
    place.photoFinish ? say(told, 'photoFinish') : '',
    place.ruling ?? '',
  ].filter(Boolean);
}

/** "Disqualified (TR 17.2)". */
function outText({ irm, irmReason }: ListRow['mark'], scene: Scene): string {
  const reason = irmReason === undefined ? '' : ` (${irmReason})`;
  return capitalised(wordFor(scene, 'irm', irm!)) + reason;
}
