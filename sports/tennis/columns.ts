import type { Column } from '../../src/model/row.ts';

export const COLUMNS: readonly Column[] = [
  { code: 'NAME', label: 'Name', source: 'name', align: 'left', width: 28 },
  { code: 'ORGANISATION', label: 'NOC', source: 'organisation', align: 'left', width: 4 },
  { code: 'SEED', label: 'Seed', source: 'seed', align: 'right', width: 4 },
  { code: 'SETS', label: 'Sets', source: 'result', align: 'right', width: 4 },
  { label: '', source: 'wlt', align: 'left', width: 1 },
];
