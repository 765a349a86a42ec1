import type { OptionValue, Setup } from '../../src/model/fact.ts';
import type { ApparatusTie } from '../../src/rules/families/apparatus.ts';
import type { Panel } from '../../src/rules/families/judged.ts';
import type { Rounding } from '../../src/rules/rounding.ts';
import { roundHalfUp, truncTo } from '../../src/rules/rounding.ts';

/** What a venue may set for a competition that departs from the edition. */
export interface Options {
  /** `{ "judges": 5, "drop": 1 }`: the execution panel. */
  readonly panel?: Panel;
  /** `TRUNCATE` (the rule book) or `HALF_UP`: how means are cut to thousandths. */
  readonly rounding?: Rounding;
  /** How equal scores on an apparatus are separated. */
  readonly apparatusTie?: ApparatusTie;
  /** Scores of a team that count on each apparatus. */
  readonly count?: number;
  /** `1`: a vault contest over a single vault. */
  readonly vaults?: 1 | 2;
}

const ROUNDINGS: Readonly<Record<string, Rounding>> = { TRUNCATE: truncTo, HALF_UP: roundHalfUp };
const APPARATUS_TIES: readonly string[] = [
  'EXECUTION_DIFFICULTY',
  'EXECUTION_PANEL',
  'NONE',
] satisfies ApparatusTie[];

/** Readers by option name: undefined says that the value is not one. */
const READERS: { readonly [name: string]: (value: OptionValue) => Options[keyof Options] } = {
  panel: panelOf,
  rounding: (value) => (typeof value === 'string' ? ROUNDINGS[value] : undefined),
  apparatusTie: (value) => APPARATUS_TIES.find((tie) => tie === value) as ApparatusTie | undefined,
  count: (value) => (isCount(value, 1) ? value : undefined),
  vaults: (value) => (value === 1 || value === 2 ? value : undefined),
};

/** The options of a setup; null when one has a value that this sport does not know. Options of others are left alone. */
export function optionsOf({ options = {} }: Setup): Options | null {
  const read: Record<string, unknown> = {};
  for (const [name, reader] of Object.entries(READERS)) {
    const value = options[name];
    if (value === undefined || value === null) continue;
    read[name] = reader(value);
    if (read[name] === undefined) return null;
  }
  return read;
}

function panelOf(value: OptionValue): Panel | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { judges, drop } = value as { readonly [key: string]: OptionValue };
  if (!isCount(judges, 1) || !isCount(drop, 0)) return undefined;
  return judges > 2 * drop ? { judges, drop } : undefined;
}

const isCount = (value: OptionValue | undefined, least: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= 20;
