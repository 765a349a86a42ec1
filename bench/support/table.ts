import type { Figure } from './benchmark.ts';

/** Aligned columns: the keys of the first line are the head. */
export function table(lines: readonly Figure[]): string {
  const head = Object.keys(lines[0] ?? {});
  const cells = [head, ...lines.map((line) => head.map((key) => String(line[key] ?? '')))];
  const widths = head.map((_key, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const isNumber = (column: number): boolean =>
    lines.every((line) => typeof line[head[column]!] === 'number');
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          isNumber(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
