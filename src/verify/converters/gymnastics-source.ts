import { readFileSync } from 'node:fs';
import { decimal, type Micro } from '../../model/decimal.ts';

/** One line of the results table: one routine in one round. */
export interface SourceRow {
  /** Number of the row in the table. */
  readonly line: number;
  readonly meet: string;
  readonly location: string;
  readonly date: string;
  readonly round: string;
  readonly gender: 'M' | 'W';
  /** `FX` ... `HB`, and `VT`, `VT1`, `VT2`. */
  readonly apparatus: string;
  readonly family: string;
  readonly given: string;
  readonly organisation: string;
  readonly difficulty: Micro | null;
  readonly execution: Micro | null;
  /** Points off, never negative. */
  readonly penalty: Micro;
  /** Official place on the apparatus in the round. */
  readonly rank: number | null;
  /** Official score, as printed. */
  readonly score: string | null;
}

export const HEADER =
  'Competition,Date,Location,Round,Gender,Apparatus,Rank,LastName,FirstName,Country,D_Score,E_Score,Penalty,Score';

/** Spellings of the source. */
const APPARATUS: Readonly<Record<string, string>> = { UE: 'UB' };

export function readSource(path: string): SourceRow[] {
  const [, ...lines] = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  return lines.filter((line) => line !== '').map((line, index) => rowOf(fieldsOf(line), index + 1));
}

function rowOf(fields: readonly string[], line: number): SourceRow {
  const [
    meet,
    date,
    location,
    round,
    gender,
    apparatus,
    rank,
    family,
    given,
    organisation,
    d,
    e,
    penalty,
    score,
  ] = fields.map((field) => field.trim());
  const code = apparatus!.toUpperCase();
  return {
    line,
    meet: meet!,
    date: date!,
    location: location!,
    round: round!,
    gender: gender!.toUpperCase() === 'M' ? 'M' : 'W',
    apparatus: APPARATUS[code] ?? code,
    family: family!,
    given: given!,
    organisation: organisation!,
    difficulty: pointsOf(d),
    execution: pointsOf(e),
    penalty: Math.abs(pointsOf(penalty) ?? 0),
    rank: /^\d+$/.test(rank!) ? Number(rank) : null,
    score: score === '' || score === undefined ? null : score,
  };
}

/** Three decimals are all that gymnastics has; the source carries the noise of floating point in places. */
export function pointsOf(text: string | undefined): Micro | null {
  if (text === undefined || !/^-?\d+(\.\d+)?$/.test(text)) return null;
  return decimal(Number(text).toFixed(3));
}

/** Fields of a line of comma-separated values; quoted fields may hold commas. */
function fieldsOf(line: string): string[] {
  return Array.from(line.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^,]*))(?=,|$)/g), ([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
  );
}

/** By key, in the order in which keys first appear. */
export function groupedBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
