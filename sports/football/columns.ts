import type { Column } from '../../src/model/row.ts';

const NAME: Column = { code: 'NAME', label: 'Name', source: 'name', align: 'left', width: 28 };
const ORGANISATION: Column = {
  code: 'ORGANISATION',
  label: 'NOC',
  source: 'organisation',
  align: 'left',
  width: 4,
};

export const MATCH_COLUMNS: readonly Column[] = [
  NAME,
  ORGANISATION,
  { code: 'GOALS', label: 'Goals', source: 'result', align: 'right', width: 5 },
  { label: '', source: 'wlt', align: 'left', width: 1 },
];

const number = (code: string, label: string, field: string, width: number): Column => ({
  code,
  label,
  source: `details.pool.${field}`,
  align: 'right',
  width,
});

export const GROUP_COLUMNS: readonly Column[] = [
  { code: 'RANK', label: 'Rank', source: 'rank', align: 'right', width: 4 },
  NAME,
  ORGANISATION,
  number('PLAYED', 'MP', 'played', 3),
  number('WON', 'W', 'won', 3),
  number('DRAWN', 'D', 'tied', 3),
  number('LOST', 'L', 'lost', 3),
  number('GOALS_FOR', 'GF', 'for', 3),
  number('GOALS_AGAINST', 'GA', 'against', 3),
  number('GOAL_DIFFERENCE', 'GD', 'difference', 4),
  { code: 'POINTS', label: 'Pts', source: 'result', align: 'right', width: 4 },
  { code: 'QUALIFIED', label: 'Q', source: 'qualificationMark', align: 'left', width: 2 },
];
