/** What the officials made of a tournament: winners and scores of matches, tables, who went on, whom they met, the first four. */
import { channelOf } from '../../../model/document.ts';
import { eventRsc, phaseRsc, type Rsc } from '../../../model/rsc.ts';
import { phaseOf } from '../../../rules/plan.ts';
import type { Difference, OfficialList, OfficialRow } from '../conversion.ts';
import type { PublishedMatch, PublishedPlace, PublishedTable, Team, Tournament } from './tournament.ts';
import { eventOf, type MatchUnit, unitsOf } from './units.ts';
import { isGroupMatch } from './venue-facts.ts';

export function officialLists(tournament: Tournament): OfficialList[] {
  const units = unitsOf(tournament);
  return [
    ...units.map(matchList),
    ...tournament.tables.flatMap((table) => tableLists(table, tournament, units)),
    ...finalList(tournament, units),
  ];
}

const rowOf = (team: Team, lines: readonly number[]): OfficialRow => ({
  competitor: team.code,
  name: team.name,
  rank: null,
  irm: null,
  qualificationMark: null,
  lines,
});

const matchList = ({ match, unit }: MatchUnit): OfficialList => ({
  name: 'match',
  channel: channelOf({ type: 'RESULT', unit, subcode: null }),
  compare: ['wlt', 'result'],
  rows: match.teams.map((team, side) => ({
    ...rowOf(team, [match.line]),
    wlt: match.winner === null ? 'T' : match.winner === side ? 'W' : 'L',
    result: String(match.goals[side]),
  })),
});

/** The table, and who went on: from the group itself, and third-placed teams from their list. */
function tableLists(
  table: PublishedTable,
  tournament: Tournament,
  units: readonly MatchUnit[],
): OfficialList[] {
  const { rows, stage } = table;
  const phase = phaseOfTable(rows, stage, units);
  if (phase === null) return [];
  const explain = explanation(table, tournament, units);
  const waits = hangsOnALot(tournament, units);
  const list = (
    name: string,
    unit: Rsc,
    compare: OfficialList['compare'],
    among: readonly PublishedPlace[],
  ): OfficialList => ({
    name,
    channel: channelOf({ type: 'POOL_STANDING', unit, subcode: null }),
    compare,
    partial: true,
    explain: (difference) => explain(difference) ?? (waits && difference.ours === false ? WAITS : null),
    rows: among.map(({ team, line, position, advanced }) => ({
      ...rowOf(team, line === 0 ? [] : [line]),
      rank: position,
      advanced,
    })),
  });
  const placed = rows.filter(({ position }) => position !== null);
  const thirds = thirdsIn(tournament);
  const fromGroup = rows.filter(({ team }) => !thirds.has(team.code));
  const fromThirds = rows.filter(({ team }) => thirds.has(team.code));
  return [
    ...(placed.length === 0 ? [] : [list('table', phase, ['rank'], placed)]),
    ...(placed.length > 0 && stage === 'FIRST' && !isFinalRound(phase)
      ? [
          list('who goes on', phase, ['advanced'], fromGroup),
          list('best third-placed', phaseOf(eventRsc(phase), 'THRD'), ['advanced'], fromThirds),
        ].filter((each) => each.rows.length > 0)
      : []),
  ];
}

const isFinalRound = (phase: Rsc): boolean => phase.slice(22, 25) === 'FGP';

/** The phase in which all teams of the table played each other. */
function phaseOfTable(
  rows: readonly PublishedPlace[],
  stage: PublishedTable['stage'],
  units: readonly MatchUnit[],
): Rsc | null {
  const codes = new Set(rows.map(({ team }) => team.code));
  const found = units.find(
    ({ match }) => match.stage === stage && match.teams.every(({ code }) => codes.has(code)),
  );
  return found === undefined ? null : phaseRsc(found.unit);
}

/** Third in a table of four, where some thirds went on and some did not; by the places of the source, if it has any. */
function thirdsIn({ tables }: Tournament): ReadonlySet<string> {
  const first = tables.filter(({ stage }) => stage === 'FIRST');
  const thirds = first.flatMap(({ rows }) => rows.filter(({ position }) => position === 3));
  return new Set(thirds.some(({ advanced }) => advanced) ? thirds.map(({ team }) => team.code) : []);
}

/** Differences that the source explains: lots are in no fact, and some of its tables do not agree with its own matches. */
function explanation(
  { rows }: PublishedTable,
  tournament: Tournament,
  units: readonly MatchUnit[],
): (difference: Difference) => string | null {
  const matches = matchesAmong(rows, units);
  const wrong = rows.some((row) => disagrees(row, matches));
  return ({ competitor, what, official, ours }) => {
    if (wrong) return 'the table of the source does not agree with its matches';
    const row = rows.find(({ team }) => team.code === competitor);
    const level = row === undefined ? [] : levelWith(row, rows, tournament, matches);
    const shares = what !== 'rank' || (ours !== null && Number(official) > Number(ours));
    return level.length > 0 && shares
      ? `level with ${level.map(({ team }) => team.code).join(', ')}: a lot, which is in no fact`
      : null;
  };
}

function matchesAmong(rows: readonly PublishedPlace[], units: readonly MatchUnit[]): PublishedMatch[] {
  const codes = new Set(rows.map(({ team }) => team.code));
  return units
    .map(({ match }) => match)
    .filter(
      (match) => isGroupMatch(match) && !match.again && match.teams.every(({ code }) => codes.has(code)),
    );
}

/** Who is level with a team by everything that its edition knows before the lot, as the source prints it. */
function levelWith(
  row: PublishedPlace,
  rows: readonly PublishedPlace[],
  { edition }: Tournament,
  matches: readonly PublishedMatch[],
): PublishedPlace[] {
  const others = rows.filter(
    (other) => other !== row && other.points !== null && other.points === row.points,
  );
  const year = Number(edition.slice(-4));
  const isTied = (other: PublishedPlace): boolean =>
    matches.every(
      ({ teams, winner }) =>
        winner === null || !teams.every(({ code }) => [row.team.code, other.team.code].includes(code)),
    );
  return others.filter(
    (other) =>
      (year === 1954 || other.difference === row.difference) &&
      (year < 1974 || other.goals === row.goals) &&
      (year < 1986 || isTied(other)),
  );
}

/** A lot between teams of a group, or cards that are not told, leave open who is third, who goes on, and whom they meet. */
const hangsOnALot = (tournament: Tournament, units: readonly MatchUnit[]): boolean =>
  tournament.tables.some(({ rows }) =>
    rows.some((row) => levelWith(row, rows, tournament, matchesAmong(rows, units)).length > 0),
  );

const WAITS =
  'waits for what separates level teams of a group (a lot, cards, a ranking), which is in no fact';

function disagrees({ team, played, goals }: PublishedPlace, matches: readonly PublishedMatch[]): boolean {
  if (played === null) return false;
  const own = matches.filter((match) => match.teams.some(({ code }) => code === team.code));
  const scored = own.reduce(
    (sum, match) => sum + match.goals[match.teams.findIndex(({ code }) => code === team.code)]!,
    0,
  );
  return own.length !== played || scored !== goals;
}

/** The first four, where a match or a last group gave them their places. */
function finalList(tournament: Tournament, units: readonly MatchUnit[]): OfficialList[] {
  if (tournament.final.length === 0) return [];
  const third = units.some(({ match }) => match.stage === 'THIRD_PLACE');
  const lastGroup = units.some(({ phase }) => phase === 'FGP');
  return [
    {
      name: 'final places',
      channel: channelOf({ type: 'RANKING', unit: eventOf(tournament), subcode: null }),
      compare: ['rank'],
      partial: true,
      explain: ({ official, ours }) =>
        !third && !lastGroup && official === 4 && ours === 3
          ? 'no match for third place was played: who lost a semi-final shares it'
          : null,
      rows: tournament.final.map(({ team, line, position }) => ({ ...rowOf(team, [line]), rank: position })),
    },
  ];
}

/** Whom each team met in the first round after the groups; known from the plan alone. */
export function meetings(tournament: Tournament): OfficialList[] {
  const units = unitsOf(tournament);
  const first = units.find(({ match }) => match.stage === 'KNOCK_OUT')?.phase;
  const played = units.filter(
    ({ match, phase }) => phase === first && match.stage === 'KNOCK_OUT' && !match.again,
  );
  const waits = hangsOnALot(tournament, units);
  return [
    {
      name: 'who meets whom',
      channel: channelOf({ type: 'BRACKETS', unit: eventOf(tournament), subcode: null }),
      compare: ['meets'],
      explain: ({ ours }) => (waits && ours === null ? WAITS : null),
      rows: played.flatMap(({ match }) =>
        match.teams.map((team, side) => ({
          ...rowOf(team, [match.line]),
          meets: match.teams[1 - side]!.code,
        })),
      ),
    },
  ];
}
