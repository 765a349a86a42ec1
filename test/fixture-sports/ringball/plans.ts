/** How the events of ringball are played. */
import { type Rsc, partsOf as rscParts } from '../../../src/model/rsc.ts';
import { knockOut } from '../../../src/rules/families/bracket.ts';
import {
  drawn,
  type EventPlan,
  type EventSetup,
  loserOf,
  phaseOf,
  rankedIn,
  type Slot,
  type UnitPlan,
  unitOf,
  winnerOf,
} from '../../../src/rules/plan.ts';

export const POOLS = ['GPA', 'GPB'];
export const CUP_POOLS = ['GPA', 'GPB', 'GPC'];
/** The list of those who came third in their pools. */
export const THIRDS = 'THRD';

export function plan({ event, entries }: EventSetup): EventPlan | null {
  switch (rscParts(event).event) {
    case 'TEAM':
      return teams(event);
    case 'SINGLES':
      return knockOut({
        event,
        rounds: roundsFor(Math.max(0, ...entries.map(({ startOrder }) => startOrder))),
        bronze: 'SHARED',
      });
    case 'OPEN':
      return open(event, Math.max(0, ...entries.map(({ startOrder }) => startOrder)));
    case 'CUP':
      return cup(event);
    case 'DUEL':
      return duels(event);
    default:
      return null;
  }
}

function roundsFor(positions: number): readonly string[] {
  const needed = Math.max(2, Math.ceil(Math.log2(positions)));
  return ['R32', '8FNL', 'QFNL', 'SFNL', 'FNL'].slice(-needed);
}

/** A1-B4, A2-B3, A3-B2, A4-B1, so that the winners of the pools meet in the final at the earliest. */
function crossed(event: Rsc): Slot[] {
  const [a, b] = POOLS.map((code) => (rank: number) => rankedIn(phaseOf(event, code), rank)) as [
    (rank: number) => Slot,
    (rank: number) => Slot,
  ];
  return [a(1), b(4), b(3), a(2), b(1), a(4), a(3), b(2)];
}

function teams(event: Rsc): EventPlan {
  const bracket = knockOut({
    event,
    rounds: ['QFNL', 'SFNL', 'FNL'],
    starters: crossed(event),
    bronze: 'REPECHAGE',
    repechage: 'REP1',
  });
  const pools = POOLS.map((code) => ({
    phase: phaseOf(event, code),
    advance: [{ by: 'rank' as const, count: 4, mark: 'Q' }],
  }));
  return { ...bracket, phases: [...pools, ...bracket.phases] };
}

/** A drawn bracket in which those whom a finalist beat meet again for two bronzes. */
function open(event: Rsc, positions: number): EventPlan {
  return knockOut({
    event,
    rounds: roundsFor(Math.max(8, positions)),
    bronze: 'REPECHAGE',
    repechage: 'REP1',
    repechageOf: 'FINALISTS',
  });
}

/** Three pools of three whose matches are drawn; the two best thirds go on; all places to the eighth are played. */
function cup(event: Rsc): EventPlan {
  const ranked = (pool: string) => (rank: number) => rankedIn(phaseOf(event, pool), rank);
  const [a, b, c, third] = [...CUP_POOLS, THIRDS].map(ranked) as [Ranked, Ranked, Ranked, Ranked];
  const bracket = knockOut({
    event,
    rounds: ['QFNL', 'SFNL', 'FNL'],
    starters: [a(1), third(2), b(2), c(2), b(1), third(1), c(1), a(2)],
    bronze: 'MATCH',
  });
  const placed = placementMatches(event);
  return {
    phases: [
      ...CUP_POOLS.map((code) => ({ phase: phaseOf(event, code) })),
      {
        phase: phaseOf(event, THIRDS),
        includes: (unit) => CUP_POOLS.includes(rscParts(unit).phase) && rscParts(unit).event === 'CUP',
        slots: [a(3), b(3), c(3)],
      },
      ...bracket.phases.slice(0, 1),
      { phase: phaseOf(event, 'CL58') },
      ...bracket.phases.slice(1),
    ],
    units: [
      ...CUP_POOLS.flatMap((code, index) => poolMatches(event, code, 3 * index)),
      ...bracket.units,
      ...placed,
    ],
    places: [
      ...bracket.places.slice(0, 3),
      { of: [unitOf(event, 'FNL', 3)] },
      { of: [unitOf(event, 'FNL', 4)] },
      { of: [phaseOf(event, THIRDS)] },
    ],
    irmKeepsPlace: ['DNS'],
  };
}

type Ranked = (rank: number) => Slot;

/** Everybody against everybody, among the three who are drawn after `before`. */
function poolMatches(event: Rsc, pool: string, before: number): UnitPlan[] {
  return [
    [1, 2],
    [1, 3],
    [2, 3],
  ].map((sides, index) => ({
    unit: unitOf(event, pool, index + 1),
    slots: sides.map((side) => drawn(before + side)),
  }));
}

/** Who lost in the quarter-finals plays for fifth to eighth. */
function placementMatches(event: Rsc): UnitPlan[] {
  const quarterFinal = (number: number): Rsc => unitOf(event, 'QFNL', number);
  const first = [1, 2].map(
    (number): UnitPlan => ({
      unit: unitOf(event, 'CL58', number),
      slots: [loserOf(quarterFinal(2 * number - 1)), loserOf(quarterFinal(2 * number))],
      bracket: { code: '5_8', round: 'CL58', order: number },
    }),
  );
  const next = [winnerOf, loserOf].map(
    (side, index): UnitPlan => ({
      unit: unitOf(event, 'FNL', 3 + index),
      slots: first.map(({ unit }) => side(unit)),
      bracket: { code: index === 0 ? '5_8' : '7_8', round: 'FNL', order: 1 },
    }),
  );
  return [...first, ...next];
}

/** Each duel holds three contests, whose starters the venue names. */
function duels(event: Rsc): EventPlan {
  const bracket = knockOut({ event, rounds: ['SFNL', 'FNL'], bronze: 'MATCH' });
  const units = bracket.units.map((unit) => ({
    ...unit,
    holds: [1, 2, 3].map((part) =>
      unitOf(event, rscParts(unit.unit).phase, Number(unit.unit.slice(26, 30)), part),
    ),
  }));
  return { ...bracket, units };
}
