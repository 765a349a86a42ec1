/** Which rows the documents have: one line a type. */

import { ACTION, BRACKET, OUTCOME, SIDES, TURN } from './contest.ts';
import { count, fieldsOf, nested, optional, type Shape, shape, text } from './field.ts';
import { IDENTITY, MARK, PLACE } from './list-row.ts';
import { MEDALS, RECORD, SCHEDULED, STATE } from './listed.ts';
import { COMMUNICATION, READING } from './notices.ts';
import { PROJECTED } from './projection.ts';

/** All parts that rows can have: each changes at another time than the others. */
const PARTS = {
  identity: optional(nested(3, IDENTITY)),
  mark: optional(nested(4, MARK)),
  place: optional(nested(5, PLACE)),
  scheduled: optional(nested(6, SCHEDULED)),
  state: optional(nested(7, STATE)),
  record: optional(nested(8, RECORD)),
  medals: optional(nested(9, MEDALS)),
  bracket: optional(nested(10, BRACKET)),
  sides: optional(nested(11, SIDES)),
  outcome: optional(nested(12, OUTCOME)),
  action: optional(nested(13, ACTION)),
  turn: optional(nested(14, TURN)),
  communication: optional(nested(15, COMMUNICATION)),
  reading: optional(nested(16, READING)),
  projected: optional(nested(17, PROJECTED)),
} as const;

export const ROW = shape('Row', 'A line of a document. In a delta: the parts that changed, each whole.', {
  key: text(1),
  sortOrder: optional(count(2, '1 ... n; in a delta only where the row is taken out and put in there')),
  ...PARTS,
});

export type PartName = keyof typeof PARTS;

export const PART_NAMES = Object.keys(PARTS) as readonly PartName[];

export const partShape = (part: PartName): Shape => PARTS[part].kind.shape;

interface RowsOf {
  /** What the key of a row is, and its name in JSON. */
  readonly key: string;
  readonly parts: readonly PartName[];
  /** How they are shown where no rule says it. */
  readonly columns: readonly {
    readonly code: string;
    readonly label: string;
    readonly source: string;
    readonly align: 'left' | 'right' | 'center';
    readonly width: number;
  }[];
}

type Shown = NonNullable<RowsOf['columns']>[number];

/** The code of a column is its English word. */
const shown = (label: string, source: string, width: number, align: Shown['align'] = 'left'): Shown => ({
  code: label.toUpperCase(),
  label,
  source,
  align,
  width,
});

const RANK = shown('Rank', 'rank', 4, 'right');
const NAME = shown('Name', 'name', 28);
const NOC = { ...shown('NOC', 'organisation', 5), code: 'ORGANISATION' };

const COMPETITORS = {
  key: 'competitor',
  parts: ['identity', 'mark', 'place'],
  columns: [RANK, shown('Bib', 'bib', 5, 'right'), NAME, NOC, shown('Result', 'result', 10, 'right')],
} as const satisfies RowsOf;

const TABLE = {
  RESULT: COMPETITORS,
  PHASE_RESULT: COMPETITORS,
  CUMULATIVE_RESULT: COMPETITORS,
  POOL_STANDING: COMPETITORS,
  BRACKETS: {
    key: 'unit',
    parts: ['bracket', 'sides', 'outcome'],
    columns: [
      shown('Round', 'round', 12),
      shown('Match', 'name', 28),
      shown('Score', 'scores', 9),
      shown('Winner', 'winner', 10),
    ],
  },
  RANKING: COMPETITORS,
  MEDALLISTS: COMPETITORS,
  MEDALS: {
    key: 'organisation',
    parts: ['medals', 'place'],
    columns: [
      RANK,
      NOC,
      shown('Gold', 'gold', 6, 'right'),
      shown('Silver', 'silver', 6, 'right'),
      shown('Bronze', 'bronze', 6, 'right'),
      shown('Total', 'total', 6, 'right'),
    ],
  },
  SCHEDULE: {
    key: 'unit',
    parts: ['scheduled', 'state'],
    columns: [
      shown('Start', 'start', 20),
      shown('Unit', 'name', 40),
      shown('State', 'status', 12),
      shown('Result', 'resultStatus', 12),
    ],
  },
  PARTICIPANTS: {
    key: 'competitor',
    parts: ['identity'],
    columns: [shown('Code', 'competitor', 12), NAME, NOC],
  },
  RECORDS: {
    key: 'record',
    parts: ['record'],
    columns: [
      shown('Record', 'code', 8),
      shown('Type', 'recordType', 8),
      shown('Result', 'result', 9, 'right'),
      NAME,
      NOC,
      shown('Date', 'date', 10),
    ],
  },
  CURRENT: {
    key: 'competitor',
    parts: ['identity', 'turn'],
    columns: [
      shown('', 'role', 8),
      NAME,
      NOC,
      shown('Attempt', 'attempt', 7, 'right'),
      shown('Result', 'result', 10, 'right'),
      RANK,
    ],
  },
  PROJECTION: {
    key: 'competitor',
    parts: ['identity', 'projected'],
    columns: [
      NAME,
      NOC,
      shown('Best', 'best', 5, 'right'),
      shown('Worst', 'worst', 5, 'right'),
      shown('Lead', 'toLead', 9),
      shown('Medal', 'toMedal', 9),
      shown('Advance', 'toAdvance', 9),
    ],
  },
  PLAY_BY_PLAY: {
    key: 'action',
    parts: ['action'],
    columns: [
      shown('Period', 'period', 6),
      shown('Clock', 'clock', 8, 'right'),
      shown('Action', 'kind', 10),
      shown('Competitor', 'competitor', 12),
      shown('Detail', 'detail', 20),
    ],
  },
  COMMUNICATION: {
    key: 'id',
    parts: ['communication'],
    columns: [shown('At', 'at', 20), shown('What', 'kind', 16), shown('Reason', 'reason', 40)],
  },
  CONDITIONS: {
    key: 'reading',
    parts: ['reading'],
    columns: [
      shown('At', 'at', 20),
      shown('Where', 'location', 10),
      shown('Wind', 'wind', 6, 'right'),
      shown('Temperature', 'temperature', 6, 'right'),
      shown('Humidity', 'humidity', 6, 'right'),
    ],
  },
} as const satisfies Readonly<Record<string, RowsOf>>;

export type DocumentType = keyof typeof TABLE;

export const DOCUMENT_TYPES = Object.keys(TABLE) as unknown as readonly [DocumentType, ...DocumentType[]];

export const rowsOf = (type: DocumentType): RowsOf => TABLE[type];

export type PartsOf<Type extends DocumentType> = (typeof TABLE)[Type]['parts'][number];

/** The types that list competitors with mark and place. */
export type ListType = {
  [T in DocumentType]: (typeof TABLE)[T] extends typeof COMPETITORS ? T : never;
}[DocumentType];

/** The field by which a part is known to be there: the first that it always has. */
export const markOfPart = (part: PartName): string =>
  fieldsOf(partShape(part)).find(([, { presence }]) => presence !== 'optional')![0];
