/** Which match is which unit: groups from who meets whom, the knock-out from the final back to its first round. */
import { formatRsc, type Rsc } from '../../../model/rsc.ts';
import { unitOf } from '../../../rules/plan.ts';
import type { PublishedMatch, Team, Tournament } from './tournament.ts';

export const eventOf = ({ gender }: Tournament): Rsc =>
  formatRsc({ discipline: 'FBL', gender, event: 'TEAM11' });

export interface MatchUnit {
  readonly match: PublishedMatch;
  readonly unit: Rsc;
  /** Of the phase: `GPA`, `QFNL`. */
  readonly phase: string;
}

/** Every match with its unit, groups first, each as it was played. */
export function unitsOf(tournament: Tournament): readonly MatchUnit[] {
  const event = eventOf(tournament);
  const groups = [...groupPhases(tournament)].flatMap(([phase, matches]) =>
    matches.map((match, index) => ({ match, phase, unit: numbered(event, phase, index + 1, match.again) })),
  );
  const knockOut = tournament.matches.filter(({ stage }) => stage === 'KNOCK_OUT');
  const third = tournament.matches.find(({ stage }) => stage === 'THIRD_PLACE');
  return [
    ...groups,
    ...bracketUnits(event, knockOut),
    ...(third === undefined ? [] : [{ match: third, phase: 'FNL', unit: unitOf(event, 'FNL', 2) }]),
  ];
}

const numbered = (event: Rsc, phase: string, number: number, again: boolean): Rsc => {
  const unit = unitOf(event, phase, number);
  return again ? `${unit.slice(0, 30)}RR--` : unit;
};

/** `GPA` with its matches. The letter is that of the source (`Group A`, `Group 1`); a group without one is a final round. */
function groupPhases({ matches }: Tournament): Map<string, PublishedMatch[]> {
  const phases = new Map<string, PublishedMatch[]>();
  for (const stage of ['FIRST', 'SECOND'] as const)
    for (const group of connected(matches.filter((match) => match.stage === stage))) {
      const letter = letterOf(group);
      phases.set(letter === '' ? 'FGP' : `${stage === 'FIRST' ? 'GP' : 'SG'}${letter}`, group);
    }
  return new Map([...phases].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Those who met each other, in one step or several: what a group is called can have a slip in it. */
function connected(matches: readonly PublishedMatch[]): PublishedMatch[][] {
  const groups: { teams: Set<string>; matches: PublishedMatch[] }[] = [];
  for (const match of matches) {
    const codes = match.teams.map(({ code }) => code);
    const touched = groups.filter(({ teams }) => codes.some((code) => teams.has(code)));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push({
      teams: new Set([...codes, ...touched.flatMap(({ teams }) => [...teams])]),
      matches: [...touched.flatMap((group) => group.matches), match],
    });
  }
  return groups.map((group) => group.matches.sort(byId));
}

const byId = (one: PublishedMatch, other: PublishedMatch): number =>
  one.id.localeCompare(other.id, 'en', { numeric: true });

/** `Group A`, `Group 1` -> `A`: what most of its matches say. */
function letterOf(matches: readonly PublishedMatch[]): string {
  const counts = new Map<string, number>();
  for (const { group } of matches) {
    const said = /(?:^|\s)([A-L]|\d+)$/i.exec(group)?.[1]?.toUpperCase() ?? '';
    const letter = /^\d+$/.test(said) ? String.fromCharCode(64 + Number(said)) : said;
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]![0];
}

const ROUNDS = ['R32', '8FNL', 'QFNL', 'SFNL', 'FNL'];

/** From the final back: who met there came from the first and the second match of the round before. */
function bracketUnits(event: Rsc, matches: readonly PublishedMatch[]): MatchUnit[] {
  const found = walk(matches).flatMap(({ match, round, number }) => {
    const phase = ROUNDS[round]!;
    const played = matches.filter((each) => each.round === phase && sameTeams(each, match)).sort(byId);
    return played.map((each) => ({ match: each, phase, unit: numbered(event, phase, number, each.again) }));
  });
  const byPhase = ({ phase }: MatchUnit): number => ROUNDS.indexOf(phase);
  return found.sort((one, other) => byPhase(one) - byPhase(other) || (one.unit < other.unit ? -1 : 1));
}

interface Visited {
  readonly match: PublishedMatch;
  /** Index in `ROUNDS`. */
  readonly round: number;
  /** Of the unit in its round. */
  readonly number: number;
  /** The matches of the round before from which both came; null for who came from none. */
  readonly before: readonly (PublishedMatch | null)[];
}

function walk(matches: readonly PublishedMatch[]): Visited[] {
  const visited: Visited[] = [];
  const visit = (match: PublishedMatch, round: number, number: number): void => {
    const before = match.teams.map(
      ({ code }) =>
        matches.find(
          (each) => each.round === ROUNDS[round - 1] && each.teams.some((team) => team.code === code),
        ) ?? null,
    );
    visited.push({ match, round, number, before });
    for (const [side, each] of before.entries())
      if (each !== null) visit(each, round - 1, 2 * number - 1 + side);
  };
  const final = matches.find(({ round }) => round === 'FNL');
  if (final !== undefined) visit(final, ROUNDS.indexOf('FNL'), 1);
  return visited;
}

/** The draw of a tournament that is a knock-out from the beginning; empty for others. Who had a bye stands alone in it. */
export function drawOf({ matches }: Tournament): readonly { team: Team; position: number }[] {
  if (matches.some(({ stage }) => stage === 'FIRST')) return [];
  const visited = walk(matches.filter(({ stage }) => stage === 'KNOCK_OUT'));
  const first = Math.min(...visited.map(({ round }) => round));
  return visited
    .flatMap(({ match, round, number, before }) =>
      match.teams.flatMap((team, side) =>
        before[side] === null ? [{ team, position: 2 ** (round - first) * (2 * number - 2 + side) + 1 }] : [],
      ),
    )
    .sort((one, other) => one.position - other.position);
}

export const sameTeams = (one: PublishedMatch, other: PublishedMatch): boolean =>
  one.teams.every(({ code }) => other.teams.some((team) => team.code === code));
