/**
 * A series of versions that begins anew: another stream of facts, one that has lost some, or other rules and documents. An epoch's text says by itself
 * which of two is the newer one: the one that is greater, character by character. So an engine, an edge and a screen, in whatever
 * language and in whatever order they hear of them, all go the same way.
 *
 *   <when the history of facts began, milliseconds, 9 digits>-<generation, 3 digits>-<revision>     digits in base 36
 */
import type { Instant } from './fact.ts';

const BASE = 36;
const MICROS_PER_MS = 1_000;
const CREATED_DIGITS = 9;
const GENERATION_DIGITS = 3;
/** Behind it is the choice of rows whose versions these are (SC18). */
const CHOICE = '~';

/**
 * `generation`: higher than that of every revision that came to this broker before (1, 2 ...); `revision` names rules and documents and
 * says nothing of an order.
 */
export const epochOf = (historyBegan: Instant, generation: number, revision: string): string =>
  [
    digits(Math.floor(historyBegan / MICROS_PER_MS), CREATED_DIGITS),
    digits(generation, GENERATION_DIGITS),
    revision,
  ].join('-');

/**
 * Whether an epoch ended before this history began. Of its versions some may be lost, and screens have seen them: what is left of it is
 * shown to nobody any more.
 */
export const isOfEarlierHistory = (epoch: string, historyBegan: Instant): boolean =>
  epochBehind(epoch) < digits(Math.floor(historyBegan / MICROS_PER_MS), CREATED_DIGITS);

/** Whether both epochs are of one history of facts; of one that a newer history follows the broker has lost something. */
export const isOfSameHistory = (one: string, other: string): boolean => historyOf(one) === historyOf(other);

const historyOf = (epoch: string): string => epochBehind(epoch).split('-', 1)[0]!;

/** When the history of this epoch began, in milliseconds since 1970; of an epoch of somebody else nothing is known: 0. */
export const historyBeganIn = (epoch: string): number =>
  isEpoch(epoch) ? Number.parseInt(historyOf(epoch), BASE) : 0;

/** The generation that is in an epoch. */
export const generationOfEpoch = (epoch: string): number => Number.parseInt(epoch.split('-')[1]!, BASE);

/** The revision in an epoch. */
export const revisionOfEpoch = (epoch: string): string => epochBehind(epoch).split('-').slice(2).join('-');

const digits = (value: number, least: number): string => value.toString(BASE).padStart(least, '0');

const EPOCH = /^[0-9a-z]{9,}-[0-9a-z]{3,}-/;

/** Whether this can be an epoch of ours: others say of themselves nothing about what is newer. */
export const isEpoch = (text: string): boolean => EPOCH.test(text);

/** Whether this epoch comes after the other one; both may be those of chosen rows. */
export const isNewerEpoch = (epoch: string, than: string): boolean => epochBehind(epoch) > epochBehind(than);

/** The epoch of the document itself, where rows were chosen. */
export const epochBehind = (epoch: string): string => epoch.split(CHOICE, 1)[0]!;

/** The epoch of a document that has only the rows of a choice. */
export const epochOfChoice = (epoch: string, tag: string): string => `${epoch}${CHOICE}${tag}`;

/** The tag of the choice; undefined where the rows are all of them. */
export const choiceOf = (epoch: string): string | undefined => epoch.split(CHOICE, 2)[1];
