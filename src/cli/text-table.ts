import { harmlessInLine } from './terminal.ts';
import { widthOf } from './text-width.ts';

export interface TextColumn {
  readonly label: string;
  readonly align: 'left' | 'right' | 'center';
}

/** Aligned columns as plain text: a line of labels, then the rows; two blanks between columns, none at line ends. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const shown = [columns.map(({ label }) => label), ...rows].map((texts) => texts.map(harmlessInLine));
  const widths = columns.map((_column, index) =>
    shown.reduce((most, texts) => Math.max(most, widthOf(texts[index] ?? '')), 0),
  );
  const line = (texts: readonly string[]): string =>
    columns
      .map(({ align }, index) => padded(texts[index] ?? '', widths[index]!, align))
      .join('  ')
      .trimEnd();
  return `${shown.map(line).join('\n')}\n`;
}

function padded(text: string, width: number, align: TextColumn['align']): string {
  const gap = width - widthOf(text);
  if (gap <= 0) return text;
  if (align === 'left') return text + ' '.repeat(gap);
  if (align === 'right') return ' '.repeat(gap) + text;
  const before = Math.floor(gap / 2);
  return ' '.repeat(before) + text + ' '.repeat(gap - before);
}
