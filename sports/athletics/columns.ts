import type { Column } from '../../src/model/row.ts';

const RANK: Column = { label: 'Rank', source: 'rank', align: 'right', width: 4 };
const BIB: Column = { label: 'Bib', source: 'bib', align: 'right', width: 5 };
const LANE: Column = { label: 'Lane', source: 'lane', align: 'right', width: 4 };
const NAME: Column = { label: 'Name', source: 'name', align: 'left', width: 28 };
const NOC: Column = { label: 'NOC', source: 'organisation', align: 'left', width: 5 };
const MARK: Column = { label: 'Mark', source: 'result', align: 'right', width: 9 };
const BEHIND: Column = { label: 'Behind', source: 'diff', align: 'right', width: 8 };
const QUALIFIED: Column = { label: 'Q', source: 'qualificationMark', align: 'left', width: 3 };

export const track = (splits: readonly Column[]): readonly Column[] => [
  RANK,
  LANE,
  BIB,
  NAME,
  NOC,
  { label: 'R.T.', source: 'details.timedRace.reaction', align: 'right', width: 6 },
  ...splits,
  MARK,
  BEHIND,
  QUALIFIED,
];

export const road = (splits: readonly Column[]): readonly Column[] => [
  RANK,
  BIB,
  NAME,
  NOC,
  ...splits,
  MARK,
  BEHIND,
];

export const walk = (splits: readonly Column[]): readonly Column[] => [
  RANK,
  BIB,
  NAME,
  NOC,
  { label: 'Cards', source: 'details.timedRace.warnings', align: 'left', width: 6 },
  ...splits,
  MARK,
  BEHIND,
];

const attempt = (number: number): Column => ({
  label: String(number),
  source: `details.bestOf.attempts[attempt=${number}].mark`,
  align: 'right',
  width: 6,
});

/** `wind`: of the best jump; throws have none. */
export const distances = (attempts: number, wind: boolean): readonly Column[] => [
  RANK,
  BIB,
  NAME,
  NOC,
  ...Array.from({ length: attempts }, (_none, index) => attempt(index + 1)),
  MARK,
  ...(wind
    ? [{ label: 'Wind', source: 'details.bestOf.wind', align: 'right', width: 5 } satisfies Column]
    : []),
  QUALIFIED,
];

/** The field card: `bars` has a column for each height. */
export const heights = (bars: readonly Column[]): readonly Column[] => [
  RANK,
  BIB,
  NAME,
  NOC,
  ...bars,
  MARK,
  { label: 'At', source: 'details.countback.failuresAtBest', align: 'right', width: 3 },
  { label: 'All', source: 'details.countback.failuresInAll', align: 'right', width: 3 },
  QUALIFIED,
];

/** The points of each event of a decathlon or heptathlon. */
export const points = (events: readonly { phase: string; name: string }[]): readonly Column[] => [
  RANK,
  BIB,
  NAME,
  NOC,
  ...events.map(
    ({ phase, name }): Column => ({
      label: phase,
      source: `details.combined.parts[name=${name}].points`,
      align: 'right',
      width: 5,
    }),
  ),
  { ...MARK, label: 'Points' },
  BEHIND,
];
