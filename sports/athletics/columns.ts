import type { Column } from '../../src/model/row.ts';

const RANK: Column = { code: 'RANK', label: 'Rank', source: 'rank', align: 'right', width: 4 };
const BIB: Column = { code: 'BIB', label: 'Bib', source: 'bib', align: 'right', width: 5 };
const LANE: Column = { code: 'LANE', label: 'Lane', source: 'lane', align: 'right', width: 4 };
const NAME: Column = { code: 'NAME', label: 'Name', source: 'name', align: 'left', width: 28 };
const NOC: Column = { code: 'ORGANISATION', label: 'NOC', source: 'organisation', align: 'left', width: 5 };
const MARK: Column = { code: 'MARK', label: 'Mark', source: 'result', align: 'right', width: 9 };
const BEHIND: Column = { code: 'BEHIND', label: 'Behind', source: 'diff', align: 'right', width: 8 };
const QUALIFIED: Column = {
  code: 'QUALIFIED',
  label: 'Q',
  source: 'qualificationMark',
  align: 'left',
  width: 3,
};

export const track = (splits: readonly Column[]): readonly Column[] => [
  RANK,
  LANE,
  BIB,
  NAME,
  NOC,
  { code: 'REACTION', label: 'R.T.', source: 'details.timedRace.reaction', align: 'right', width: 6 },
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
  { code: 'CARDS', label: 'Cards', source: 'details.timedRace.warnings', align: 'left', width: 6 },
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
    ? [
        {
          code: 'WIND',
          label: 'Wind',
          source: 'details.bestOf.wind',
          align: 'right',
          width: 5,
        } satisfies Column,
      ]
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
  {
    code: 'FAILURES_AT_BEST',
    label: 'At',
    source: 'details.countback.failuresAtBest',
    align: 'right',
    width: 3,
  },
  {
    code: 'FAILURES_IN_ALL',
    label: 'All',
    source: 'details.countback.failuresInAll',
    align: 'right',
    width: 3,
  },
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
  { ...MARK, code: 'POINTS', label: 'Points' },
  BEHIND,
];
