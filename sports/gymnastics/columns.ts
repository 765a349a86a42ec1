import type { Column } from '../../src/model/row.ts';
import { partFor, VAULT } from './programme.ts';

const who: readonly Column[] = [
  { code: 'RANK', label: 'Rank', source: 'rank', align: 'right', width: 4 },
  { code: 'BIB', label: 'Bib', source: 'bib', align: 'right', width: 4 },
  { code: 'NAME', label: 'Name', source: 'name', align: 'left', width: 28 },
  { code: 'ORGANISATION', label: 'NOC', source: 'organisation', align: 'left', width: 3 },
];
const outcome: readonly Column[] = [
  { code: 'SCORE', label: 'Score', source: 'result', align: 'right', width: 8 },
  { code: 'GAP', label: 'Gap', source: 'diff', align: 'right', width: 7 },
  { code: 'QUALIFIED', label: 'Q', source: 'qualificationMark', align: 'left', width: 2 },
];

/** `details.judged.parts.VT1.score`: the item of the list whose `part` is VT1. */
const ofPart = (label: string, part: string, field: string, width: number, code?: string): Column => ({
  ...(code === undefined ? {} : { code }),
  label,
  source: `details.judged.parts.${part}.${field}`,
  align: 'right',
  width,
});

const marks = (part: string): Column[] => [
  ofPart('D', part, 'components.D', 4, 'DIFFICULTY'),
  ofPart('E', part, 'components.E', 6, 'EXECUTION'),
  ofPart('ND', part, 'components.ND', 4, 'PENALTY'),
];

export const apparatusColumns = (part: string): readonly Column[] => [...who, ...marks(part), ...outcome];

export const vaultColumns = (first: string, second: string): readonly Column[] => [
  ...who,
  ...marks(first),
  ofPart('Vault 1', first, 'score', 7, 'VAULT_1'),
  ...marks(second),
  ofPart('Vault 2', second, 'score', 7, 'VAULT_2'),
  ...outcome,
];

/** One column for each apparatus; a team's are in its details only, because several gymnasts count. */
export const sumColumns = (apparatus: readonly string[], team: boolean): readonly Column[] => [
  ...who,
  ...(team ? [] : apparatus.map((each) => ofPart(each === VAULT ? 'VT' : each, partFor(each), 'score', 7))),
  ...outcome,
];
