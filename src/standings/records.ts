import type { Competitor, CompetitorCode } from '../model/competitor.ts';
import { defined } from '../model/defined.ts';
import type { Setup } from '../model/fact.ts';
import type { RecordLine, ResultType, Row } from '../model/row.ts';
import type { Rsc } from '../model/rsc.ts';
import type { FeatElsewhere } from '../rules/contract.ts';
import { comparable } from './comparable.ts';
import type { Field } from './field.ts';
import { recordTable } from './record-table.ts';

/** Flags such as `WR`, `=OR`, `PB` by competitor, for one list. */
export type RecordFlags = ReadonlyMap<CompetitorCode, readonly string[]>;

export interface RecordsOfEvent {
  /** The table as the venue brought it, then what was set here; a record that was beaten is historical. */
  readonly lines: readonly RecordLine[];
  readonly flags: ReadonlyMap<Rsc, RecordFlags>;
}

/** A line keeps its key while others come and go: what it is the record of, of which kind, by whom, with which result. */
export function recordRows(lines: readonly RecordLine[]): Row[] {
  const times = new Map<string, number>();
  return lines.map((record) => {
    const said = [record.code, record.recordType, record.competitor ?? record.name ?? '', record.result].join(
      '|',
    );
    const before = times.get(said) ?? 0;
    times.set(said, before + 1);
    return { key: before === 0 ? said : `${said}|${before + 1}`, record };
  });
}

/** A mark that can be a record: of somebody ranked, measured, and not spoilt by the wind. Greater values are better. */
interface Feat {
  readonly competitor: Competitor;
  readonly result: string;
  readonly resultType: ResultType | null;
  readonly value: number;
}

/** A record that a feat beat or equalled. */
interface NewRecord {
  readonly feat: Feat;
  readonly held: RecordLine;
  readonly equalled: boolean;
}

/**
 * Holds the marks of an event against the record table that its setup brings (`records`) and
 * against each competitor's own bests. Compared as displayed; an equal mark is a joint record, flagged
 * with `=`. One unit after the other, so that the next one has to beat what was
 * set before it. Where the event is a sum over its units, only the `total` can be a record of the event.
 */
export function recordsOf(
  setup: Setup,
  units: readonly Field[],
  total: Field | null = null,
  elsewhere: FeatsByUnit = new Map(),
): RecordsOfEvent {
  const flags = new Map<Rsc, RecordFlags>(units.map((unit) => [unit.rsc, bestsIn(unit)]));
  let lines = recordTable(setup.records);
  for (const field of total === null ? units : [total]) {
    const set = newRecords(featsOf(field), lines);
    lines = withNew(lines, set, field.rsc);
    flags.set(field.rsc, recordsFirst(set, flags.get(field.rsc) ?? new Map()));
  }
  for (const [unit, feats] of elsewhere)
    lines = withNew(lines, newRecords(feats.flatMap(comparableFeat), lines), unit);
  return { lines, flags };
}

/** Marks made in units of other events, by unit. */
export type FeatsByUnit = ReadonlyMap<Rsc, readonly FeatElsewhere[]>;

function comparableFeat({ competitor, result, resultType }: FeatElsewhere): Feat[] {
  const value = comparable(result, resultType);
  return value === null ? [] : [{ competitor, result, resultType, value }];
}

function featsOf(field: Field): Feat[] {
  return field.placed.flatMap((row) => {
    const { result: shown, resultType, recordResult: result = shown } = field.markOf(row);
    const value = row.rank === null ? null : comparable(result, resultType);
    return value === null ? [] : [{ competitor: row.entry.competitor, result: result!, resultType, value }];
  });
}

/** Marks that reach what the start list calls the competitor's bests (`PB`, `SB`). */
function bestsIn(unit: Field): RecordFlags {
  const flags = new Map<CompetitorCode, readonly string[]>();
  const bests = new Map(unit.entries.map(({ competitor, bests: own }) => [competitor.code, own]));
  for (const { competitor, value, resultType } of featsOf(unit)) {
    const reached = Object.entries(bests.get(competitor.code) ?? {}).flatMap(([type, best]) => {
      const before = comparable(best, resultType);
      return before === null || value < before ? [] : [flagText(type, value === before)];
    });
    if (reached.length > 0) flags.set(competitor.code, reached);
  }
  return flags;
}

/** What the best of a field are: several feats where several share the best mark, several types where one fell with another. */
function newRecords(feats: readonly Feat[], lines: readonly RecordLine[]): NewRecord[] {
  const best = feats.reduce((greatest, { value }) => Math.max(greatest, value), -Infinity);
  const firsts = feats.filter(({ value }) => value === best);
  const types = [...new Set(lines.map(({ recordType }) => recordType))];
  return types.flatMap((type) =>
    firsts.flatMap((feat) => {
      const held = recordHeld(lines, type, feat.resultType);
      return held === null || best < held.value
        ? []
        : [{ feat, held: held.line, equalled: best === held.value }];
    }),
  );
}

/** The best line of a type that stands; null where there is none that can be compared. */
function recordHeld(
  lines: readonly RecordLine[],
  type: string,
  resultType: ResultType | null,
): { line: RecordLine; value: number } | null {
  let held: { line: RecordLine; value: number } | null = null;
  for (const line of lines) {
    const value = stands(line, type) ? comparable(line.result, resultType) : null;
    if (value !== null && (held === null || value >= held.value)) held = { line, value };
  }
  return held;
}

const stands = ({ recordType, historical }: RecordLine, type: string): boolean =>
  recordType === type && historical !== true;

/** The table with what was set: whoever held a record that was beaten, alone or with others, is history. */
function withNew(lines: readonly RecordLine[], set: readonly NewRecord[], unit: Rsc): readonly RecordLine[] {
  const beaten = new Set(set.flatMap(({ held, equalled }) => (equalled ? [] : held.recordType)));
  const before = lines.map((line) =>
    stands(line, line.recordType) && beaten.has(line.recordType) ? { ...line, historical: true } : line,
  );
  return [...before, ...set.map((each) => lineOf(each, unit))];
}

/** Set here and not yet ratified. */
function lineOf({ feat, held, equalled }: NewRecord, unit: Rsc): RecordLine {
  const { code, name, organisation } = feat.competitor;
  return defined<RecordLine>({
    code: held.code,
    recordType: held.recordType,
    result: feat.result,
    competitor: code,
    name: name.team ?? [name.given, name.family].filter(Boolean).join(' '),
    organisation,
    unit,
    unconfirmed: true,
    equalled: equalled || undefined,
  });
}

function recordsFirst(set: readonly NewRecord[], bests: RecordFlags): RecordFlags {
  const flags = new Map<CompetitorCode, readonly string[]>();
  for (const { feat, held, equalled } of set) {
    const { code } = feat.competitor;
    flags.set(code, [...(flags.get(code) ?? []), flagText(held.recordType, equalled)]);
  }
  for (const [code, own] of bests) flags.set(code, [...(flags.get(code) ?? []), ...own]);
  return flags;
}

const flagText = (type: string, equalled: boolean): string => (equalled ? `=${type}` : type);
