/** Football tournaments as two published formats give them, turned into venue facts. */
import { FORMATS } from '../../../sports/football/formats.ts';
import type { Conversion, Converter } from './conversion.ts';
import { hasColumns } from './csv-table.ts';
import { isEuro, readEuro } from './football/euro.ts';
import { meetings, officialLists } from './football/official-lists.ts';
import type { Tournament } from './football/tournament.ts';
import { factsOf } from './football/venue-facts.ts';
import { MATCH_COLUMNS, readWorldCups } from './football/world-cups.ts';

export const footballConverters: readonly Converter[] = [
  {
    name: 'football, table of matches with `tournament_id`',
    recognises: (_path, head) => hasColumns(head, MATCH_COLUMNS),
    convert: (path) => readWorldCups(path).flatMap(conversionsOf),
  },
  {
    name: 'football, matches with `team1` and `score`',
    recognises: (path, head) => path.toLowerCase().endsWith('.json') && isEuro(head),
    convert: (path) => readEuro(path).flatMap(conversionsOf),
  },
];

/** The tournament; and, of its groups alone, whom the plan lets meet after them. */
function conversionsOf(tournament: Tournament): Conversion[] {
  const { set, lines, leftOut } = tournament;
  const lists = meetings(tournament);
  const met = new Set(lists.flatMap(({ rows }) => rows.flatMap((row) => row.lines))).size;
  const all = { set, facts: factsOf(tournament, 'ALL'), lists: officialLists(tournament), lines, leftOut };
  // Nobody knows whom a draw lets meet.
  if (FORMATS[tournament.format]?.starters === '') return [all];
  return [all, { set, facts: factsOf(tournament, 'GROUPS'), lists, lines: met, leftOut: [] }];
}
