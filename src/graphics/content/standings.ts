/** A list of results, a page at a time: of a unit, a phase, an event, a series, or the table of a pool. */
import { cellText } from '../../client/cells.ts';
import { type Document, listRows } from '../../model/document.ts';
import type { Column, ListRow } from '../../model/row.ts';
import { columnInWords } from '../../model/words.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';
import { type Head, headOf } from './head.ts';
import { onPage, pagesIn, pageText } from './pages.ts';
import { hasResult, type ResultLine, resultLine } from './result-line.ts';
import { say } from './say.ts';

export interface StandingsContent {
  readonly head: Head;
  /** `Wind +0.7 m/s`; empty without one. */
  readonly wind: string;
  /** Labels of what a pool's table has before the points: played, won, tied, lost ...; of any other list none. */
  readonly figures: readonly string[];
  readonly rows: readonly StandingsLine[];
  /** `2/3`; empty for one page. */
  readonly page: string;
}

export interface StandingsLine extends ResultLine {
  /** In the order of their labels. */
  readonly figures: readonly string[];
}

export const standingsPages = ({ main }: Scene, { rows }: Told): number =>
  pagesIn(placedIn(main).length, rows);

/** Null while nobody has a result, and beyond the last page. */
export function standingsContent(scene: Scene, told: Told, page: number): StandingsContent | null {
  const { main } = scene;
  const placed = placedIn(main);
  const shown = onPage(placed, told, page);
  if (main === null || shown.length === 0) return null;
  const { header } = main;
  const columns = header.columns.filter(isFigure);
  return {
    head: headOf(header, scene, told),
    wind: windOf(main, told),
    figures: columns.map(
      (column) => (scene.words === undefined ? column : columnInWords(column, scene.words)).label,
    ),
    rows: shown.map((row, index) => ({
      ...resultLine(row, told),
      figures: columns.map((column) => cellText(header.type, row, index, column, scene.words)),
    })),
    page: pageText(page, pagesIn(placed.length, told.rows)),
  };
}

const placedIn = (main: Document | null): readonly ListRow[] =>
  main === null ? [] : listRows(main).filter(hasResult);

const isFigure = ({ source }: Column): boolean => /^details\.pool\.\w+$/.test(source);

export const windOf = ({ header: { info } }: Document, told: Told): string =>
  info.wind === undefined ? '' : say(told, 'wind', { wind: info.wind });
