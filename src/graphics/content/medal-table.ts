/** What organisations have won, a page at a time. */
import { capitalised, rankText } from '../../client/cells.ts';
import { withDerived } from '../../model/document.ts';
import { ORGANISATION_NAMES } from '../../model/organisations.ts';
import type { ListRow, Row } from '../../model/row.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';
import { type Head, headOf } from './head.ts';
import { onPage, pagesIn, pageText } from './pages.ts';
import { say, wordFor } from './say.ts';

export interface MedalTableContent {
  readonly head: Head;
  /** `12 of 48 events`; empty where nobody knows. */
  readonly decided: string;
  /** Of the columns: gold, silver, bronze, total. */
  readonly labels: readonly string[];
  readonly rows: readonly MedalLine[];
  /** `2/3`; empty for one page. */
  readonly page: string;
}

export interface MedalLine {
  /** Code of the organisation, and of its flag. */
  readonly key: string;
  readonly rank: string;
  /** The longest first. */
  readonly names: readonly string[];
  /** In the order of the labels. */
  readonly counts: readonly string[];
}

export const medalTablePages = ({ main }: Scene, { rows }: Told): number =>
  pagesIn(main?.rows.length ?? 0, rows);

/** Null while nothing is won, and beyond the last page. */
export function medalTableContent(scene: Scene, told: Told, page: number): MedalTableContent | null {
  const { main } = scene;
  if (main === null || main.header.type !== 'MEDALS') return null;
  const shown = onPage(withDerived(main.header, main.rows), told, page);
  if (shown.length === 0) return null;
  const { finishedEvents, totalEvents } = main.header.info;
  return {
    head: { ...headOf(main.header, scene, told, ''), title: say(told, 'medalTable') },
    decided:
      totalEvents === undefined
        ? ''
        : say(told, 'decided', { finished: String(finishedEvents ?? 0), total: String(totalEvents) }),
    labels: ['GOLD', 'SILVER', 'BRONZE', 'TOTAL'].map((code) => capitalised(wordFor(scene, 'columns', code))),
    rows: shown.map((row) => medalLine(row, told)),
    page: pageText(page, medalTablePages(scene, told)),
  };
}

function medalLine({ key, medals, place }: Row, { language }: Told): MedalLine {
  const { gold, silver, bronze, total } = medals!;
  const name = ORGANISATION_NAMES.get(key)?.[language];
  return {
    key,
    rank: rankText(place as ListRow['place']),
    names: name === undefined ? [key] : [name, key],
    counts: [gold, silver, bronze, total].map(String),
  };
}
