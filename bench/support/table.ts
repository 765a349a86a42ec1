import { textTable } from '../../src/cli/text-table.ts';
import type { Figure } from './benchmark.ts';

/** Aligned columns: the keys of the first line are the head; numbers stand at the right. */
export function table(lines: readonly Figure[]): string {
  const head = Object.keys(lines[0] ?? {});
  const columns = head.map((label) => {
    const isNumber = lines.every((line) => typeof line[label] === 'number');
    return { label, align: isNumber ? ('right' as const) : ('left' as const) };
  });
  return textTable(
    columns,
    lines.map((line) => head.map((label) => String(line[label] ?? ''))),
  ).trimEnd();
}
