/**
 * Grand Slam matches point by point: who won each point is a fact, the score after it is compared, and so are sets and winners.
 * Who meets whom from the second round that is complete on follows from the plan.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Format, LAST_SETS, SETS } from '../../../sports/tennis/formats.ts';
import { LOVE_ALL, type SideIndex, withPoint } from '../../../sports/tennis/scoring.ts';
import { channelOf } from '../../model/document.ts';
import { formatRsc, type Rsc } from '../../model/rsc.ts';
import { unitOf } from '../../rules/plan.ts';
import { headOf } from '../find-files.ts';
import type { Conversion, Converter, OfficialList, OfficialRow } from './conversion.ts';
import { hasColumns, readTable, type TableRow } from './csv-table.ts';

const POINT_COLUMNS = [
  'match_id',
  'SetNo',
  'PointNumber',
  'PointWinner',
  'PointServer',
  'P1Score',
  'P2Score',
];
const MATCH_COLUMNS = ['match_id', 'match_num', 'player1', 'player2'];

export const tennisConverters: readonly Converter[] = [
  {
    name: 'tennis, points with `PointWinner`',
    recognises: (_path, head) => hasColumns(head, POINT_COLUMNS),
    convert: readPoints,
  },
];

interface Match {
  /** `2012-wimbledon`. */
  readonly meet: string;
  readonly gender: 'M' | 'W';
  /** From 1 for the first round of 128. */
  readonly round: number;
  readonly number: number;
  readonly players: readonly [string, string];
  /** Those that somebody won. */
  readonly points: readonly TableRow[];
  readonly others: number;
}

function readPoints(path: string): Conversion[] {
  const players = playersBeside(path);
  const matches = [...groupedBy(readTable(path), (row) => row.of('match_id'))]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([id, rows]) => matchOf(id, rows, players));
  const events = groupedBy(matches, ({ meet, gender }) => `${meet}, ${gender === 'M' ? 'men' : 'women'}`);
  return [...events].map(([name, of]) => conversionOf(`Tennis: ${name}`, of));
}

/** Names by match, from every table of the same folder that has them. */
function playersBeside(path: string): ReadonlyMap<string, readonly [string, string]> {
  const folder = dirname(path);
  const tables = readdirSync(folder)
    .filter((name) => name.toLowerCase().endsWith('.csv'))
    .sort()
    .map((name) => join(folder, name))
    .filter((file) => hasColumns(headOf(file), MATCH_COLUMNS));
  return new Map(
    tables
      .flatMap(readTable)
      .map((row) => [row.of('match_id'), [row.of('player1'), row.of('player2')] as const]),
  );
}

/** `2012-wimbledon-1501`: men, round 5, match 1. Others than singles have other numbers. */
function matchOf(
  id: string,
  rows: readonly TableRow[],
  players: ReadonlyMap<string, readonly [string, string]>,
): Match[] {
  const [, meet, gender, round, number] = /^(.+)-([12])([1-7])(\d{2})$/.exec(id) ?? [];
  if (meet === undefined) return [];
  const points = rows
    .filter((row) => ['1', '2'].includes(row.of('PointWinner')))
    .sort((one, other) => Number(one.of('PointNumber')) - Number(other.of('PointNumber')));
  return [
    {
      meet,
      gender: gender === '1' ? 'M' : 'W',
      round: Number(round),
      number: Number(number),
      players: players.get(id) ?? ['Player 1', `Player 2 of ${id}`],
      points,
      others: rows.length - points.length,
    },
  ];
}

const ROUNDS = ['R128', 'R64', 'R32', '8FNL', 'QFNL', 'SFNL', 'FNL'];

function conversionOf(set: string, matches: readonly Match[]): Conversion {
  const event = formatRsc({ discipline: 'TEN', gender: matches[0]!.gender, event: 'SINGLES' });
  const others = matches.reduce((sum, match) => sum + match.others, 0);
  const from = firstCompleteRound(matches);
  const draw = matches.filter(({ round }) => round === from).sort((one, other) => one.number - other.number);
  const facts = [
    { unit: event, setup: { options: { bronze: 'SHARED' }, reconstructed: true } },
    {
      unit: event,
      startList: { entries: draw.flatMap(({ players }) => [...players]).map(entryOf) },
    },
    ...matches.flatMap((match) => matchFacts(event, match, matches, from)),
  ];
  return {
    set,
    facts: facts.map((fact, index) => ({ source: 'POINTS', seq: index + 1, ...fact })),
    lists: matches.flatMap((match) => [pointList(event, match), resultList(event, match)]),
    lines: matches.reduce((sum, { points }) => sum + points.length, others),
    leftOut: others === 0 ? [] : [{ reason: 'a row of a point that nobody has won', lines: others }],
  };
}

/** The draw is known from the first round of which every match is there. */
const firstCompleteRound = (matches: readonly Match[]): number =>
  [1, 2, 3, 4, 5, 6, 7].find(
    (round) => matches.filter((match) => match.round === round).length === 2 ** (7 - round),
  ) ?? 8;

const unitFor = (event: Rsc, { round, number }: Match): Rsc => unitOf(event, ROUNDS[round - 1]!, number);

const codeOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
    .slice(0, 30);

const entryOf = (name: string, index: number): object => ({
  competitor: { code: codeOf(name), kind: 'ATHLETE', organisation: 'XXX', name: { family: name } },
  startOrder: index + 1,
});

function matchFacts(event: Rsc, match: Match, matches: readonly Match[], from: number): object[] {
  const { players, points } = match;
  const unit = unitFor(event, match);
  const codes = players.map(codeOf);
  const isFilled = match.round >= from && feedersOf(match, matches, from).every(isOver);
  const first = points[0]?.of('PointServer') === '2' ? 1 : 0;
  return [
    { setup: { options: formatOf(match), reconstructed: true } },
    ...(isFilled ? [] : [{ startList: { entries: players.map(entryOf) } }]),
    { action: { id: '0', kind: 'SERVE', competitor: codes[first] } },
    ...points.map((row, index) => ({
      action: {
        id: String(index + 1),
        kind: 'PT',
        competitor: codes[Number(row.of('PointWinner')) - 1],
        period: `S${row.of('SetNo')}`,
        clock: row.of('ElapsedTime'),
      },
    })),
    ...(isOver(match) ? [{ status: { result: 'OFFICIAL' } }] : []),
  ].map((fact) => ({ unit, ...fact }));
}

const feedersOf = ({ round, number }: Match, matches: readonly Match[], from: number): Match[] =>
  round === from
    ? []
    : matches.filter((match) => match.round === round - 1 && Math.ceil(match.number / 2) === number);

/** Played to its end by the points that are told. Else somebody retired, or a point is missing; the source does not say. */
function isOver(match: Match): boolean {
  const { bestOf, lastSet } = formatOf(match);
  const format: Format = {
    toWin: (bestOf + 1) / 2,
    set: SETS.TIE_BREAK,
    last: LAST_SETS[lastSet],
    noAd: false,
  };
  const winners = match.points.map((row): SideIndex => (row.of('PointWinner') === '2' ? 1 : 0));
  return winners.reduce((score, winner) => withPoint(score, winner, format), LOVE_ALL).wonBy !== null;
}

/** How the last set was played, by tournament and year. */
function formatOf({ meet, gender }: Match): { bestOf: number; lastSet: keyof typeof LAST_SETS } {
  const year = Number(meet.slice(0, 4));
  return { bestOf: gender === 'M' ? 5 : 3, lastSet: lastSetIn(meet.slice(5), year) };
}

function lastSetIn(slam: string, year: number): keyof typeof LAST_SETS {
  if (year >= 2022) return 'TIE_BREAK_10';
  if (slam === 'usopen') return 'TIE_BREAK';
  if (slam === 'ausopen' && year >= 2019) return 'TIE_BREAK_10';
  return slam === 'wimbledon' && year >= 2019 ? 'TIE_BREAK_AT_12' : 'ADVANTAGE';
}

/** The score after each point as it was published: sets, games, points of both. */
function pointList(event: Rsc, match: Match): OfficialList {
  const won = [0, 0];
  const hole = firstHole(match.points);
  return {
    name: 'points',
    channel: channelOf({ type: 'PLAY_BY_PLAY', unit: unitFor(event, match), subcode: null }),
    compare: ['scores'],
    explain: ({ competitor }) => (Number(competitor) > hole ? HOLE : null),
    rows: match.points.map((row, index) => {
      const winner = Number(row.of('SetWinner')) - 1;
      if (winner >= 0) won[winner]! += 1;
      const side = (which: 1 | 2): string =>
        [won[which - 1], row.of(`P${which}GamesWon`), row.of(`P${which}Score`)].join(' ');
      return {
        ...NOBODY,
        competitor: String(index + 1),
        scores: `${side(1)} | ${side(2)}`,
        lines: [row.line],
      };
    }),
  };
}

/**
 * How many points come before the first one at which the source counts other points won than it tells: one is missing, or told with
 * another winner.
 */
function firstHole(points: readonly TableRow[]): number {
  const won = [0, 0];
  const found = points.findIndex((row) => {
    won[Number(row.of('PointWinner')) - 1]! += 1;
    return (
      row.of('P1PointsWon') !== '' &&
      [1, 2].some((side) => row.of(`P${side}PointsWon`) !== String(won[side - 1]))
    );
  });
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}

const HOLE = 'the source counts other points won than it tells, from a point before this one on';

const NOBODY: Omit<OfficialRow, 'competitor' | 'lines'> = {
  name: '',
  rank: null,
  irm: null,
  qualificationMark: null,
};

/** Sets of both, and who won, as the source counts sets. */
function resultList(event: Rsc, match: Match): OfficialList {
  const sets = [1, 2].map(
    (side) => match.points.filter((row) => row.of('SetWinner') === String(side)).length,
  );
  return {
    name: 'match',
    channel: channelOf({ type: 'RESULT', unit: unitFor(event, match), subcode: null }),
    compare: isOver(match) ? ['result', 'wlt'] : ['result'],
    explain: () => (firstHole(match.points) < match.points.length ? HOLE : null),
    rows: match.players.map((name, side) => ({
      ...NOBODY,
      competitor: codeOf(name),
      name,
      result: String(sets[side]),
      wlt: sets[side]! > sets[1 - side]! ? 'W' : 'L',
      lines: [],
    })),
  };
}

/** By key, in the order in which keys first appear. */
function groupedBy<T>(rows: Iterable<T>, key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}
