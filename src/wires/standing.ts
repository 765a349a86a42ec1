/** Where a story of a recipient stands, as it is kept in the broker. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Change, DispatchKind } from '../encode/wire/dispatch.ts';
import type { Position } from '../model/position.ts';
import type { ResultStatus } from '../model/result-status.ts';
import type { SaidRow } from './said.ts';

/** A dispatch that was begun: what it says, and what it would say again. */
export interface Told extends Position {
  readonly number: number;
  /** When it was begun: milliseconds since 1970, of each number later than of the one before. */
  readonly at: number;
  readonly kind: DispatchKind;
  /** Of the document. */
  readonly hash: string;
  readonly status: ResultStatus;
  readonly asOf: string;
  /** Whether what it says is a result that somebody may rely on. */
  readonly isDecided: boolean;
  /** Of what is withdrawn: what had been said. */
  readonly rows: readonly SaidRow[];
  readonly changes: readonly Change[];
  readonly furtherChanges: number;
  readonly reasons: readonly string[];
}

export interface Standing {
  /** Goes before the number in the key of a dispatch: a broker that has lost this begins another series, whose keys nobody has seen. */
  readonly series: string;
  /** Of a recipient that looks by itself: what it may have instead of the newest, because it has not looked since. The oldest first. */
  readonly earlier: readonly Told[];
  /** The newest that the recipient has for certain, or finds when it looks. */
  readonly confirmed: Told | null;
  /** Begun since, in order: the recipient may have any of them. */
  readonly open: readonly Told[];
  /** The number that is ready to be handed over, and where; a recipient sees it from one moment to the next. */
  readonly prepared: { readonly number: number; readonly place: string } | null;
  /** The number that was given up, and why. */
  readonly dead: { readonly number: number; readonly why: string } | null;
  /** Somebody has asked for it once more. */
  readonly again: boolean;
}

export const newStanding = (series: string): Standing => ({
  series,
  earlier: [],
  confirmed: null,
  open: [],
  prepared: null,
  dead: null,
  again: false,
});

/** What the recipient may have had, the oldest first. */
export const mayHave = ({ earlier, confirmed, open }: Standing): Told[] => [
  ...earlier,
  ...(confirmed === null ? [] : [confirmed]),
  ...open,
];

/** Whoever looks into a folder or a list looks once in so long: what was told in between must not be replaced in silence. */
const LOOKS_ONCE_IN_MS = 3_600_000;

/** What was told came; `isFetched`: the recipient finds it when it looks. */
export function handedOver(standing: Standing, told: Told, isFetched: boolean): Standing {
  const relied = (isFetched ? mayHave(standing) : []).filter(
    ({ isDecided, number, at }) => isDecided && number < told.number && at > told.at - LOOKS_ONCE_IN_MS,
  );
  return {
    ...standing,
    earlier: relied.filter((each) => [...relied, told].findLast((other) => saysAsMuch(each, other)) === each),
    confirmed: told,
    open: [],
    prepared: null,
    dead: null,
    again: false,
  };
}

/** Whatever comes is held against either alike. */
const saysAsMuch = (one: Told, other: Told): boolean =>
  one.status === other.status && JSON.stringify(one.rows) === JSON.stringify(other.rows);

/** Why the newest number was given up; null where it was not. */
export const givenUp = (standing: Standing): string | null => {
  const { dead } = standing;
  return dead !== null && dead.number === mayHave(standing).at(-1)?.number ? dead.why : null;
};

export const standingBytes = (standing: Standing): Uint8Array =>
  deflateRawSync(Buffer.from(JSON.stringify(standing)));

/** Throws where the bytes are not ours: nothing is delivered by a standing that cannot be read. */
export function standingIn(bytes: Uint8Array): Standing {
  const said = JSON.parse(inflateRawSync(bytes).toString()) as Standing;
  if (typeof said.series !== 'string' || !Array.isArray(said.open))
    throw new Error('this is no standing of a story');
  return said;
}
