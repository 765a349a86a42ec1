/** Driftboard, a sport that nobody practises: a series of races for points, and a last one that counts double. */
import { ONE } from '../../../src/model/decimal.ts';
import { levelOf, partsOf as rscParts } from '../../../src/model/rsc.ts';
import type { Sport } from '../../../src/rules/contract.ts';
import { betterLately, betterScores, series } from '../../../src/rules/families/series.ts';
import { TIMED_RACE, timedRace } from '../../../src/rules/families/timed-race.ts';
import { phaseOf, rankedIn, unitOf } from '../../../src/rules/plan.ts';
import { SECOND, truncTo } from '../../../src/rules/rounding.ts';

const CODES = ['DNF', 'OCS', 'DNS', 'DSQ', 'DNE'];
const seconds = { round: truncTo, step: SECOND };

const race = timedRace('DRF.RACE@1', {
  compare: seconds,
  display: seconds,
  irmOrder: CODES,
  clauses: { time: { code: 'FIRST_OVER_THE_LINE', clause: 'D 1' } },
});

/** The last race is for the best of the series before it. */
const IN_LAST_RACE = 5;

const points = series('DRF.SERIES@1', {
  families: [TIMED_RACE],
  codePoints: (_code, { entered }) => (entered + 1) * ONE,
  neverDiscarded: ['DNE'],
  discards: (races) => (races >= 4 ? 1 : 0),
  medalRace: {
    is: (unit) => rscParts(unit).phase === 'FNL',
    times: 2,
    clause: { code: 'LAST_RACE', clause: 'D 7' },
  },
  clause: { code: 'FEWER_POINTS', clause: 'D 4' },
  ties: [
    betterScores({ code: 'MORE_OF_THE_BEST_PLACES', clause: 'D 5' }),
    betterLately({ code: 'BETTER_IN_THE_LATEST_RACE', clause: 'D 6' }),
  ],
  irmOrder: ['DSQ'],
});

export const driftboard: Sport = {
  discipline: 'DRF',
  name: 'Driftboard',
  unitRule: () => race,
  partsRule: (rsc) => (levelOf(rsc) === 'event' || rscParts(rsc).phase === 'PREL' ? points : null),
  plan: ({ event }) => {
    const before = phaseOf(event, 'PREL');
    const last = unitOf(event, 'FNL', 1);
    const best = Array.from({ length: IN_LAST_RACE }, (_none, index) => rankedIn(before, index + 1));
    return {
      phases: [{ phase: before }, { phase: phaseOf(event, 'FNL') }],
      units: [{ unit: last, slots: best }],
      places: [{ of: [event], medals: true }],
    };
  },
};
