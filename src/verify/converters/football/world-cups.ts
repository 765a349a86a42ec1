/** World Cups as tables: matches, and beside them standings, goals, cards and kicks from the penalty mark, joined by tournament. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headOf } from '../../find-files.ts';
import { hasColumns, readTable, type TableRow } from '../csv-table.ts';
import type {
  Both,
  PublishedAction,
  PublishedMatch,
  PublishedTable,
  Stage,
  Team,
  Tournament,
} from './tournament.ts';

export const MATCH_COLUMNS: readonly string[] = [
  'tournament_id',
  'match_id',
  'stage_name',
  'group_stage',
  'home_team_code',
  'home_team_score',
  'penalty_shootout',
];

const BESIDE = {
  standings: ['tournament_id', 'stage_number', 'group_name', 'position', 'team_code', 'goals_for'],
  final: ['tournament_id', 'position', 'team_code', 'team_name'],
  goals: ['match_id', 'team_code', 'own_goal', 'penalty', 'match_period'],
  cards: ['match_id', 'team_code', 'yellow_card', 'red_card', 'second_yellow_card'],
  kicks: ['match_id', 'team_code', 'converted'],
} as const;

type Tables = Readonly<Record<keyof typeof BESIDE, readonly TableRow[]>>;

export function readWorldCups(path: string): Tournament[] {
  const beside = tablesBeside(path);
  return [...groupedBy(readTable(path), (row) => row.of('tournament_id'))].map(([id, rows]) =>
    tournamentOf(id, rows, beside),
  );
}

/** Every table of the same folder, told by its columns. A table of final places has no groups. */
function tablesBeside(path: string): Tables {
  const folder = dirname(path);
  const files = readdirSync(folder)
    .filter((name) => name.toLowerCase().endsWith('.csv'))
    .sort()
    .map((name) => join(folder, name));
  const of = (kind: keyof typeof BESIDE): readonly TableRow[] =>
    files.filter((file) => kindOf(headOf(file)) === kind).flatMap(readTable);
  return {
    standings: of('standings'),
    final: of('final'),
    goals: of('goals'),
    cards: of('cards'),
    kicks: of('kicks'),
  };
}

function kindOf(head: string): keyof typeof BESIDE | null {
  if (hasColumns(head, ['stage_name', 'home_team_score'])) return null;
  const kinds = Object.keys(BESIDE) as (keyof typeof BESIDE)[];
  return kinds.find((kind) => hasColumns(head, BESIDE[kind])) ?? null;
}

function tournamentOf(id: string, rows: readonly TableRow[], beside: Tables): Tournament {
  const name = rows[0]!.of('tournament_name');
  const year = Number(/\d{4}/.exec(id)?.[0] ?? 0);
  const gender = /women/i.test(name) ? 'W' : 'M';
  const about = (table: readonly TableRow[]): TableRow[] =>
    table.filter((row) => row.of('tournament_id') === id);
  const stages = [
    ...new Set(
      [...rows]
        .sort(byMatchId)
        .filter((row) => row.of('group_stage') === '1')
        .map((row) => row.of('stage_name')),
    ),
  ];
  const standings = about(beside.standings);
  const final = about(beside.final);
  const offset = { standings: rows.length, final: rows.length + standings.length };
  const actions = {
    goals: groupedBy(about(beside.goals), (row) => row.of('match_id')),
    cards: groupedBy(about(beside.cards), (row) => row.of('match_id')),
    kicks: groupedBy(about(beside.kicks), (row) => row.of('match_id')),
  };
  return {
    set: `Football: ${name}`,
    gender,
    format: latest(gender === 'W' ? WOMEN : MEN, year).format,
    edition: latest(gender === 'W' ? WOMEN : MEN, year).edition,
    matches: withRepeats(
      [...rows].sort(byMatchId).map((row, index) => matchOf(row, index + 1, stages, actions)),
    ),
    tables: tablesOf(standings, offset.standings, stages),
    final: final.map((row, index) => ({
      line: offset.final + index + 1,
      team: { code: row.of('team_code'), name: row.of('team_name') },
      position: Number(row.of('position')),
    })),
    lines: rows.length + standings.length + final.length,
    leftOut: [],
  };
}

const byMatchId = (one: TableRow, other: TableRow): number =>
  one.of('match_id').localeCompare(other.of('match_id'), 'en', { numeric: true });

interface Played {
  /** First year in which it was played so. */
  readonly from: number;
  readonly format: string;
  readonly edition: string;
}

const latest = (played: readonly Played[], year: number): Played =>
  played.findLast(({ from }) => from <= year) ?? played[0]!;

const played = (from: number, format: string, edition: string): Played => ({ from, format, edition });

const MEN: readonly Played[] = [
  played(1930, 'FIFA-1930', 'FIFA-1930'),
  played(1934, 'FIFA-1934', 'FIFA-1930'),
  played(1950, 'FIFA-1950', 'FIFA-1930'),
  played(1954, 'FIFA-1954', 'FIFA-1954'),
  played(1958, 'FIFA-1958', 'FIFA-1958'),
  played(1962, 'FIFA-1962', 'FIFA-1962'),
  played(1966, 'FIFA-1966', 'FIFA-1962'),
  played(1970, 'FIFA-1970', 'FIFA-1970'),
  played(1974, 'FIFA-1974', 'FIFA-1974'),
  played(1978, 'FIFA-1978', 'FIFA-1974'),
  played(1982, 'FIFA-1982', 'FIFA-1974'),
  played(1986, 'FIFA-1986', 'FIFA-1986'),
  played(1990, 'FIFA-1990', 'FIFA-1986'),
  played(1994, 'FIFA-1994', 'FIFA-1994'),
  played(1998, 'FIFA-1998', 'FIFA-1994'),
  played(2002, 'FIFA-2002', 'FIFA-1994'),
  played(2006, 'FIFA-2006', 'FIFA-1994'),
  played(2018, 'FIFA-2006', 'FIFA-2018'),
];

const WOMEN: readonly Played[] = [
  played(1991, 'FIFA-W-1991', 'FIFA-1986'),
  played(1995, 'FIFA-W-1991', 'FIFA-1994'),
  played(1999, 'FIFA-W-1999', 'FIFA-1994'),
  played(2003, 'FIFA-W-2003', 'FIFA-1994'),
  played(2015, 'FIFA-W-2015', 'FIFA-1994'),
  played(2019, 'FIFA-W-2019', 'FIFA-2018'),
  played(2023, 'FIFA-W-2023', 'FIFA-2018'),
];

type Actions = Readonly<Record<'goals' | 'cards' | 'kicks', ReadonlyMap<string, readonly TableRow[]>>>;

function matchOf(row: TableRow, line: number, stages: readonly string[], actions: Actions): PublishedMatch {
  const both = <T>(of: (side: string) => T): Both<T> => [of('home_team'), of('away_team')];
  const number = (column: string): number => Number(row.of(column));
  const id = row.of('match_id');
  const of = (kind: keyof Actions): readonly TableRow[] => actions[kind].get(id) ?? [];
  const codes = both((side) => row.of(`${side}_code`));
  const sideOf = (each: TableRow): 0 | 1 => (each.of('team_code') === codes[1] ? 1 : 0);
  return {
    line,
    id,
    ...stageOf(row, stages),
    group: row.of('group_name'),
    again: row.of('replay') === '1',
    teams: both((side): Team => ({ code: row.of(`${side}_code`), name: row.of(`${side}_name`) })),
    goals: both((side) => number(`${side}_score`)),
    extraTime: row.of('extra_time') === '1',
    shootOut: row.of('penalty_shootout') === '1' ? both((side) => number(`${side}_score_penalties`)) : null,
    winner: WINNERS[row.of('result')] ?? null,
    actions: [
      ...of('goals').map((each) => goalOf(each, sideOf(each))),
      ...of('cards').flatMap((each) => cardsOf(each, sideOf(each))),
      ...of('kicks').map((each) => kickOf(each, sideOf(each))),
    ],
  };
}

const WINNERS: Readonly<Record<string, 0 | 1>> = { 'home team win': 0, 'away team win': 1 };

const ROUND_NAMES: readonly (readonly [RegExp, string])[] = [
  [/round of 32/, 'R32'],
  [/round of 16/, '8FNL'],
  [/quarter/, 'QFNL'],
  [/semi/, 'SFNL'],
  [/^final$/, 'FNL'],
];

function stageOf(row: TableRow, stages: readonly string[]): { stage: Stage; round: string | null } {
  const name = row.of('stage_name').toLowerCase();
  if (row.of('group_stage') === '1')
    return { stage: stages.indexOf(row.of('stage_name')) === 0 ? 'FIRST' : 'SECOND', round: null };
  if (/third/.test(name)) return { stage: 'THIRD_PLACE', round: null };
  return { stage: 'KNOCK_OUT', round: ROUND_NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? null };
}

/** In a group two teams meet once: what they play again orders those who are level. */
function withRepeats(matches: readonly PublishedMatch[]): PublishedMatch[] {
  const seen = new Set<string>();
  return matches.map((match) => {
    if (match.stage !== 'FIRST') return match;
    const pair = match.teams
      .map(({ code }) => code)
      .sort()
      .join(' ');
    const again = match.again || seen.has(pair);
    seen.add(pair);
    return { ...match, again };
  });
}

const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/extra time.*first/, 'ET-H1'],
  [/extra time.*second/, 'ET-H2'],
  [/^first half/, 'H1'],
  [/^second half/, 'H2'],
];

/** A break stands for the half before it. */
const periodOf = (row: TableRow): string =>
  PERIODS.find(([pattern]) => pattern.test(row.of('match_period').replace(', ', ' ')))?.[1] ?? 'H2';

/** Nobody changes the number on the shirt during a tournament. */
const playerOf = (row: TableRow): string =>
  `${row.of('player_team_code') || row.of('team_code')}-${row.of('shirt_number')}`;

const clockOf = (row: TableRow): string => row.of('minute_label').replace(/'/g, '');

/** An own goal is the deed of who is listed with the other team. */
function goalOf(row: TableRow, side: 0 | 1): PublishedAction {
  const own = row.of('own_goal') === '1';
  return {
    side: own ? (side === 0 ? 1 : 0) : side,
    kind: own ? 'OG' : row.of('penalty') === '1' ? 'PTY' : 'SHOT',
    athlete: playerOf(row),
    period: periodOf(row),
    clock: clockOf(row),
    ...(own ? {} : { detail: 'GOAL' }),
  };
}

function cardsOf(row: TableRow, side: 0 | 1): PublishedAction[] {
  const second = row.of('second_yellow_card') === '1';
  const kinds = second
    ? ['YRC']
    : [...(row.of('yellow_card') === '1' ? ['YC'] : []), ...(row.of('red_card') === '1' ? ['RC'] : [])];
  return kinds.map((kind) => ({
    side,
    kind,
    athlete: playerOf(row),
    period: periodOf(row),
    clock: clockOf(row),
  }));
}

const kickOf = (row: TableRow, side: 0 | 1): PublishedAction => ({
  side,
  kind: 'PTY',
  athlete: playerOf(row),
  period: 'PSO',
  detail: row.of('converted') === '1' ? 'GOAL' : 'MISS',
});

function tablesOf(rows: readonly TableRow[], offset: number, stages: readonly string[]): PublishedTable[] {
  const numbered = rows.map((row, index) => ({ row, line: offset + index + 1 }));
  return [
    ...groupedBy(numbered, ({ row }) => `${row.of('stage_number')} ${row.of('group_name')}`).values(),
  ].map((group) => ({
    stage: group[0]!.row.of('stage_number') === '1' || stages.length === 1 ? 'FIRST' : 'SECOND',
    rows: group.map(({ row, line }) => ({
      line,
      team: { code: row.of('team_code'), name: row.of('team_name') },
      position: Number(row.of('position')),
      advanced: row.of('advanced') === '1',
      points: Number(row.of('points')),
      difference: Number(row.of('goal_difference')),
      goals: Number(row.of('goals_for')),
      played: Number(row.of('played')),
    })),
  }));
}

/** By key, in the order in which keys first appear. */
function groupedBy<T>(rows: Iterable<T>, key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
