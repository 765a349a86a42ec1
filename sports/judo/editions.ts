/** The refereeing rules by Olympic cycle: which scores there are, how many shidos are too many, and whether shidos decide. */
import { decimal, type Micro } from '../../src/model/decimal.ts';

/** Codes of scores, the greatest first. */
export type Score = 'IPP' | 'WAZ' | 'YUK';

export interface Edition {
  readonly year: string;
  readonly scores: readonly Score[];
  /** So many shidos are hansoku-make. */
  readonly shidosOut: number;
  /** Equal scores: whoever has fewer shidos has won. */
  readonly shidosDecide: boolean;
  /** Seconds of regular time, by RSC gender. */
  readonly duration: Readonly<Record<string, Micro>>;
  readonly clauses: {
    readonly ippon: string;
    readonly wazaAri: string;
    readonly yuko: string;
    readonly shido: string;
  };
}

const FOUR_MINUTES = decimal('240');
const FIVE_MINUTES = decimal('300');

const SOR = (year: string) => ({
  ippon: `IJF ${year}, ippon and waza-ari-awasete-ippon`,
  wazaAri: `IJF ${year}, waza-ari`,
  yuko: `IJF ${year}, yuko`,
  shido: `IJF ${year}, prohibited acts`,
});

const EDITIONS_LIST: readonly Edition[] = [
  {
    year: '2013',
    scores: ['IPP', 'WAZ', 'YUK'],
    shidosOut: 4,
    shidosDecide: true,
    duration: { M: FIVE_MINUTES, W: FOUR_MINUTES },
    clauses: SOR('2013'),
  },
  {
    year: '2018',
    scores: ['IPP', 'WAZ'],
    shidosOut: 3,
    shidosDecide: false,
    duration: { M: FOUR_MINUTES, W: FOUR_MINUTES },
    clauses: SOR('2018'),
  },
  {
    year: '2025',
    scores: ['IPP', 'WAZ', 'YUK'],
    shidosOut: 3,
    shidosDecide: false,
    duration: { M: FOUR_MINUTES, W: FOUR_MINUTES },
    clauses: SOR('2025'),
  },
];

/** By year, oldest first. */
export const EDITIONS: ReadonlyMap<string, Edition> = new Map(EDITIONS_LIST.map((each) => [each.year, each]));

export const CURRENT_EDITION = '2025';
