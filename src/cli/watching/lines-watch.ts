import { fullTitle, sheetOf } from '../../client/sheet.ts';
import type { Delta } from '../../model/delta.ts';
import type { Document } from '../../model/document.ts';
import { harmlessInLine } from '../terminal.ts';
import { textTable } from '../text-table.ts';

/** For a pipe or a file: a title for each version, then the rows that are new in it. */
export const asLines =
  (output: { write(text: string): unknown }) =>
  (document: Document, delta: Delta | null): void => {
    const changed = new Set((delta?.rows ?? document.rows).map(({ key }) => key));
    const { columns, lines } = sheetOf(document);
    const shown = textTable(columns, lines)
      .trimEnd()
      .split('\n')
      .filter((_line, index) => {
        const row = index === 0 ? undefined : document.rows.at(index - 1);
        return row === undefined ? delta === null || document.rows.length === 0 : changed.has(row.key);
      });
    output.write(`${[titleOf(document), ...shown].join('\n')}\n\n`);
  };

function titleOf({ header, version, hash }: Document): string {
  const type = header.subcode === null ? header.type : `${header.type}/${header.subcode}`;
  const doubt = header.reliability.ok ? '' : `  ! ${header.reliability.reasons.join(' ')}`;
  return harmlessInLine(`${fullTitle(header.names)}  ${type}  ${header.status}  v${version} ${hash}${doubt}`);
}
