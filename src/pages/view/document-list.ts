/** The documents of an edge in the order in which people look for them. */
import type { Names, Reliability } from '../../model/document.ts';
import type { ResultStatus } from '../../model/result-status.ts';
import type { DocumentType } from '../../model/shape/table.ts';

/** A line of `/v1/documents`. */
export interface Listed {
  readonly channel: string;
  readonly type: DocumentType;
  readonly unit: string;
  readonly subcode: string | null;
  readonly status: ResultStatus;
  readonly names: Names;
  readonly version: number;
  readonly reliability: Reliability;
}

export interface ListGroup {
  readonly name: string;
  readonly documents: readonly Listed[];
}

export const isMoving = ({ type, subcode, status }: Listed): boolean =>
  type === 'RESULT' && subcode === null && status === 'LIVE';

/** What is about a sport as a whole, and its records, is never live or official. */
export const isStated = (type: DocumentType): boolean => type !== 'RECORDS' && !LAST_TYPES.includes(type);

/** What moves now comes first; then sport by sport the events, then what is about the sport as a whole. */
export function grouped(
  documents: readonly Listed[],
  liveNow: string,
  disciplineName: (one: Listed) => string,
): readonly ListGroup[] {
  const live = documents.filter(isMoving);
  const rest = documents.filter((one) => !isMoving(one));
  const names = [...new Set(rest.map(disciplineName))].sort();
  const groups = [
    { name: liveNow, documents: live },
    ...names.map((name) => ({ name, documents: rest.filter((one) => disciplineName(one) === name) })),
  ];
  return groups
    .filter((group) => group.documents.length > 0)
    .map((group) => ({ ...group, documents: group.documents.toSorted(inOrder) }));
}

const TYPES: readonly DocumentType[] = [
  'MEDALS',
  'POOL_STANDING',
  'BRACKETS',
  'RESULT',
  'CURRENT',
  'PLAY_BY_PLAY',
  'PROJECTION',
  'PHASE_RESULT',
  'CUMULATIVE_RESULT',
  'RANKING',
  'MEDALLISTS',
  'RECORDS',
];
const LAST_TYPES: readonly DocumentType[] = ['COMMUNICATION', 'CONDITIONS', 'SCHEDULE', 'PARTICIPANTS'];
/** Those of sports that have others (groups) come first. */
const PHASES: readonly string[] = [
  ...['PREL', 'QUAL', 'HEAT', 'RND1', 'R128', 'R64-', 'R32-', '8FNL', 'REP-', 'QFNL'],
  ...['REP1', 'REP2', 'SFNL', 'FNL-'],
];

type Addressed = Pick<Listed, 'unit' | 'type' | 'subcode'>;

export const inOrder = (one: Addressed, other: Addressed): number => {
  const [first, second] = [orderOf(one), orderOf(other)];
  const at = first.findIndex((value, index) => value !== second[index]);
  return at < 0 ? 0 : first[at]! < second[at]! ? -1 : 1;
};

/** Events one after the other; in each the phases as they are held, then what is about the event. */
function orderOf({ unit, type, subcode }: Addressed): readonly (string | number)[] {
  const phase = PHASES.indexOf(unit.slice(22, 26));
  const ofEvent = unit.slice(22).startsWith('----');
  return [
    LAST_TYPES.indexOf(type),
    unit.slice(0, 22),
    ofEvent ? PHASES.length : phase,
    unit.slice(22, 26),
    TYPES.indexOf(type),
    unit,
    subcode ?? '',
  ];
}
