import { defined } from '../model/defined.ts';
import type { RecordSpec } from '../model/fact.ts';
import type { RecordLine, ResultType, Row } from '../model/row.ts';
import type { Rsc } from '../model/rsc.ts';
import { comparable } from './comparable.ts';
import type { Feat } from './field-feats.ts';

/** The records that a venue brings with the setup of an event, as lines of the table. */
export const recordTable = (records: readonly RecordSpec[] = []): readonly RecordLine[] =>
  records.map(({ type, code = '', ...said }) => defined<RecordLine>({ ...said, code, recordType: type }));

/** A record that a feat beat or equalled. */
export interface NewRecord {
  readonly feat: Feat;
  readonly held: RecordLine;
  readonly equalled: boolean;
}

/**
 * The records that the best of a list are: several feats where they share the best mark, several types where one fell with
 * another. `firsts` have one value.
 */
export function newRecords(firsts: readonly Feat[], lines: readonly RecordLine[]): NewRecord[] {
  const [first] = firsts;
  if (first === undefined) return [];
  const best = first.value;
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
export function withNew(
  lines: readonly RecordLine[],
  set: readonly NewRecord[],
  unit: Rsc,
): readonly RecordLine[] {
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
