import type { Column } from '../../src/model/row.ts';

const who: readonly Column[] = [
  { code: 'RANK', label: 'Rank', source: 'rank', align: 'right', width: 4 },
  { code: 'NAME', label: 'Name', source: 'name', align: 'left', width: 28 },
  { code: 'ORGANISATION', label: 'NOC', source: 'organisation', align: 'left', width: 3 },
];
const outcome: readonly Column[] = [
  { code: 'TOTAL', label: 'Total', source: 'result', align: 'right', width: 7 },
  { code: 'BEHIND', label: 'Behind', source: 'diff', align: 'right', width: 7 },
  { code: 'QUALIFIED', label: 'Q', source: 'qualificationMark', align: 'left', width: 2 },
];

/** The points of each dive, under its number. */
export const diveColumns = (rounds: number): readonly Column[] => [
  ...who,
  ...Array.from(
    { length: rounds },
    (_none, index): Column => ({
      label: String(index + 1),
      source: `details.judged.parts.${index + 1}.score`,
      align: 'right',
      width: 6,
    }),
  ),
  ...outcome,
];

export const SUM_COLUMNS: readonly Column[] = [...who, ...outcome];
