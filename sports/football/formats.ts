/**
 * How tournaments are played: groups, whether the best third-placed go on, and who meets whom in the knock-out, from the top
 * of the bracket to the bottom. `A1` won group A; `3B` is the third-placed whom the winner of B meets.
 */
import type { Bronze } from '../../src/rules/families/bracket.ts';
import { THIRDS_TABLES, type ThirdsTable } from './thirds.ts';

export interface Format {
  /** Letters of the first groups; none where the tournament is a knock-out from the beginning. */
  readonly groups: string;
  /** How many of each group go on. */
  readonly through: number;
  /** Matches of each group, in their order; default: six, as four teams play. */
  readonly matches?: readonly number[];
  readonly thirds?: ThirdsTable;
  /** Second groups, by letter, of those who come from the first. */
  readonly second?: Readonly<Record<string, string>>;
  /** The last groups decide the tournament: there is no knock-out. */
  readonly finalGroup?: string;
  /** Starters of the first knock-out round; empty: the draw of the event. */
  readonly starters: string;
  /** Starters of the match for third place, where no semi-finals are played. */
  readonly bronzeStarters?: string;
  readonly bronze: Extract<Bronze, 'MATCH' | 'SHARED'>;
}

const knockOut = (groups: string, starters: string, more: Partial<Format> = {}): Format => ({
  groups,
  through: 2,
  starters,
  bronze: 'MATCH',
  ...more,
});

const FOUR_GROUPS = 'A1 B2 C1 D2 B1 A2 D1 C2';
const EIGHT_GROUPS = 'A1 B2 C1 D2 E1 F2 G1 H2 B1 A2 D1 C2 F1 E2 H1 G2';
const OF_24: Partial<Format> = { thirds: THIRDS_TABLES.OF_ABCD };
const OF_12: Partial<Format> = { thirds: THIRDS_TABLES.OF_BC };

/** By the book and the first year in which it was played so. */
export const FORMATS: Readonly<Record<string, Format>> = {
  'OG-M': knockOut('ABCD', FOUR_GROUPS),
  'OG-W': knockOut('ABC', 'A1 3A C1 3C B1 C2 A2 B2', { thirds: THIRDS_TABLES.OLYMPIC_OF_AC }),
  'FIFA-1930': knockOut('ABCD', 'C1 B1 A1 D1', {
    through: 1,
    matches: [6, 3, 3, 3],
    bronze: 'SHARED',
  }),
  'FIFA-1934': knockOut('', ''),
  'FIFA-1950': {
    groups: 'ABCD',
    through: 1,
    matches: [6, 6, 3, 1],
    starters: '',
    finalGroup: 'D1 A1 C1 B1',
    bronze: 'MATCH',
  },
  // Quarter-finals were drawn: the winners of groups in one half, the others in the other.
  'FIFA-1954': knockOut('ABCD', '', { matches: [4, 4, 4, 4] }),
  'FIFA-1958': knockOut('ABCD', 'D1 C2 B1 A2 C1 D2 A1 B2'),
  'FIFA-1962': knockOut('ABCD', 'C1 D2 B2 A1 C2 D1 A2 B1'),
  'FIFA-1966': knockOut('ABCD', 'A1 B2 C1 D2 B1 A2 D1 C2'),
  'FIFA-1970': knockOut('ABCD', 'C1 D2 A1 B2 B1 A2 D1 C2'),
  'FIFA-1974': knockOut('ABCD', 'A1 B1', {
    second: { A: 'C1 B2 A1 D2', B: 'A2 D1 C2 B1' },
    bronzeStarters: 'A2 B2',
  }),
  'FIFA-1978': knockOut('ABCD', 'B1 A1', {
    second: { A: 'D2 A1 B2 C1', B: 'A2 C2 B1 D1' },
    bronzeStarters: 'B2 A2',
  }),
  'FIFA-1982': knockOut('ABCDEF', 'A1 C1 B1 D1', {
    second: { A: 'A1 F2 C1', B: 'B1 D1 E2', C: 'A2 F1 C2', D: 'D2 B2 E1' },
  }),
  'FIFA-1986': knockOut('ABCDEF', 'A1 3A F2 B2 E1 D2 C1 3C D1 3D A2 C2 F1 E2 B1 3B', OF_24),
  'FIFA-1990': knockOut('ABCDEF', 'A2 C2 D1 3D B1 3B F1 E2 C1 3C E1 D2 F2 B2 A1 3A', OF_24),
  'FIFA-1994': knockOut('ABCDEF', 'A1 3A F2 B2 F1 E2 B1 3B E1 D2 C1 3C D1 3D C2 A2', OF_24),
  'FIFA-1998': knockOut('ABCDEFGH', 'A1 B2 D1 C2 E1 F2 H1 G2 B1 A2 C1 D2 F1 E2 G1 H2'),
  'FIFA-2002': knockOut('ABCDEFGH', 'E1 B2 G1 D2 B1 E2 D1 G2 A1 F2 C1 H2 F1 A2 H1 C2'),
  'FIFA-2006': knockOut('ABCDEFGH', EIGHT_GROUPS),
  'FIFA-W-1991': knockOut('ABC', 'A1 B2 A2 C2 C1 3C B1 3B', OF_12),
  'FIFA-W-1999': knockOut('ABCD', 'A1 B2 B1 A2 C1 D2 D1 C2'),
  'FIFA-W-2003': knockOut('ABCD', FOUR_GROUPS),
  'FIFA-W-2015': knockOut('ABCDEF', 'A2 C2 D1 3D B1 3B F1 E2 E1 D2 C1 3C B2 F2 A1 3A', OF_24),
  'FIFA-W-2019': knockOut('ABCDEF', 'A2 C2 D1 3D A1 3A B2 F1 C1 3C E1 D2 B1 3B F2 E2', OF_24),
  'FIFA-W-2023': knockOut('ABCDEFGH', 'A1 C2 E1 G2 C1 A2 G1 E2 B1 D2 F1 H2 D1 B2 H1 F2'),
  'UEFA-1996': knockOut('ABCD', FOUR_GROUPS, { bronze: 'SHARED' }),
  'UEFA-2016': knockOut('ABCDEF', 'A2 C2 D1 3D B1 3B F1 E2 C1 3C E1 D2 A1 3A B2 F2', {
    ...OF_24,
    bronze: 'SHARED',
  }),
  'UEFA-2020': knockOut('ABCDEF', 'B1 3B A1 C2 F1 3F D2 E2 E1 3E D1 F2 C1 3C A2 B2', {
    thirds: THIRDS_TABLES.OF_BCEF,
    bronze: 'SHARED',
  }),
};

/** Olympic tournaments, where the venue says nothing else. */
export const usualFormat = (gender: string): Format => FORMATS[gender === 'W' ? 'OG-W' : 'OG-M']!;
