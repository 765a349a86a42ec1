/** A European championship as JSON: matches with the score after each part, and goals with their minutes. No tables. */
import { readFileSync } from 'node:fs';
import type {
  Both,
  PublishedAction,
  PublishedMatch,
  PublishedPlace,
  PublishedTable,
  Stage,
  Team,
  Tournament,
} from './tournament.ts';

interface EuroGoal {
  readonly name: string;
  readonly minute: number;
  readonly offset?: number;
  readonly owngoal?: boolean;
  readonly penalty?: boolean;
}

interface EuroMatch {
  readonly num?: number;
  readonly date: string;
  readonly team1: NamedTeam | string;
  readonly team2: NamedTeam | string;
  /** After 45 and 90 minutes, extra time, and the shoot-out alone. */
  readonly score: {
    readonly ht?: Both<number>;
    readonly ft: Both<number>;
    readonly et?: Both<number>;
    readonly p?: Both<number>;
  };
  readonly goals1?: readonly EuroGoal[];
  readonly goals2?: readonly EuroGoal[];
  readonly group?: string;
  readonly round?: string;
}

interface EuroFile {
  readonly name: string;
  readonly matches?: readonly EuroMatch[];
  readonly rounds?: readonly { readonly name: string; readonly matches: readonly EuroMatch[] }[];
}

export const isEuro = (head: string): boolean =>
  /^\s*\{\s*"name"\s*:\s*"Euro\b/.test(head) && /"team1"\s*:/.test(head) && /"score"\s*:/.test(head);

export function readEuro(path: string): Tournament[] {
  const { name, matches, rounds = [] } = JSON.parse(readFileSync(path, 'utf8')) as EuroFile;
  const all =
    matches ?? rounds.flatMap((round) => round.matches.map((match) => ({ round: round.name, ...match })));
  const inOrder = [...all].sort(byNumber);
  const year = Number(inOrder[0]?.date.slice(0, 4) ?? 0);
  const book = year >= 2020 ? 'UEFA-2020' : year >= 2016 ? 'UEFA-2016' : 'UEFA-1996';
  const published = inOrder.map((match, index) => matchOf(match, index + 1));
  return [
    {
      set: `Football: ${name}`,
      gender: 'M',
      format: book,
      edition: book,
      matches: published,
      tables: tablesOf(published),
      final: [],
      lines: inOrder.length,
      leftOut: [],
    },
  ];
}

const byNumber = (one: EuroMatch, other: EuroMatch): number =>
  (one.num ?? 0) - (other.num ?? 0) || (one.date < other.date ? -1 : 1);

function matchOf(match: EuroMatch, line: number): PublishedMatch {
  const { score, group = '', round = '' } = match;
  const goals = score.et ?? score.ft;
  const decisive = score.p ?? goals;
  return {
    line,
    id: String(line).padStart(3, '0'),
    ...stageOf(group, round),
    group,
    again: false,
    teams: [teamOf(match.team1), teamOf(match.team2)],
    goals,
    extraTime: score.et !== undefined,
    shootOut: score.p ?? null,
    winner: decisive[0] === decisive[1] ? null : decisive[0] > decisive[1] ? 0 : 1,
    actions: [
      ...(match.goals1 ?? []).map((goal) => goalOf(goal, 0)),
      ...(match.goals2 ?? []).map((goal) => goalOf(goal, 1)),
    ].sort((one, other) => minuteOf(one) - minuteOf(other)),
  };
}

/** Some files name teams without a code. */
const teamOf = (team: NamedTeam | string): Team =>
  typeof team === 'string'
    ? teamOf({ name: team })
    : { name: team.name, code: team.code ?? codeOf(team.name) };

interface NamedTeam {
  readonly name: string;
  readonly code?: string;
}

const ROUND_NAMES: readonly (readonly [RegExp, string])[] = [
  [/round of 16/i, '8FNL'],
  [/quarter/i, 'QFNL'],
  [/semi/i, 'SFNL'],
  [/^final/i, 'FNL'],
];

function stageOf(group: string, round: string): { stage: Stage; round: string | null } {
  if (group !== '') return { stage: 'FIRST', round: null };
  if (/third/i.test(round)) return { stage: 'THIRD_PLACE', round: null };
  return { stage: 'KNOCK_OUT', round: ROUND_NAMES.find(([pattern]) => pattern.test(round))?.[1] ?? null };
}

/** Goals are listed with the team that they count for; an own goal is the deed of the other one. */
function goalOf({ name, minute, offset, owngoal, penalty }: EuroGoal, side: 0 | 1): PublishedAction {
  const own = owngoal === true;
  return {
    side: own ? (side === 0 ? 1 : 0) : side,
    kind: own ? 'OG' : penalty === true ? 'PTY' : 'SHOT',
    athlete: codeOf(name),
    period: periodOf(minute),
    clock: offset === undefined ? String(minute) : `${minute}+${offset}`,
    ...(own ? {} : { detail: 'GOAL' }),
  };
}

/** A code of letters: `Müller` -> `MULLER`. */
const codeOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();

const periodOf = (minute: number): string =>
  minute <= 45 ? 'H1' : minute <= 90 ? 'H2' : minute <= 105 ? 'ET-H1' : 'ET-H2';

function minuteOf({ clock = '' }: PublishedAction): number {
  const [minute = '0', added = '0'] = clock.split('+');
  return Number(minute) + Number(added) / 100;
}

/** What the matches of the source come to, without places: it prints none. */
function tablesOf(matches: readonly PublishedMatch[]): PublishedTable[] {
  const groups = new Map<string, PublishedMatch[]>();
  for (const match of matches)
    if (match.stage === 'FIRST') groups.set(match.group, [...(groups.get(match.group) ?? []), match]);
  return [...groups.values()].map((group) => ({ stage: 'FIRST', rows: rowsOf(group) }));
}

function rowsOf(matches: readonly PublishedMatch[]): PublishedPlace[] {
  const teams = new Map(matches.flatMap((match) => match.teams.map((team) => [team.code, team])));
  return [...teams.values()].map((team) => {
    const own = matches.flatMap((match) =>
      match.teams.flatMap(({ code }, side) =>
        code === team.code ? [[match.goals[side]!, match.goals[1 - side]!] as const] : [],
      ),
    );
    const sum = (of: (goals: Both<number>) => number): number => own.reduce((all, each) => all + of(each), 0);
    return {
      line: 0,
      team,
      position: null,
      advanced: false,
      points: sum(([scored, against]) => (scored > against ? 3 : scored === against ? 1 : 0)),
      difference: sum(([scored, against]) => scored - against),
      goals: sum(([scored]) => scored),
      played: own.length,
    };
  });
}
