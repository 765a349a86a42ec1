/**
 * What a recipient is to be told next of a story: a pure function of what it may have had and of what holds now. Corrections are found by comparing these two, so
 * none is lost with a version that was passed over, with an epoch, or with a dispatch of which nobody knows whether it came.
 */
import {
  type Change,
  type DispatchKind,
  isStartList,
  isWithdrawn,
  type Story,
  storyTypeOf,
} from '../encode/wire/dispatch.ts';
import { wordsFor } from '../encode/wire/wording.ts';
import type { Document } from '../model/document.ts';
import { epochBehind, historyBeganIn } from '../model/epoch.ts';
import { isDecided } from '../model/result-status.ts';
import { isBoundToResults, isReached, stepOf } from './ladder.ts';
import type { Recipient } from './recipient.ts';
import { changesBetween, type SaidRow, saidIn } from './said.ts';
import { mayHave, type Standing, type Told } from './standing.ts';

/** What holds now. */
export interface Sight {
  readonly document: Document;
  /** The unit does not count any more. */
  readonly isCancelled: boolean;
  /** Its epoch is old enough for what it says less than the one before to be meant. */
  readonly isSettled: boolean;
  /** When it is looked: milliseconds since 1970. */
  readonly now: number;
}

export type Next =
  /** `isRepeat`: it was begun before. */
  | { readonly told: Told; readonly isRepeat: boolean }
  /** It would take back what was said in an earlier epoch: that is looked at again when this one is settled. */
  | 'UNSETTLED'
  | null;

type Intent = 'TELL' | 'WITHHOLD' | 'KILL' | null;

/** Changes that are named one by one. */
const NAMED_MOST = 50;

export function nextOf(story: Story, standing: Standing, sight: Sight, recipient: Recipient): Next {
  const had = mayHave(standing);
  const last = had.at(-1);
  const intent = intentOf(story, had, sight, recipient);
  if (intent === null) return null;
  const isRepeat = last !== undefined && saysTheSame(last, intent, sight.document);
  if (isRepeat) {
    const isOpen = standing.open.length > 0 && standing.dead?.number !== last.number;
    return isOpen || standing.again ? { told: last, isRepeat } : null;
  }
  const told = newTold(story, had, intent, sight, recipient);
  const takesBack = told.kind === 'CORRECTION' || isWithdrawn(told);
  const isOfOther = last !== undefined && epochBehind(last.epoch) !== epochBehind(sight.document.epoch);
  return takesBack && isOfOther && !sight.isSettled ? 'UNSETTLED' : { told, isRepeat };
}

/** Whether who was told nothing of it yet is told. */
export const isNews = (story: Story, sight: Seen, wants: Wants): boolean =>
  intentOf(story, [], sight, wants) === 'TELL';

type Seen = Pick<Sight, 'document' | 'isCancelled'>;
type Wants = Pick<Recipient, 'corrections' | 'test' | 'from'>;

function intentOf(story: Story, had: readonly Told[], sight: Seen, recipient: Wants): Intent {
  const { header, rows } = sight.document;
  const isTold = had.length > 0;
  if (!recipient.corrections && had.at(-1)?.kind === 'KILLED') return 'KILL';
  if (sight.isCancelled || (header.test && !recipient.test)) return isTold ? 'KILL' : null;
  if (isStartList(story))
    return header.status === 'START_LIST' && (rows.length > 0 || isTold) ? 'TELL' : null;
  if (!isBoundToResults(storyTypeOf(story)) || isReached(header.status, recipient.from)) return 'TELL';
  return had.some((each) => !isWithdrawn(each)) ? 'WITHHOLD' : null;
}

function saysTheSame(last: Told, intent: Intent, { hash }: Document): boolean {
  if (intent === 'KILL') return last.kind === 'KILLED';
  if (intent === 'WITHHOLD') return last.kind === 'WITHHELD';
  return !isWithdrawn(last) && last.hash === hash;
}

function newTold(
  story: Story,
  had: readonly Told[],
  intent: Intent,
  { document, now }: Sight,
  recipient: Recipient,
): Told {
  const { header, epoch, version, hash, asOf } = document;
  const last = had.at(-1);
  const number = Math.max(last?.number ?? 0, numberBefore(epoch)) + 1;
  // Who sorts by time must not find a newer number behind an older one.
  const at = Math.max(now, (last?.at ?? 0) + 1);
  const numbered = { number, at, epoch, version, hash, asOf, status: header.status };
  if (intent !== 'TELL') return withdrawn(numbered, intent === 'KILL' ? 'KILLED' : 'WITHHELD', last);
  const rows = isStartList(story) ? [] : saidIn(document, recipient.settings.language);
  const changes = changesSince(had, document, rows, recipient);
  if (changes.length > 0 && !recipient.corrections) return withdrawn(numbered, 'KILLED', last);
  const isSaidOtherwise = changes.length > 0;
  return {
    ...numbered,
    kind: last === undefined ? 'FIRST' : isSaidOtherwise ? 'CORRECTION' : 'UPDATE',
    isDecided: !isStartList(story) && (header.type === 'MEDALS' || isDecided(header.status)),
    rows,
    changes: changes.slice(0, NAMED_MOST),
    furtherChanges: Math.max(0, changes.length - NAMED_MOST),
    reasons: [],
  };
}

/** 2024-01-01, seconds since 1970. */
const NUMBERS_FROM = 1_704_067_200;

/**
 * Behind which numbers begin: the second in which the history of facts began. A broker that has lost its store has lost what was told as well; its newer history
 * begins behind all that can have been told in the one before: no story had a number for each of its seconds.
 */
export const numberBefore = (epoch: string): number =>
  Math.max(0, Math.floor(historyBeganIn(epoch) / 1_000) - NUMBERS_FROM);

/** What had been said stays known: when it may be used again, it is held against that. */
const withdrawn = (
  numbered: Pick<Told, 'number' | 'at' | 'epoch' | 'version' | 'hash' | 'asOf' | 'status'>,
  kind: DispatchKind,
  last: Told | undefined,
): Told => ({
  ...numbered,
  kind,
  isDecided: last?.isDecided ?? false,
  rows: last?.rows ?? [],
  changes: [],
  furtherChanges: 0,
  reasons: [],
});

/** Against each that the recipient may have had and rely on. */
function changesSince(
  had: readonly Told[],
  document: Document,
  rows: readonly SaidRow[],
  { settings }: Recipient,
): Change[] {
  const { type, status } = document.header;
  const changes = new Map<string, Change>();
  for (const before of had.filter((each) => each.isDecided)) {
    for (const change of changesBetween(before.rows, rows, type)) changes.set(change.key, change);
    const isLess = type !== 'MEDALS' && !isWithdrawn(before) && stepOf(status) < stepOf(before.status);
    if (isLess) changes.set('', statusChange(before, document, settings.language));
  }
  return [...changes.values()];
}

/** No competitor has an empty key. */
function statusChange(before: Told, document: Document, language: string): Change {
  const words = wordsFor(document, language);
  const word = (status: string): string => words.resultStatuses?.[status] ?? status;
  const name = words.columns?.RESULT ?? 'Result';
  return { key: '', name, was: word(before.status), is: word(document.header.status) };
}
