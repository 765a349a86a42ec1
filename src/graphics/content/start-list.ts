/** Who starts where, with bests: by lane, else in their order. */
import { inStartOrder, startPosition } from '../../client/start-order.ts';
import { MINUTE, venueTime } from '../../client/venue-time.ts';
import { type Document, listRows } from '../../model/document.ts';
import type { ListRow } from '../../model/row.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';
import { type Head, headOf } from './head.ts';
import { onPage, pagesIn, pageText } from './pages.ts';
import { say } from './say.ts';
import { type Who, whoIs } from './who.ts';

export interface StartListContent {
  readonly head: Head;
  /** When it is to begin, by clocks at the venue: `19:30`; empty where nobody has said it. */
  readonly start: string;
  /** Kinds of bests that somebody has, two at most: `PB`, `SB`. */
  readonly bestKinds: readonly string[];
  readonly rows: readonly StartLine[];
  /** `2/3`; empty for one page. */
  readonly page: string;
}

export interface StartLine extends Who {
  /** Lane, else order. */
  readonly position: string;
  readonly bib: string;
  /** In the order of the kinds; empty for who has none of a kind. */
  readonly bests: readonly string[];
  /** `DNS`: who does not start stays on the list, and is marked. */
  readonly irm: string;
}

const BEST_KINDS = 2;

export const startListPages = ({ main }: Scene, { rows }: Told): number =>
  pagesIn(main?.rows.length ?? 0, rows);

/** Null without starters, and beyond the last page. */
export function startListContent(scene: Scene, told: Told, page: number): StartListContent | null {
  const { main } = scene;
  const starters = main === null ? [] : inStartOrder(listRows(main));
  const shown = onPage(starters, told, page);
  if (main === null || shown.length === 0) return null;
  const bestKinds = bestKindsOf(starters);
  return {
    head: headOf(main.header, scene, told, say(told, 'startList')),
    start: startOf(main, told),
    bestKinds,
    rows: shown.map((row) => startLine(row, bestKinds, told)),
    page: pageText(page, startListPages(scene, told)),
  };
}

/** Of the whole list, so that columns stay where they are from page to page. */
const bestKindsOf = (starters: readonly ListRow[]): readonly string[] =>
  [...new Set(starters.flatMap(({ identity }) => Object.keys(identity.bests ?? {})))]
    .sort()
    .slice(0, BEST_KINDS);

function startLine({ key, identity, mark }: ListRow, bestKinds: readonly string[], told: Told): StartLine {
  return {
    ...whoIs(key, identity, told),
    position: startPosition(identity),
    bib: identity.bib ?? '',
    bests: bestKinds.map((kind) => identity.bests?.[kind] ?? ''),
    irm: mark.irm ?? '',
  };
}

function startOf({ header }: Document, { language }: Told): string {
  const { scheduledStart, started } = header.info;
  const start = started ?? scheduledStart;
  return start === undefined ? '' : venueTime(start, language, header.competition?.utcOffset, MINUTE);
}
