/**
 * Agate and plain text. In agate `^` begins a heading, a backspace a row of a table, backspace and `^` its column headings, a tab a footnote; fields are
 * separated by semicolons. The first line is the slug with the number of words that follow.
 */
import { disciplineOf, partsOf } from '../../model/rsc.ts';
import { filledIn } from './agate-settings.ts';
import { type Dispatch, storyTypeOf, type WireSettings } from './dispatch.ts';
import { type SummaryLine, summaryOf } from './summary.ts';

const ROW = '\u0008';

export function agate(dispatch: Dispatch, settings: WireSettings): string {
  const { headline, notes, lines } = summaryOf(dispatch, settings);
  const body = [
    `^${headline}`,
    ...notes.heads.map((note) => `^${note}`),
    ...lines.map(agateLine),
    ...notes.others.map((note) => `\t${note}`),
  ].map(oneLine);
  return [`${slugOf(dispatch, settings)} ${wordsIn(body)}`, ...body].map((line) => `${line}\n`).join('');
}

const agateLine = (line: SummaryLine): string =>
  'text' in line
    ? line.text
    : `${ROW}${line.isHead ? '^' : ''}${line.cells.map((cell) => cell.replaceAll(';', ',')).join(';')}`;

/** A name could hold what sets type: of control characters only those stay that were put here. */
const oneLine = (line: string): string => line.slice(0, 1) + line.slice(1).replaceAll(/\p{Cc}/gu, ' ');

const wordsIn = (lines: readonly string[]): number =>
  lines
    .join(' ')
    .replaceAll(ROW, ' ')
    .split(/[\s;]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function slugOf({ story, document }: Dispatch, { agate: settings }: WireSettings): string {
  const { unit } = document.header;
  const discipline = disciplineOf(unit);
  const parts = partsOf(unit);
  const gender = parts.gender === '-' ? '' : parts.gender;
  return filledIn(settings.slug, {
    ...parts,
    gender,
    discipline: settings.slugs[discipline] ?? discipline,
    type: storyTypeOf(story),
  });
}

/** The same to read: notes first, tables in columns. */
export function plainText(dispatch: Dispatch, settings: WireSettings): string {
  const { headline, notes, lines } = summaryOf(dispatch, settings);
  return [headline, ...notes.heads, ...notes.others, '', ...aligned(lines)]
    .map((line) => `${line}\n`)
    .join('');
}

/** Lines with tables in columns: figures to the right, the first column with letters to the left. */
export function aligned(lines: readonly SummaryLine[]): string[] {
  const rows = lines.flatMap((line) => ('cells' in line ? [line.cells] : []));
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return lines.map((line) => ('text' in line ? line.text : inColumns(line.cells, widths)));
}

const NAME_COLUMN = 1;

const inColumns = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, column) =>
      column === NAME_COLUMN ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
    )
    .join('  ')
    .trimEnd();
