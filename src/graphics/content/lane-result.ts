/** The result of a race in lanes, lane by lane: where the eye of who has just watched it looks. */
import { capitalised } from '../../client/cells.ts';
import { inStartOrder, startPosition } from '../../client/start-order.ts';
import { type Document, listRows } from '../../model/document.ts';
import type { ListRow } from '../../model/row.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';
import { type Head, headOf } from './head.ts';
import { hasResult, type ResultLine, resultLine } from './result-line.ts';
import { wordFor } from './say.ts';
import { windOf } from './standings.ts';

export interface LaneResultContent {
  readonly head: Head;
  /** `Wind +0.7 m/s`; empty without one. */
  readonly wind: string;
  readonly laneLabel: string;
  readonly rankLabel: string;
  /** All lanes, also of who has not come in yet. */
  readonly rows: readonly LaneLine[];
}

export interface LaneLine extends ResultLine {
  readonly lane: string;
}

/** More are no race in lanes. */
const LANES_MOST = 12;

/** Null where nobody has a lane, and while nobody has a result. */
export function laneResultContent(scene: Scene, told: Told): LaneResultContent | null {
  const { main } = scene;
  const rows = main === null ? [] : inLanes(main);
  if (main === null || rows.length === 0 || rows.length > LANES_MOST || !rows.some(hasResult)) return null;
  return {
    head: headOf(main.header, scene, told),
    wind: windOf(main, told),
    laneLabel: capitalised(wordFor(scene, 'columns', 'LANE')),
    rankLabel: capitalised(wordFor(scene, 'columns', 'RANK')),
    rows: rows.map((row) => ({ ...resultLine(row, told), lane: startPosition(row.identity) })),
  };
}

const inLanes = (main: Document): readonly ListRow[] =>
  inStartOrder(listRows(main).filter(({ identity }) => identity.lane !== undefined));
