/** What the venues of a tournament would have sent: who plays, goals and cards, kicks from the penalty mark. */
import { phaseRsc } from '../../../model/rsc.ts';
import { phaseOf } from '../../../rules/plan.ts';
import type { Both, PublishedMatch, Tournament } from './tournament.ts';
import { drawOf, eventOf, type MatchUnit, unitsOf } from './units.ts';

/** `GROUPS`: the matches of the groups only, so that who meets whom after them is what the plan makes of it. */
export function factsOf(tournament: Tournament, which: 'ALL' | 'GROUPS'): object[] {
  const units = unitsOf(tournament).filter(({ match }) => which === 'ALL' || isGroupMatch(match));
  return [
    ...setups(tournament, units),
    ...units.flatMap((unit) => matchFacts(unit, needsStartList(unit, units))),
  ].map((fact, index) => ({ source: 'PUBLISHED', seq: index + 1, ...fact }));
}

export const isGroupMatch = ({ stage }: PublishedMatch): boolean => stage === 'FIRST' || stage === 'SECOND';

function setups(tournament: Tournament, units: readonly MatchUnit[]): object[] {
  const event = eventOf(tournament);
  const rule = `FBL.GROUP@${tournament.edition}`;
  const phases = new Set(units.filter(({ match }) => isGroupMatch(match)).map(({ unit }) => phaseRsc(unit)));
  const draw = drawOf(tournament);
  return [
    { unit: event, setup: { rule, reconstructed: true, options: { format: tournament.format } } },
    ...(draw.length === 0
      ? []
      : [
          {
            unit: event,
            startList: { entries: draw.map(({ team, position }) => entryOf(team, position - 1)) },
          },
        ]),
    ...[...phases, phaseOf(event, 'THRD')].map((unit) => ({ unit, setup: { rule, reconstructed: true } })),
  ];
}

/**
 * Groups and the first round of the knock-out after them are drawn up by the venue; so are replays, and the match for third place where
 * no semi-finals were played. Who meets whom from there on follows from the winners, and nobody else's score counts.
 */
function needsStartList({ match, phase }: MatchUnit, units: readonly MatchUnit[]): boolean {
  if (isGroupMatch(match) || match.again) return true;
  if (match.stage === 'THIRD_PLACE') return !units.some((other) => other.phase === 'SFNL');
  const isDrawn = !units.some((other) => isGroupMatch(other.match));
  return !isDrawn && phase === units.find((other) => other.match.stage === 'KNOCK_OUT')?.phase;
}

function matchFacts({ match, unit }: MatchUnit, withStartList: boolean): object[] {
  const said = [
    ...(withStartList ? [{ startList: { entries: match.teams.map(entryOf) } }] : []),
    ...scoreFacts(match),
    ...actionFacts(match),
    { status: { result: 'OFFICIAL' } },
  ];
  return said.map((fact) => ({ unit, ...fact }));
}

const entryOf = ({ code, name }: { code: string; name: string }, index: number): object => ({
  competitor: { code, kind: 'TEAM', organisation: code, name: { team: name } },
  startOrder: index + 1,
});

/** Where goals and kicks are told that come to the score, it follows from them; else it is said as it was published. */
function scoreFacts(match: PublishedMatch): object[] {
  if (isTold(match)) return [];
  const period = match.extraTime ? 'AET' : 'TOT';
  return [
    ...bothSides(match, period, match.goals),
    ...(match.shootOut === null ? [] : bothSides(match, 'PSO', match.shootOut)),
  ];
}

function isTold({ actions, goals, shootOut }: PublishedMatch): boolean {
  const scored = (side: number, inShootOut: boolean): number =>
    actions.filter(
      (action) =>
        (action.period === 'PSO') === inShootOut &&
        (action.kind === 'OG' ? action.side !== side : action.side === side && action.detail === 'GOAL'),
    ).length;
  return [0, 1].every(
    (side) =>
      scored(side, false) === goals[side] && (shootOut === null || scored(side, true) === shootOut[side]),
  );
}

const bothSides = ({ teams }: PublishedMatch, period: string, values: Both<number>): object[] =>
  teams.map(({ code }, side) => ({ periodScore: { competitor: code, period, value: String(values[side]) } }));

const actionFacts = ({ actions, teams }: PublishedMatch): object[] =>
  actions.map(({ side, ...action }, index) => ({
    action: { id: String(index + 1), competitor: teams[side].code, ...action },
  }));
