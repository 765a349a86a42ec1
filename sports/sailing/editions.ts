/** The Racing Rules of Sailing by edition: which scoring codes there are, where they stand, and how a scoring penalty is rounded. */
import { decimal, type Micro, ONE } from '../../src/model/decimal.ts';
import type { Irm } from '../../src/model/irm.ts';

export interface Edition {
  readonly year: string;
  /** Codes of the appendix, in the order in which rows with them are shown. */
  readonly codes: readonly Irm[];
  /** Codes that cannot be excluded from a series. */
  readonly neverExcluded: readonly Irm[];
  /** What a scoring penalty is rounded to, halves up. */
  readonly penaltyStep: Micro;
  readonly clauses: {
    readonly abbreviations: string;
    readonly redress: string;
  };
}

const TENTH = decimal('0.1');

const LIST: readonly Edition[] = [
  {
    year: '2013',
    codes: ['RDG', 'DPI', 'SCP', 'ZFP', 'RET', 'DNF', 'OCS', 'DNS', 'DNC', 'BFD', 'DSQ', 'DNE', 'DGM'],
    neverExcluded: ['DNE', 'DGM'],
    penaltyStep: ONE,
    clauses: { abbreviations: 'A11', redress: 'A10' },
  },
  {
    year: '2017',
    codes: ['RDG', 'DPI', 'SCP', 'ZFP', 'RET', 'DNF', 'OCS', 'DNS', 'DNC', 'UFD', 'BFD', 'DSQ', 'DNE'],
    neverExcluded: ['DNE'],
    penaltyStep: ONE,
    clauses: { abbreviations: 'A11', redress: 'A10' },
  },
  {
    year: '2021',
    codes: ['RDG', 'DPI', 'SCP', 'ZFP', 'RET', 'DNF', 'NSC', 'OCS', 'DNS', 'DNC', 'UFD', 'BFD', 'DSQ', 'DNE'],
    neverExcluded: ['DNE'],
    penaltyStep: ONE,
    clauses: { abbreviations: 'A10', redress: 'A9' },
  },
  {
    year: '2025',
    codes: [
      ...['RDG', 'DPI', 'PRP', 'SCP', 'ZFP', 'RET', 'DNF', 'NSC', 'OCS', 'DNS', 'DNC', 'UFD', 'BFD', 'DCT'],
      ...['DSQ', 'DNE'],
    ],
    neverExcluded: ['DNE'],
    penaltyStep: TENTH,
    clauses: { abbreviations: 'A10', redress: 'A9' },
  },
];

/** By year, oldest first. */
export const EDITIONS: ReadonlyMap<string, Edition> = new Map(LIST.map((each) => [each.year, each]));

export const CURRENT_EDITION = '2025';

/** Codes that sailing instructions add to those of the book: standard penalties, and the time limit after the first boat. */
const OF_INSTRUCTIONS: readonly Irm[] = ['STP', 'TLE'];
/** Redress by an average (A9, (a) and (b)); shown as RDG. */
export const AVERAGES: Readonly<Record<Irm, 'ALL' | 'BEFORE'>> = { RDGA: 'ALL', RDGB: 'BEFORE' };

/** Rows with these keep their place in the race: what they score is changed, and nobody else's score. */
export const KEEPS_PLACE: readonly Irm[] = [
  'RDG',
  ...Object.keys(AVERAGES),
  'DPI',
  'PRP',
  'SCP',
  'ZFP',
  'STP',
];

/** Everything that may be said of a boat in a race. */
export const codesIn = ({ codes }: Edition): readonly Irm[] => [
  ...codes,
  ...Object.keys(AVERAGES),
  ...OF_INSTRUCTIONS,
];
