/** Rowing, as far as tests of progression and finals need it: the second unit of the final phase is the B-final. */
import { levelOf } from '../../src/model/rsc.ts';
import type { Sport } from '../../src/rules/contract.ts';
import { acrossHeats, type HeatsCard } from '../../src/rules/families/across-heats.ts';
import { timedRace } from '../../src/rules/families/timed-race.ts';
import { successivePhases } from '../../src/rules/plan.ts';
import { HUNDREDTH, type Precision, truncTo } from '../../src/rules/rounding.ts';

const hundredths: Precision = { round: truncTo, step: HUNDREDTH };
const IRM_ORDER = ['DNF', 'DNS', 'EXC'];
const CLAUSE = { code: 'TIME', clause: '' };

const race = timedRace('ROW.RACE@2024', {
  compare: hundredths,
  display: hundredths,
  ties: 'picture',
  irmOrder: IRM_ORDER,
  clauses: { time: CLAUSE },
});

const numberOf = ({ heat }: HeatsCard): number =>
  heat?.unit.includes('FNL-') === true ? Number(heat.unit.slice(26, 30)) - 1 : 0;

const phase = acrossHeats('ROW.PHASE@2024', {
  compare: hundredths,
  display: hundredths,
  irmOrder: IRM_ORDER,
  clause: CLAUSE,
  overfull: 'OPEN',
  openMark: '?',
  tier: { code: 'FINAL_A_BEFORE_FINAL_B', clause: '', of: numberOf },
});

export const rowing: Sport = {
  discipline: 'ROW',
  name: 'Rowing',
  unitRule: () => race,
  partsRule: (rsc) => (levelOf(rsc) === 'phase' ? phase : null),
  plan: ({ event }) =>
    successivePhases(event, ['HEAT', 'REP', 'SFNL', 'FNL'], { irmKeepsPlace: ['DNF', 'DNS'] }),
};
