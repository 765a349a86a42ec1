import type { Words } from '../../../src/model/words.ts';

const APPARATUS = {
  FX: 'Floor Exercise',
  PH: 'Pommel Horse',
  SR: 'Rings',
  VT: 'Vault',
  PB: 'Parallel Bars',
  HB: 'Horizontal Bar',
  UB: 'Uneven Bars',
  BB: 'Balance Beam',
} as const;

export const en: Words = {
  language: 'en',
  discipline: 'Artistic Gymnastics',
  events: {
    ...Object.fromEntries(Object.entries(APPARATUS).map(([code, name]) => [`1AP${code}`, name])),
    '1AA': 'All-Around',
    TEAM: 'Team',
    QUALIFICATION: 'Qualification',
  },
  phases: { QUAL: 'Qualification', FNL: 'Final' },
  units: { SUBDIVISION: 'Subdivision {number}', QUALIFICATION: 'Qualification', FINAL: 'Final' },
  columns: {
    GAP: 'Gap',
    DIFFICULTY: 'D',
    EXECUTION: 'E',
    PENALTY: 'ND',
    VAULT_1: 'Vault 1',
    VAULT_2: 'Vault 2',
  },
  criteria: {
    SCORE: 'higher score',
    EXECUTION: 'higher execution score',
    DIFFICULTY: 'higher difficulty score',
    PANEL_DEDUCTIONS: 'fewer deductions by the smallest counting marks of the panel',
    MEAN_OF_VAULTS: 'higher mean of the two vaults',
    SINGLE_VAULT: 'higher single vault',
    SINGLE_VAULT_EXECUTION: 'higher execution score of a single vault',
    SINGLE_VAULT_DIFFICULTY: 'higher difficulty score of a single vault',
    TOTAL: 'higher total',
    WITHOUT_LOWEST: 'higher sum without the lowest apparatus',
    SUM_OF_EXECUTION: 'higher sum of execution scores',
    SUM_OF_DIFFICULTY: 'higher sum of difficulty scores',
  },
  parts: { ...APPARATUS, VT1: 'Vault 1', VT2: 'Vault 2' },
  components: { D: 'difficulty', E: 'execution', A: 'artistry', ND: 'neutral deductions', B: 'bonus' },
  options: {
    panel: 'the execution panel: judges, and how many marks are dropped at each end',
    rounding: 'how means are cut to thousandths',
    apparatusTie: 'how equal scores on an apparatus are separated',
    count: 'scores of a team that count on each apparatus',
    vaults: 'vaults of a vault contest',
  },
};
