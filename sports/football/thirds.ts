/**
 * Whom the winners of groups meet among the best third-placed: it hangs on the groups these come from. One line for each
 * combination, with the group of the third for each winner in turn. Where they were read: `rulebook.md`.
 */

/** The tables of regulations, by the winners of groups who meet a third. */
export interface ThirdsTable {
  /** Winners of groups, in the order of the columns: `ABCD`. */
  readonly winners: string;
  /** How many of those who came third go on. */
  readonly count: number;
  /** `ABCD: CDAB`: the thirds of A, B, C, D are through; the winner of the first column meets the third of C. */
  readonly lines: readonly string[];
}

/** 24 teams, 1986 to 2019: the winners of A, B, C and D. */
const OF_ABCD: ThirdsTable = {
  winners: 'ABCD',
  count: 4,
  lines: [
    'ABCD: CDAB',
    'ABCE: CABE',
    'ABCF: CABF',
    'ABDE: DABE',
    'ABDF: DABF',
    'ABEF: EABF',
    'ACDE: CDAE',
    'ACDF: CDAF',
    'ACEF: CAFE',
    'ADEF: DAFE',
    'BCDE: CDBE',
    'BCDF: CDBF',
    'BCEF: ECBF',
    'BDEF: EDBF',
    'CDEF: CDFE',
  ],
};

/** 24 teams, EURO 2020 and 2024: the winners of B, C, E and F. */
const OF_BCEF: ThirdsTable = {
  winners: 'BCEF',
  count: 4,
  lines: [
    'ABCD: ADBC',
    'ABCE: AEBC',
    'ABCF: AFBC',
    'ABDE: DEAB',
    'ABDF: DFAB',
    'ABEF: EFBA',
    'ACDE: EDCA',
    'ACDF: FDCA',
    'ACEF: EFCA',
    'ADEF: EFDA',
    'BCDE: EDBC',
    'BCDF: FDCB',
    'BCEF: FECB',
    'BDEF: FEDB',
    'CDEF: FEDC',
  ],
};

/** Twelve teams, Olympic women: the winners of A and C. */
const OLYMPIC_OF_AC: ThirdsTable = { winners: 'AC', count: 2, lines: ['AB: BA', 'AC: CA', 'BC: CB'] };

/** Twelve teams, women's World Cups of 1991 and 1995: the winners of B and C. */
const OF_BC: ThirdsTable = { winners: 'BC', count: 2, lines: ['AB: AB', 'AC: CA', 'BC: CB'] };

export const THIRDS_TABLES = { OF_ABCD, OF_BCEF, OLYMPIC_OF_AC, OF_BC } as const;

/** By combination of groups, the group whose third the winner of a group meets: `GPA GPC` -> `GPC`. */
export function thirdsFor(
  { winners, lines }: ThirdsTable,
  winner: string,
  phaseOf: (letter: string) => string,
): Readonly<Record<string, string>> {
  const column = winners.indexOf(winner);
  return Object.fromEntries(
    lines.map((line) => {
      const [through, thirds] = line.split(': ') as [string, string];
      return [[...through].map(phaseOf).join(' '), phaseOf(thirds[column]!)];
    }),
  );
}
