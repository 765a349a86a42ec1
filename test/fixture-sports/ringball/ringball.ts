/**
 * Ringball, a game that nobody plays: two sides, two halves, a shoot-out. Pools with a crossed bracket and
 * a repechage for teams, a drawn bracket with byes for singles, one with a repechage for those whom finalists
 * beat, a cup whose places are all played, and a duel of three contests.
 */
import { ONE } from '../../../src/model/decimal.ts';
import { eventRsc, levelOf, type Rsc, partsOf as rscParts } from '../../../src/model/rsc.ts';
import type { Sport } from '../../../src/rules/contract.ts';
import { addedUp, contestsWon, match } from '../../../src/rules/families/match.ts';
import { type PeriodTally, periodValue, summedPeriods } from '../../../src/rules/families/period-scores.ts';
import { pool } from '../../../src/rules/families/pool.ts';
import { drawnByLot } from '../../../src/rules/families/pool-table.ts';
import { unitOf } from '../../../src/rules/plan.ts';
import { CUP_POOLS, plan, THIRDS } from './plans.ts';

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
  scoresAfter: addedUp(({ kind, competitor }) => (kind === 'RING' ? { to: competitor, value: ONE } : null)),
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

const TABLES = [...CUP_POOLS, THIRDS];

/** 50 is added to the number of a match that is played again. */
function playedAgain(unit: Rsc): Rsc | null {
  const { phase, unit: code } = rscParts(unit);
  const number = Number(code.slice(0, 4)) - 50;
  return number > 0 ? unitOf(eventRsc(unit), phase, number) : null;
}

const isDuel = (unit: Rsc): boolean =>
  rscParts(unit).event === 'DUEL' && /^\d{4}00/.test(rscParts(unit).unit);

export const ringball: Sport = {
  discipline: 'RNG',
  name: 'Ringball',
  unitRule: (unit, { rule }) =>
    rule === undefined || rule === game.id ? (isDuel(unit) ? duel : game) : null,
  partsRule: (rsc) => (levelOf(rsc) === 'phase' && TABLES.includes(rscParts(rsc).phase) ? table : null),
  plan,
  rerunOf: playedAgain,
};
