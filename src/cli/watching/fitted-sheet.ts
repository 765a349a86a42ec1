import { isOfCard } from '../../client/cells.ts';
import { type Sheet, sheetOf } from '../../client/sheet.ts';
import type { Document } from '../../model/document.ts';
import type { Column } from '../../model/row.ts';
import type { Words } from '../../model/words.ts';
import { harmlessInLine } from '../terminal.ts';
import { textTable } from '../text-table.ts';
import { clipped, widthOf } from '../text-width.ts';

const BETWEEN_COLUMNS = 2;
/** A name is cut no shorter than this, and then other columns go. */
const NAME_LEAST = 12;

/** Columns without which a list says nothing, and those that go last of the others. */
const ALWAYS: readonly string[] = ['rank', 'name', 'result'];
const LATE: readonly string[] = ['diff', 'qualificationMark', 'wlt', 'medal', 'points', 'total'];

/**
 * A document as lines of at most so many columns, the labels first. What is too much goes: first what is said of somebody beside the
 * result, from the right; then attempts and splits, the oldest first.
 */
export function fittedSheet(document: Document, width: number, words?: Words): string[] {
  const { columns, lines } = sheetOf(document, words);
  const shown = lines.map((texts) => texts.map(harmlessInLine));
  const kept = columnsWithin({ columns, lines: shown }, width);
  const spare = width - widthWith(kept, columns, shown, 'without the name');
  const cell = (text: string, index: number): string =>
    columns[index]!.source === 'name' ? clipped(text, Math.max(spare, NAME_LEAST)) : text;
  const table = textTable(
    kept.map((index) => columns[index]!),
    shown.map((texts) => kept.map((index) => cell(texts[index] ?? '', index))),
  );
  return table
    .trimEnd()
    .split('\n')
    .map((line) => clipped(line, width));
}

/** Indices of the columns that fit. */
function columnsWithin({ columns, lines }: Sheet, width: number): number[] {
  let kept = [...columns.keys()];
  for (const index of inOrderOfLeaving(columns)) {
    if (widthWith(kept, columns, lines, 'with a short name') <= width) break;
    kept = kept.filter((other) => other !== index);
  }
  return kept;
}

function inOrderOfLeaving(columns: readonly Column[]): number[] {
  const indices = [...columns.keys()];
  const of = (index: number): string => columns[index]!.source;
  const isPart = (index: number): boolean => isOfCard(columns[index]!);
  const isBeside = (index: number): boolean =>
    !ALWAYS.includes(of(index)) && !LATE.includes(of(index)) && !isPart(index);
  const late = indices.filter((index) => LATE.includes(of(index)));
  return [...indices.filter(isBeside).reverse(), ...indices.filter(isPart), ...late.reverse()];
}

function widthWith(
  kept: readonly number[],
  columns: readonly Column[],
  lines: Sheet['lines'],
  how: 'with a short name' | 'without the name',
): number {
  const widths = kept.map((index) => {
    const { label, source } = columns[index]!;
    const widest = lines.reduce((most, texts) => Math.max(most, widthOf(texts[index] ?? '')), widthOf(label));
    if (source !== 'name') return widest;
    return how === 'without the name' ? 0 : Math.min(widest, NAME_LEAST);
  });
  return widths.reduce((sum, each) => sum + each, 0) + Math.max(0, kept.length - 1) * BETWEEN_COLUMNS;
}
