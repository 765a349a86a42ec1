/** A table of Sailwave as CSV: a line about the series, column names, a boat a line. */

export interface Score {
  readonly points: number;
  /** What stands behind the points; null for a finish. */
  readonly code: string | null;
}

export interface Boat {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly sail: string;
  /** Null where nothing is printed. */
  readonly races: readonly (Score | null)[];
  /** Null where no place is printed. */
  readonly rank: number | null;
  /** As published, without superfluous digits. */
  readonly net: string;
}

export interface SeriesTable {
  readonly sailed: number;
  readonly discards: number;
  readonly firstPlace: number;
  readonly boats: readonly Boat[];
}

const ABOUT = /Sailed:\s*(\d+),\s*Discards:\s*(\d+)/;

export const isSailwaveTable = (head: string): boolean => ABOUT.test(head) && /\bRank\b.*\bNett\b/.test(head);

export function readTable(text: string): SeriesTable {
  const [about = '', header = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const [, sailed = '0', discards = '0'] = ABOUT.exec(about) ?? [];
  const columns = cellsOf(header);
  const rows = lines.map((line) => {
    const cells = cellsOf(line);
    return (name: string): string => cells[columns.indexOf(name)] ?? '';
  });
  const end = columns.indexOf('Total');
  const races = columns.slice(end - Number(sailed), end);
  const boats = rows
    .map((cell, index): Boat => {
      const number = cell('SailNo') || cell('Tally') || String(index + 1);
      return {
        line: index + 3,
        code: `${number}-${cell('HelmName') || cell('Name') || cell('Tally')}`
          .replaceAll(/[^A-Za-z0-9-]/g, '')
          .slice(0, 40),
        name: cell('HelmName') || cell('Name'),
        sail: cell('SailNo'),
        races: races.map((race) => scoreOf(cell(race))),
        rank: Number.parseInt(cell('Rank'), 10) || null,
        net: String(Number(cell('Nett'))),
      };
    })
    // In an order that says nothing of the places.
    .sort((one, other) => (one.code < other.code ? -1 : 1));
  return { sailed: Number(sailed), discards: Number(discards), firstPlace: firstPlaceIn(boats), boats };
}

/** Points of who was first: the least of all races. */
const firstPlaceIn = (boats: readonly Boat[]): number => {
  const finishes = boats
    .flatMap(({ races }) => races)
    .filter((score) => score !== null && score.code === null);
  return Math.min(1, ...finishes.map((score) => score!.points));
};

/** `(12.0 DNC)`, `0.7`. */
function scoreOf(cell: string): Score | null {
  if (cell.trim() === '') return null;
  const [, points = '', code] = /^\(?([\d.]+)(?: ([^)]+))?\)?$/.exec(cell.trim()) ?? [];
  if (points === '') throw new Error(`"${cell}" is no score`);
  return { points: Number(points), code: code ?? null };
}

function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, plain = ''] of line.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/g))
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
  return cells;
}
