/**
 * What a regulation would have said before the start and the source does not print: how many go on
 * from each heat, how many by time, the qualifying standard. Only these numbers are taken from the
 * official list, never who it was.
 */
import { EVENTS } from '../../../../sports/athletics/events.ts';
import { decimal } from '../../../model/decimal.ts';
import type { PublishedRow, PublishedUnit } from './published.ts';

/** One line of `setup.advance` as the venue feed writes it. */
export interface AdvanceLine {
  readonly by: 'place' | 'best' | 'standard';
  readonly count: number;
  readonly mark: string;
  readonly value?: string;
}

/** A field final has twelve starters; qualification fills up to them (TR 25.12). */
const FIELD_FINAL = 12;

export function progressionOf(units: readonly PublishedUnit[]): AdvanceLine[] {
  const [first] = units;
  if (first === undefined || first.partOfCombined || first.phase === 'FNL') return [];
  return EVENTS[first.event]?.kind === 'race' ? ofHeats(units) : ofGroups(units.flatMap(({ rows }) => rows));
}

const counted = (rows: readonly PublishedRow[], mark: string): PublishedRow[] =>
  rows.filter(({ qualificationMark, irm }) => qualificationMark === mark && irm === null);

function ofHeats(units: readonly PublishedUnit[]): AdvanceLine[] {
  const places = Math.max(...units.map(({ rows }) => counted(rows, 'Q').length));
  const best = units.reduce(
    (sum, { rows }) => sum + counted(rows, 'q').filter((row) => isFast(row, units)).length,
    0,
  );
  return [
    ...(places > 0 ? [{ by: 'place' as const, count: places, mark: 'Q' }] : []),
    ...(best > 0 ? [{ by: 'best' as const, count: best, mark: 'q' }] : []),
  ];
}

/** Nobody without a mark was faster: who was let through although slower owes it to the referee. */
export function isFast({ time }: PublishedRow, units: readonly PublishedUnit[]): boolean {
  if (time === null) return false;
  const marked = units.filter(hasMarks).flatMap(({ rows }) => rows);
  return !marked.some(
    (row) =>
      row.qualificationMark === null &&
      row.irm === null &&
      row.time !== null &&
      decimal(row.time) < decimal(time),
  );
}

/** Some heats are printed without any marks although they had them. */
export const hasMarks = ({ rows }: PublishedUnit): boolean =>
  rows.some(({ qualificationMark }) => qualificationMark !== null);

function ofGroups(rows: readonly PublishedRow[]): AdvanceLine[] {
  const byStandard = counted(rows, 'Q');
  const all = byStandard.length + counted(rows, 'q').length;
  if (all === 0) return [];
  const count = Math.min(all, FIELD_FINAL);
  const reached = byStandard.flatMap(({ mark }) => (mark === null ? [] : decimal(mark)));
  return [
    ...(reached.length > 0
      ? [{ by: 'standard' as const, count, mark: 'Q', value: String(Math.min(...reached) / 1_000_000) }]
      : []),
    { by: 'best', count, mark: 'q' },
  ];
}
