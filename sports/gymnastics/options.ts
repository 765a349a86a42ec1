import type { OptionValue } from '../../src/model/fact.ts';
import type { Panel } from '../../src/rules/families/panel.ts';
import { isWholeNumber, type OptionSpecs, oneOf, wholeNumber } from '../../src/rules/options.ts';
import type { Rounding } from '../../src/rules/rounding.ts';
import { roundHalfUp, truncTo } from '../../src/rules/rounding.ts';
import type { ApparatusTie } from './apparatus.ts';

/** What a venue may set for a competition that departs from the edition. */
export interface Options {
  /** `{ "judges": 5, "drop": 1 }`: the execution panel. */
  readonly panel: Panel;
  /** `TRUNCATE` (the rule book) or `HALF_UP`: how means are cut to thousandths. */
  readonly rounding: Rounding;
  /** How equal scores on an apparatus are separated. */
  readonly apparatusTie: ApparatusTie;
  /** Scores of a team that count on each apparatus. */
  readonly count: number;
  /** `1`: a vault contest over a single vault. */
  readonly vaults: number;
}

const PANEL_MOST = 20;

export const OPTIONS: OptionSpecs<Options> = {
  panel: { what: '{ judges, drop } where some judges are left when 2 * drop are dropped', read: panelOf },
  rounding: oneOf<Rounding>({ TRUNCATE: truncTo, HALF_UP: roundHalfUp }),
  apparatusTie: oneOf<ApparatusTie>({
    EXECUTION_DIFFICULTY: 'EXECUTION_DIFFICULTY',
    EXECUTION_PANEL: 'EXECUTION_PANEL',
    NONE: 'NONE',
  }),
  count: wholeNumber(1, 20),
  vaults: wholeNumber(1, 2),
};

function panelOf(value: OptionValue): Panel | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { judges, drop } = value as { readonly [key: string]: OptionValue };
  if (!isWholeNumber(judges, 1, PANEL_MOST) || !isWholeNumber(drop, 0, PANEL_MOST)) return undefined;
  return judges > 2 * drop ? { judges, drop } : undefined;
}
