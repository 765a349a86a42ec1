/**
 * What changes from one edition of the rules to the next, as data. Sources and the state of their
 * verification are in `rulebook.md`.
 */

import type { Panel } from '../../src/rules/families/panel.ts';
import type { ApparatusTie } from './apparatus.ts';
import type { SumTie } from './apparatus-sum.ts';

export interface Edition {
  readonly panel: Panel;
  readonly apparatusTie: ApparatusTie;
  readonly sumTie: SumTie;
  /** Scores of a team that count on each apparatus, by phase. */
  readonly counting: { readonly qualification: number; readonly final: number };
}

const paris: Edition = {
  panel: { judges: 7, drop: 2 },
  apparatusTie: 'EXECUTION_DIFFICULTY',
  sumTie: 'DROP_LOWEST_FIRST',
  counting: { qualification: 3, final: 3 },
};

const london: Edition = {
  ...paris,
  panel: { judges: 5, drop: 1 },
  sumTie: 'DROP_LOWEST',
};

const beijing: Edition = {
  ...london,
  panel: { judges: 6, drop: 1 },
  apparatusTie: 'EXECUTION_PANEL',
  counting: { qualification: 4, final: 3 },
};

export const EDITIONS: Readonly<Record<string, Edition>> = {
  '2008': beijing,
  '2012': london,
  '2016': london,
  /** Teams of four: all four up, three count. */
  '2020': paris,
  '2022': paris,
  '2024': paris,
  /** The code of 2025 to 2028; nothing that decides a place is known to differ. */
  '2028': paris,
};

export const DEFAULT_EDITION = '2024';
