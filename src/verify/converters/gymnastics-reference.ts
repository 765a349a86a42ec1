/**
 * What the source itself says, worked out independently of the product: ranks from the marks of a
 * list, from its published scores, and the reasons why a published rank is not what the marks say.
 */
import type { Micro } from '../../model/decimal.ts';

/** One line of a list as the source has it. */
export interface ReferenceRow {
  /** The routines that the place is printed beside; none for a sum that we make. */
  readonly lines: readonly number[];
  readonly code: string;
  /** Published place; null where none is printed. */
  readonly rank: number | null;
  /** By the marks, the greatest first: score, execution, difficulty; vault: mean, best vault ... */
  readonly byMarks: readonly Micro[];
  /** The same with the published scores in place of D + E - ND. */
  readonly byScores: readonly Micro[];
  /** Does the published score say what the marks say (in as many decimals as it has)? */
  readonly agrees: boolean;
  /** What is known of the printed place of this very row. */
  readonly note?: string;
}

export interface Reference {
  /** The place that the marks give, or undefined for who is not in the list. */
  rankByMarks(code: string): number | undefined;
  /** Why a published rank differs from what the marks say; null when the source gives no reason. */
  reason(code: string): string | null;
}

/** What the lists of one contest show together. */
export interface Evidence {
  /** The order of one of them contradicts its own scores: the contest was ranked by points that are not shown. */
  inverted: boolean;
}

type Keys = (row: ReferenceRow) => readonly Micro[];

interface Hypothesis {
  readonly reason: string;
  readonly holds: boolean;
  readonly rows: readonly ReferenceRow[];
  readonly keys: Keys;
}

export function referenceOf(rows: readonly ReferenceRow[], evidence: Evidence): Reference {
  if (hasInversion(rows)) evidence.inverted = true;
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const hypotheses = hypothesesOn(rows);
  const marks: Keys = ({ byMarks }) => byMarks;
  return {
    rankByMarks: (code) => {
      const row = byCode.get(code);
      return row === undefined ? undefined : rankIn(rows, row, marks);
    },
    reason: (code) => {
      const row = byCode.get(code);
      return row === undefined || row.rank === null
        ? null
        : (reasonFor(row, rows, hypotheses) ?? notByScore(row, rows, evidence) ?? row.note ?? null);
    },
  };
}

const rankIn = (rows: readonly ReferenceRow[], row: ReferenceRow, keys: Keys): number =>
  1 + rows.filter((other) => compare(keys(other), keys(row)) > 0).length;

function compare(one: readonly Micro[], other: readonly Micro[]): number {
  for (const [index, value] of one.entries()) if (value !== other[index]) return value - other[index]!;
  return 0;
}

/** Readings of the list, each with the evidence in the list that it needs. */
function hypothesesOn(rows: readonly ReferenceRow[]): Hypothesis[] {
  const contradictory = rows.filter(({ agrees }) => !agrees).length;
  const printed = rows.filter(({ rank }) => rank !== null);
  const sharedDespiteMarks =
    sharesOnScores(printed) &&
    printed.some((row) =>
      printed.some((other) => row.rank === other.rank && compare(row.byMarks, other.byMarks) !== 0),
    );
  return [
    { reason: '', holds: true, rows, keys: ({ byMarks }) => byMarks },
    {
      reason: `SCORE_IS_NOT_THE_SUM_OF_ITS_MARKS: of ${contradictory} row(s) of the list; by the published scores the place is as published`,
      holds: contradictory > 0,
      rows,
      keys: ({ byScores }) => byScores,
    },
    {
      reason: 'UNRANKED_LEFT_OUT: gymnasts without a printed place are passed over',
      holds: printed.length < rows.length,
      rows: printed,
      keys: ({ byMarks }) => byMarks,
    },
    {
      reason: 'TIES_STAND: the meet shares places on equal scores, whatever the marks behind them',
      holds: sharedDespiteMarks,
      rows,
      keys: ({ byMarks }) => byMarks.slice(0, 1),
    },
  ];
}

/** Every two rows with one score have one place. */
const sharesOnScores = (rows: readonly ReferenceRow[]): boolean =>
  rows.every((row) => rows.every((other) => row.byMarks[0] !== other.byMarks[0] || row.rank === other.rank));

function reasonFor(
  row: ReferenceRow,
  rows: readonly ReferenceRow[],
  hypotheses: readonly Hypothesis[],
): string | null {
  const possible = hypotheses.filter(({ holds }) => holds);
  const exact = possible.find(
    ({ reason, rows: of, keys }) => reason !== '' && rankIn(of, row, keys) === row.rank,
  );
  if (exact !== undefined) return exact.reason;
  for (const { reason, rows: of, keys } of possible) {
    const missing = placesWithoutRow(row, of, keys);
    if (missing > 0 && rankIn(of, row, keys) + missing === row.rank) {
      const also = reason === '' ? '' : `; ${reason}`;
      return `ROWS_MISSING: ${missing} better place(s) of the list have no row in the source${also}`;
    }
  }
  return separatedEquals(row, rows) ?? miscounted(row, rows);
}

/** Places better than this one that no row can have taken. */
function placesWithoutRow({ rank, ...row }: ReferenceRow, rows: readonly ReferenceRow[], keys: Keys): number {
  const ahead = rows.filter((other) =>
    other.rank === null ? compare(keys(other), keys({ rank, ...row })) > 0 : other.rank < rank!,
  );
  return rank! - 1 - ahead.length;
}

/** Equal in every mark, and yet on two places: something that the source does not show decided. */
function separatedEquals(row: ReferenceRow, rows: readonly ReferenceRow[]): string | null {
  const equals = rows.filter((other) => other.rank !== null && compare(other.byMarks, row.byMarks) === 0);
  const places = new Set(equals.map(({ rank }) => rank));
  if (places.size < 2 || row.rank! >= rankIn(rows, row, ({ byMarks }) => byMarks) + equals.length)
    return null;
  return 'EQUAL_MARKS_SEPARATED: rows with the same marks have different printed places';
}

/** The order is as printed, but more rows are printed ahead than the printed place has room for. */
function miscounted(row: ReferenceRow, rows: readonly ReferenceRow[]): string | null {
  const ahead = rows.filter(({ rank }) => rank !== null && rank < row.rank!).length;
  return row.rank! < ahead + 1 && ahead + 1 === rankIn(rows, row, ({ byMarks }) => byMarks)
    ? 'PLACES_MISCOUNTED: more rows are printed ahead than the printed place has room for'
    : null;
}

/**
 * The printed order contradicts the printed scores: somebody with a lower score is placed higher.
 * Such a list was ranked by points that the source does not show (bonus points of domestic meets).
 */
function notByScore(
  row: ReferenceRow,
  rows: readonly ReferenceRow[],
  { inverted: known }: Evidence,
): string | null {
  const score = row.byScores[0]!;
  const inverted = rows.filter(
    ({ rank, byScores: [other] }) => rank !== null && (rank - row.rank!) * (other! - score) > 0,
  );
  const anywhere = inverted.length > 0 || (known && hasEqual(row, rows));
  return anywhere
    ? 'NOT_BY_PUBLISHED_SCORE: the printed order contradicts the printed scores (points that are not shown, such as bonus)'
    : null;
}

const hasEqual = (row: ReferenceRow, rows: readonly ReferenceRow[]): boolean =>
  rows.some((other) => other !== row && other.byScores[0] === row.byScores[0]);

const hasInversion = (rows: readonly ReferenceRow[]): boolean =>
  rows.some((one) =>
    rows.some(
      (other) =>
        one.rank !== null &&
        other.rank !== null &&
        one.rank < other.rank &&
        one.byScores[0]! < other.byScores[0]!,
    ),
  );
