/** Comma-separated tables whose first row names the columns. */
import { readFileSync } from 'node:fs';

/** A row by column name, and its number in the file, the first one 1. */
export interface TableRow {
  readonly line: number;
  /** Empty where the column is not there. */
  of(column: string): string;
}

export function readTable(path: string): TableRow[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const columns = new Map(fieldsOf(header).map((name, index) => [name.trim(), index]));
  return lines.flatMap((text, index) => {
    if (text === '') return [];
    const fields = fieldsOf(text);
    return [{ line: index + 1, of: (column) => fields[columns.get(column) ?? -1]?.trim() ?? '' }];
  });
}

/** Does the first line of a file name all these columns? */
export function hasColumns(head: string, wanted: readonly string[]): boolean {
  const [first = ''] = head.split(/\r?\n/, 1);
  const columns = new Set(fieldsOf(first).map((name) => name.trim()));
  return wanted.every((name) => columns.has(name));
}

/** Quoted fields may hold commas. */
const fieldsOf = (line: string): string[] =>
  Array.from(line.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^,]*))(?=,|$)/g), ([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
  );
