import type { Column } from '../../src/model/row.ts';

const RANK: Column = { label: 'Rank', source: 'rank', align: 'right', width: 4 };
const BIB: Column = { label: 'Bib', source: 'bib', align: 'right', width: 5 };
const LANE: Column = { label: 'Lane', source: 'lane', align: 'right', width: 4 };
const NAME: Column = { label: 'Name', source: 'name', align: 'left', width: 28 };
const NOC: Column = { label: 'NOC', source: 'organisation', align: 'left', width: 5 };
const MARK: Column = { label: 'Mark', source: 'result', align: 'right', width: 9 };
const BEHIND: Column = { label: 'Behind', source: 'diff', align: 'right', width: 8 };
const QUALIFIED: Column = { label: 'Q', source: 'qualificationMark', align: 'left', width: 3 };

const attempt = (number: number): Column => ({
  label: String(number),
  source: `details.bestOf.attempts.${number - 1}.mark`,
  align: 'right',
  width: 6,
});

export const TRACK: readonly Column[] = [
  RANK,
  LANE,
  BIB,
  NAME,
  NOC,
  { label: 'R.T.', source: 'details.timedRace.reaction', align: 'right', width: 6 },
  MARK,
  BEHIND,
  QUALIFIED,
];

export const ROAD: readonly Column[] = [RANK, BIB, NAME, NOC, MARK, BEHIND];

export const WALK: readonly Column[] = [
  RANK,
  BIB,
  NAME,
  NOC,
  { label: 'Cards', source: 'details.timedRace.warnings', align: 'left', width: 6 },
  MARK,
  BEHIND,
];

export const DISTANCES: readonly Column[] = [
  RANK,
  BIB,
  NAME,
  NOC,
  ...[1, 2, 3, 4, 5, 6].map(attempt),
  MARK,
  { label: 'Wind', source: 'details.bestOf.wind', align: 'right', width: 5 },
  QUALIFIED,
];

export const HEIGHTS: readonly Column[] = [
  RANK,
  BIB,
  NAME,
  NOC,
  MARK,
  { label: 'At', source: 'details.countback.failuresAtBest', align: 'right', width: 3 },
  { label: 'All', source: 'details.countback.failuresInAll', align: 'right', width: 3 },
  QUALIFIED,
];

export const POINTS: readonly Column[] = [RANK, BIB, NAME, NOC, { ...MARK, label: 'Points' }, BEHIND];
