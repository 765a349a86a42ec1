/**
 * Ringball, a game that nobody plays: two sides, two halves, a shoot-out. Pools with a crossed bracket and
 * a repechage for teams, a drawn bracket with byes for singles, and a duel of three contests.
 */
import { ONE } from '../../../src/model/decimal.ts';
import { levelOf, type Rsc, partsOf as rscParts } from '../../../src/model/rsc.ts';
import type { Sport } from '../../../src/rules/contract.ts';
import { knockOut } from '../../../src/rules/families/bracket.ts';
import { contestsWon, match } from '../../../src/rules/families/match.ts';
import { type PeriodTally, periodValue, summedPeriods } from '../../../src/rules/families/period-scores.ts';
import { drawnByLot, pool } from '../../../src/rules/families/pool.ts';
import {
  type EventPlan,
  type EventSetup,
  phaseOf,
  rankedIn,
  type Slot,
  unitOf,
} from '../../../src/rules/plan.ts';

const IRM_ORDER = ['DNS', 'DSQ'];

const game = match<PeriodTally>('RNG.GAME@1', {
  reads: ['periodScore', 'action', 'clock'],
  tally: summedPeriods(['H1', 'H2', 'ET', 'PSO'], ['PSO']),
  criteria: [
    { code: 'MORE_RINGS', clause: 'R 10', decision: 'RINGS', key: ({ total }) => -total },
    { code: 'SHOOT_OUT', clause: 'R 12', decision: 'PSO', key: (tally) => -periodValue(tally, 'PSO') },
  ],
  result: ({ total }) => String(total / ONE),
  periods: ({ periods }) => periods,
  adds: ({ kind }) => (kind === 'RING' ? ONE : 0),
  irmOrder: IRM_ORDER,
});

const duel = match<number>('RNG.DUEL@1', {
  reads: ['clock'],
  tally: contestsWon,
  criteria: [{ code: 'MORE_CONTESTS', clause: 'R 20', decision: 'CONTESTS', key: (won) => -won }],
  result: String,
  irmOrder: IRM_ORDER,
});

const table = pool<PeriodTally>('RNG.POOL@1', {
  points: (_card, outcome) => ({ W: 2, T: 1, L: 0 })[outcome] * ONE,
  counted: ({ total }) => total,
  clause: { code: 'POINTS', clause: 'R 30' },
  criteria: [
    { code: 'POINTS_AMONG_THE_TIED', clause: 'R 31', among: 'TIED', value: ({ points }) => points },
    { code: 'DIFFERENCE', clause: 'R 32', among: 'ALL', value: (record) => record.for - record.against },
    { code: 'RINGS', clause: 'R 33', among: 'ALL', value: (record) => record.for },
    drawnByLot({ code: 'LOT', clause: 'R 34' }),
  ],
  onPartialSplit: 'RESTART',
  withdrawn: 'DELETE',
  irmOrder: IRM_ORDER,
});

const POOLS = ['GPA', 'GPB'];

/** A1-B4, A2-B3, A3-B2, A4-B1, so that the winners of the pools meet in the final at the earliest. */
function crossed(event: Rsc): Slot[] {
  const [a, b] = POOLS.map((code) => (rank: number) => rankedIn(phaseOf(event, code), rank)) as [
    (rank: number) => Slot,
    (rank: number) => Slot,
  ];
  return [a(1), b(4), b(3), a(2), b(1), a(4), a(3), b(2)];
}

function plan({ event, entries }: EventSetup): EventPlan | null {
  switch (rscParts(event).event) {
    case 'TEAM':
      return teams(event);
    case 'SINGLES': {
      const positions = Math.max(0, ...entries.map(({ startOrder }) => startOrder));
      const rounds = ['R32', '8FNL', 'QFNL', 'SFNL', 'FNL'];
      const needed = Math.max(2, Math.ceil(Math.log2(positions)));
      return knockOut({ event, rounds: rounds.slice(-needed), bronze: 'SHARED' });
    }
    case 'DUEL':
      return duels(event);
    default:
      return null;
  }
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

const isDuel = (unit: Rsc): boolean =>
  rscParts(unit).event === 'DUEL' && /^\d{4}00/.test(rscParts(unit).unit);

export const ringball: Sport = {
  discipline: 'RNG',
  name: 'Ringball',
  unitRule: (unit, { rule }) =>
    rule === undefined || rule === game.id ? (isDuel(unit) ? duel : game) : null,
  partsRule: (rsc) => (levelOf(rsc) === 'phase' && POOLS.includes(rscParts(rsc).phase) ? table : null),
  plan,
};
