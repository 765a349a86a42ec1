/** How far a result has come, and from where on a recipient is told. */
import { START_LIST, type StoryType } from '../encode/wire/dispatch.ts';
import type { ResultStatus } from '../model/result-status.ts';
import { isListType } from '../model/row.ts';
import type { Threshold } from './recipient.ts';

const STEPS: Readonly<Record<ResultStatus, number>> = {
  START_LIST: 0,
  LIVE: 1,
  INTERMEDIATE: 1,
  UNCONFIRMED: 1,
  PARTIAL: 1,
  PROVISIONAL: 2,
  PROTESTED: 2,
  UNOFFICIAL: 2,
  OFFICIAL: 3,
};

export const stepOf = (status: ResultStatus): number => STEPS[status];

export const isReached = (status: ResultStatus, from: Threshold): boolean => STEPS[status] >= STEPS[from];

/** These say nothing of a result before it is official: medals count then, and a schedule has no result. */
const FREE: ReadonlySet<StoryType> = new Set([
  START_LIST,
  'MEDALS',
  'SCHEDULE',
  'PARTICIPANTS',
  'CONDITIONS',
]);

export const isBoundToResults = (type: StoryType): boolean => !FREE.has(type);

/** Others tell what happens as it happens, and are never official. */
export const hasLadder = (type: StoryType): boolean =>
  type !== START_LIST && (isListType(type) || type === 'BRACKETS' || type === 'PLAY_BY_PLAY');
