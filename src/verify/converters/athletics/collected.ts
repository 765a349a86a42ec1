/** What the published files of whole championships share: how events become units, totals and what is left out. */
import { combinedEventOf } from '../../../../sports/athletics/combined-events.ts';
import { EVENTS } from '../../../../sports/athletics/events.ts';
import { formatDecimal } from '../../../model/decimal.ts';
import { type LeftOut, lineNumbers } from '../../../venue/import/left-out.ts';
import {
  distinctUnits,
  isNumber,
  numberText,
  type PublishedCompetition,
  type PublishedRow,
  type PublishedTotals,
  type PublishedTrial,
  type PublishedUnit,
  type RoundCode,
  readAttempt,
  readMark,
} from './published.ts';

/** A result list of a file; what its rows are says `readRow`. */
export interface PublishedList<Row> {
  readonly gender: string;
  readonly name: string;
  readonly rows: readonly Row[];
  readRow(row: Row, line: number): PublishedRow;
}

/** A file as it is read, list after list; its rows are numbered in that order. */
export class Collected {
  readonly #units: PublishedUnit[] = [];
  readonly #totals: PublishedTotals[] = [];
  readonly #leftOut: LeftOut[] = [];
  readonly #lineOf = lineNumbers();

  rows<Row>({ rows, readRow }: PublishedList<Row>): PublishedRow[] {
    return rows.map((row) => readRow(row, this.#lineOf()));
  }

  add(unit: PublishedUnit): void {
    this.#units.push(unit);
  }

  /** The list of a combined event, which is compared and gives no facts. */
  total<Row>(event: string, list: PublishedList<Row>): PublishedTotals {
    const total = { event, gender: list.gender, name: list.name, rows: this.rows(list) };
    this.#totals.push(total);
    return total;
  }

  leaveOut(reason: string, rows: readonly unknown[]): void {
    for (const _row of rows) this.#lineOf();
    this.#leftOut.push({ reason, lines: rows.length });
  }

  competition(about: Pick<PublishedCompetition, 'set' | 'name' | 'date'>): PublishedCompetition {
    return {
      ...about,
      units: distinctUnits(this.#units, this.#leftOut),
      totals: this.#totals,
      lines: this.#lineOf() - 1,
      leftOut: this.#leftOut,
    };
  }
}

export const isCombined = (gender: string, event: string | null): event is string =>
  event !== null && combinedEventOf(gender, event) !== null;

/** Some rule ranks it, alone or as a part of a combined event. */
export const isRanked = (event: string | null): event is string =>
  event !== null && EVENTS[event] !== undefined;

/** The address of a unit: of the open event in a round, or of a part of a combined one. */
export const addressOf = (
  event: string,
  round: RoundCode,
  part: { readonly event: string; readonly phase: string } | null,
): Pick<PublishedUnit, 'event' | 'phase' | 'partOfCombined'> => ({
  event: part?.event ?? event,
  phase: part?.phase ?? round,
  partOfCombined: part !== null,
});

/** Time or mark of a row, and why it does not count. */
export function performanceIn(
  event: string,
  published: string | null | undefined,
): Pick<PublishedRow, 'time' | 'mark' | 'irm' | 'irmReason'> {
  const { value, irm, reason } = readMark(published);
  const kind = EVENTS[event]?.kind ?? null;
  const text = value === null ? null : formatDecimal(value);
  return {
    time: kind === 'race' ? text : null,
    mark: kind === 'distance' || kind === 'height' ? text : null,
    irm,
    irmReason: reason,
  };
}

export interface PublishedAttempt {
  readonly round: number;
  readonly performance?: string | null;
  readonly wind?: string | null;
}

export const distanceTrials = (attempts: readonly PublishedAttempt[]): PublishedTrial[] =>
  attempts.flatMap(({ round, performance, wind }) => readAttempt(round, performance, wind) ?? []);

/** A wind or reaction as the venue feed writes it; null for none. */
export function numberIn(text: string | number | null | undefined): string | null {
  const said = String(text ?? '');
  return isNumber(said) ? numberText(said) : null;
}
