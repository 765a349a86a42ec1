import type { CompetitorCode } from '../model/competitor.ts';
import type { RecordLine } from '../model/document.ts';
import type { OptionValue, Setup } from '../model/fact.ts';
import type { ResultType } from '../model/row.ts';
import type { Rsc } from '../model/rsc.ts';
import { comparable } from './comparable.ts';
import type { Field } from './field.ts';

/** Flags such as `WR`, `=OR`, `PB` by competitor, for one unit. */
export type RecordFlags = ReadonlyMap<CompetitorCode, readonly string[]>;

export interface RecordsOfEvent {
  readonly lines: readonly RecordLine[];
  readonly flags: ReadonlyMap<Rsc, RecordFlags>;
}

/**
 * Holds the marks of an event's units, in order, against the record table that the event's setup
 * brings (`options.records`) and against each competitor's own bests. Compared as displayed; an equal
 * mark is a joint record, flagged with `=` (conventions, section 8). A record set here is unconfirmed
 * and the next unit has to beat it.
 */
export function recordsOf(setup: Setup, units: readonly Field[]): RecordsOfEvent {
  const lines: RecordLine[] = tableOf(setup.options?.records);
  const flags = new Map<Rsc, RecordFlags>();
  for (const unit of units) flags.set(unit.rsc, flagsOf(unit, lines));
  return { lines, flags };
}

function flagsOf(unit: Field, lines: RecordLine[]): RecordFlags {
  const flags = new Map<CompetitorCode, string[]>();
  const flag = (code: CompetitorCode, text: string): void =>
    void flags.set(code, [...(flags.get(code) ?? []), text]);
  const types = [...new Set(lines.map(({ recordType }) => recordType))];
  const marks = unit.placed.flatMap((row) => {
    const { result, resultType, recordEligible } = unit.markOf(row);
    const value = row.rank === null ? null : comparable(result, resultType);
    return value === null
      ? []
      : [{ row, result: result!, resultType: resultType!, value, eligible: recordEligible !== false }];
  });
  for (const type of types) {
    const standing = lines.findLast(
      ({ recordType, historical }) => recordType === type && historical !== true,
    );
    const best = marks.filter(({ eligible }) => eligible).sort((one, other) => other.value - one.value)[0];
    if (standing === undefined || best === undefined) continue;
    const difference = best.value - (comparable(standing.result, best.resultType) ?? Infinity);
    if (difference < 0 || Number.isNaN(difference)) continue;
    for (const mark of marks) {
      if (!mark.eligible || mark.value !== best.value) continue;
      flag(mark.row.entry.competitor.code, difference === 0 ? `=${type}` : type);
      lines.push(lineOf(unit, mark, standing, difference === 0));
    }
    if (difference > 0) lines[lines.indexOf(standing)] = { ...standing, historical: true };
  }
  for (const { row, value, resultType, eligible } of marks) {
    if (!eligible) continue;
    for (const [type, best] of Object.entries(row.entry.bests ?? {})) {
      const difference = value - (comparable(best, resultType) ?? Infinity);
      if (difference >= 0) flag(row.entry.competitor.code, difference === 0 ? `=${type}` : type);
    }
  }
  return flags;
}

function lineOf(
  unit: Field,
  { row, result }: { row: Field['placed'][number]; result: string; resultType: ResultType },
  standing: RecordLine,
  equalled: boolean,
): RecordLine {
  const { competitor } = row.entry;
  const { name } = competitor;
  return {
    code: standing.code,
    recordType: standing.recordType,
    result,
    competitor: competitor.code,
    name: name.team ?? [name.given, name.family].filter(Boolean).join(' '),
    organisation: competitor.organisation,
    unit: unit.rsc,
    unconfirmed: true,
    ...(equalled ? { equalled } : {}),
  };
}

/** `options.records`: `[{ type, result, code?, name?, organisation?, date?, place? }]`. */
function tableOf(option: OptionValue | undefined): RecordLine[] {
  if (!Array.isArray(option)) return [];
  return option.flatMap((line: unknown) => {
    if (typeof line !== 'object' || line === null) return [];
    const fields = line as Record<string, unknown>;
    const text = (key: string): string | undefined =>
      typeof fields[key] === 'string' ? fields[key] : undefined;
    const recordType = text('type');
    const result = text('result');
    if (recordType === undefined || result === undefined) return [];
    const known = {
      competitor: text('competitor'),
      name: text('name'),
      organisation: text('organisation'),
      date: text('date'),
      place: text('place'),
    };
    const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
    return [{ code: text('code') ?? '', recordType, result, ...given }];
  });
}
