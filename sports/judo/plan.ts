/**
 * An event from the draw to the medals: a knock-out whose quarter-final losers meet again, and whose winners meet the
 * semi-final losers of the other half for two bronzes.
 */
import { partsOf } from '../../src/model/rsc.ts';
import { knockOut } from '../../src/rules/families/bracket.ts';
import { type EventPlan, type EventSetup, type UnitPlan, unitOf } from '../../src/rules/plan.ts';
import { CATEGORIES, CONTESTS_IN_TEAM_MATCH, isTeamEvent, REPECHAGE, ROUNDS } from './events.ts';

/** A repechage of quarter-final losers needs quarter-finals, however few there are. */
const FEWEST_ROUNDS = 3;

export function plan({ event, entries }: EventSetup): EventPlan | null {
  const positions = Math.max(0, ...entries.map(({ startOrder }) => startOrder));
  const needed = Math.max(FEWEST_ROUNDS, Math.ceil(Math.log2(Math.max(1, positions))));
  if (!isKnown(event) || needed > ROUNDS.length) return null;
  const bracket = knockOut({
    event,
    rounds: ROUNDS.slice(-needed),
    bronze: 'REPECHAGE',
    repechage: REPECHAGE,
  });
  return {
    ...bracket,
    ...(isTeamEvent(event) ? { units: bracket.units.map(withContests) } : {}),
    irmEnds: ['DSQ'],
  };
}

function isKnown(event: string): boolean {
  const { gender, event: code } = partsOf(event);
  return isTeamEvent(event) ? gender === 'X' : CATEGORIES[gender]?.includes(code) === true;
}

/** Six contests, and the one that decides when each team has won three. */
function withContests(match: UnitPlan): UnitPlan {
  const { phase, unit } = partsOf(match.unit);
  const number = Number(unit.slice(0, 4));
  const holds = Array.from({ length: CONTESTS_IN_TEAM_MATCH + 1 }, (_none, index) =>
    unitOf(match.unit, phase, number, index + 1),
  );
  return { ...match, holds };
}
