/** Flat rows as what pollers read. */
import { csvLines } from '../csv.ts';
import { escapeXml, XML_DECLARATION } from '../odf/xml-text.ts';
import type { FlatColumn } from './columns.ts';
import type { FlatRow } from './rows.ts';

export type FlatFormat = 'json' | 'csv' | 'xml';

export const writeFlat: Readonly<
  Record<FlatFormat, (columns: readonly FlatColumn[], rows: readonly FlatRow[]) => string>
> = {
  /** An array of flat objects: what vMix takes as it is. */
  json: (columns, rows) => JSON.stringify(rows.map((row) => Object.fromEntries(named(columns, row)))),
  csv: (columns, rows) => csvLines([columns.map(({ name }) => name), ...rows]),
  xml: (columns, rows) => {
    const lines = rows.map((row) => `<row>${named(columns, row).map(element).join('')}</row>\n`);
    return `${XML_DECLARATION}<rows>\n${lines.join('')}</rows>\n`;
  },
};

const named = (columns: readonly FlatColumn[], row: FlatRow): [name: string, text: string][] =>
  columns.map(({ name }, index) => [name, row[index]!]);

const element = ([name, text]: readonly [name: string, text: string]): string =>
  `<${name}>${escapeXml(text)}</${name}>`;
