/**
 * Rule books by edition. `2024`: World Athletics Technical Rules (TR), numbering of 1 November 2019
 * on. `2018`: IAAF Competition Rules 2018-2019, the older numbering. A rule id carries the edition:
 * `ATH.HIGHJUMP@2024`. Which clause numbers were checked is said in rulebook.md.
 */
import type { Clause } from '../../src/rules/criteria.ts';

export interface Edition {
  readonly year: string;
  readonly time: Clause;
  readonly picture: Clause;
  readonly timeOverHeats: Clause;
  readonly thousandths: Clause;
  readonly lots: Clause;
  readonly best: Clause;
  readonly nextBest: Clause;
  readonly height: Clause;
  readonly failuresAtBest: Clause;
  readonly failuresInAll: Clause;
  readonly jumpOff: Clause;
  readonly total: Clause;
  /** Only where equal totals are separated: until 2019. */
  readonly moreEvents?: Clause;
  readonly highest?: Clause;
}

const CODES = {
  time: 'TIME',
  picture: 'PICTURE',
  timeOverHeats: 'TIME_OVER_HEATS',
  thousandths: 'THOUSANDTHS',
  lots: 'LOT',
  best: 'BEST_ATTEMPT',
  nextBest: 'NEXT_BEST_ATTEMPTS',
  height: 'HEIGHT',
  failuresAtBest: 'FAILURES_AT_BEST',
  failuresInAll: 'FAILURES_IN_ALL',
  jumpOff: 'JUMP_OFF',
  total: 'TOTAL',
  moreEvents: 'MORE_EVENTS',
  highest: 'HIGHEST_POINTS',
} as const;

function clauses(numbers: Readonly<Record<keyof typeof CODES, string>>): Record<keyof typeof CODES, Clause> {
  const entries = Object.entries(CODES).map(([key, code]) => [
    key,
    { code, clause: numbers[key as keyof typeof CODES] },
  ]);
  return Object.fromEntries(entries);
}

const {
  moreEvents: _,
  highest: __,
  ...current
} = clauses({
  time: 'TR 18.2',
  picture: 'TR 18.2',
  timeOverHeats: 'TR 20.8',
  thousandths: 'TR 21',
  lots: 'TR 21',
  best: 'TR 25.21',
  nextBest: 'TR 25.22',
  height: 'TR 26.8',
  failuresAtBest: 'TR 26.8.1',
  failuresInAll: 'TR 26.8.2',
  jumpOff: 'TR 26.9',
  total: 'TR 39.9',
  moreEvents: '',
  highest: '',
});

const former = clauses({
  time: 'Rule 164.2',
  picture: 'Rule 164.2',
  timeOverHeats: 'Rule 166.8',
  thousandths: 'Rule 167',
  lots: 'Rule 167',
  best: 'Rule 180.21',
  nextBest: 'Rule 180.22',
  height: 'Rule 181.8',
  failuresAtBest: 'Rule 181.8(a)',
  failuresInAll: 'Rule 181.8(b)',
  jumpOff: 'Rule 181.8(d)',
  total: 'Rule 200.11',
  moreEvents: 'Rule 200.13',
  highest: 'Rule 200.13',
});

/** Oldest first; the last one is what holds when nothing is said. */
export const EDITIONS: readonly Edition[] = [
  { year: '2018', ...former },
  { year: '2024', ...current },
];

export const CURRENT: Edition = EDITIONS.at(-1)!;

export const editionOf = (year: string): Edition | null =>
  EDITIONS.find((edition) => edition.year === year) ?? null;
