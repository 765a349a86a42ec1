/**
 * A field card as a table, for tests. Left of the bar what was jumped or thrown, right of it what
 * must come of it: rank (`=` when shared, an IRM, `-` for none) and the clause that decided.
 *
 *   bib  2.20  2.25  JO2.27 | rank  decided by
 *   7    o     xxx   o      | 1
 *
 * Columns named by heights hold trials, columns named 1 to 6 hold distances, `x`, `-` or `r`; `.` is
 * an empty cell. `JO` marks the rounds of a jump-off. A cell after the bar that is empty says nothing.
 */
import type { Entry } from '../../../src/model/competitor.ts';
import { decimal } from '../../../src/model/decimal.ts';
import type { Attempt, AttemptOutcome, Setup } from '../../../src/model/fact.ts';
import { NO_FACTS, type UnitContext, type UnitRule } from '../../../src/rules/contract.ts';
import { type Placed, rank } from '../../../src/rules/rank.ts';

export interface CardLine {
  readonly bib: string;
  readonly rank: string;
  readonly decidedBy: string;
}

export interface CardOptions {
  readonly setup?: Setup;
  readonly complete?: boolean;
}

export interface ReadCard {
  readonly expected: readonly CardLine[];
  readonly starters: readonly { readonly entry: Entry; readonly attempts: readonly Attempt[] }[];
}

/** What the table asks for, and what the rule makes of it, line by line in the order of the table. */
export function fieldCard<Card>(rule: UnitRule<Card>, table: string, options: CardOptions = {}) {
  const { expected, starters } = readCard(table);
  const placed = placedCard(rule, starters, options);
  const actual = expected.map(({ bib, decidedBy }) => {
    const row = placed.find(({ entry }) => entry.competitor.code === bib)!;
    return { bib, rank: rankText(row), decidedBy: decidedBy === '' ? '' : (row.decidedBy?.clause ?? '') };
  });
  return { expected, actual, placed };
}

export function placedCard<Card>(
  rule: UnitRule<Card>,
  starters: ReadCard['starters'],
  { setup = {}, complete = true }: CardOptions = {},
): readonly Placed<Card>[] {
  const entries = starters.map(({ entry }) => entry);
  const context: UnitContext = {
    unit: 'ATHMHIGHJUMP----------FNL-000100--',
    setup,
    status: complete ? 'OFFICIAL' : 'LIVE',
    complete,
    start: null,
    conditions: null,
    orders: [],
    entries,
    factsOf: () => NO_FACTS,
  };
  const cards = starters.map(({ entry, attempts }) => ({
    entry,
    card: rule.card(entry, { ...NO_FACTS, attempts }, context),
  }));
  return rank(cards, rule, context);
}

export function rankText<Card>(row: Placed<Card>): string {
  if (row.rank === null) return row.standing.irm ?? '-';
  return `${row.rank}${row.rankEqual ? '=' : ''}`;
}

export function readCard(table: string): ReadCard {
  const [head = '', ...lines] = table.trim().split('\n');
  const columns = words(head.split('|')[0]!).slice(1);
  const expected: CardLine[] = [];
  const starters = lines.map((line, index) => {
    const [left = '', right = ''] = line.split('|');
    const [bib = '', ...cells] = words(left);
    const [rankOf = '', ...clause] = words(right);
    expected.push({ bib, rank: rankOf, decidedBy: clause.join(' ') });
    return { entry: entryOf(bib, index + 1), attempts: attemptsOf(bib, columns, cells) };
  });
  return { expected, starters };
}

const words = (text: string): string[] =>
  text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');

export const entryOf = (code: string, startOrder: number): Entry => ({
  competitor: { code, kind: 'ATHLETE', organisation: 'XXX', name: { family: code } },
  startOrder,
});

const OUTCOMES: Readonly<Record<string, AttemptOutcome>> = {
  o: 'VALID',
  x: 'FAILED',
  '-': 'PASSED',
  r: 'RETIRED',
};

function attemptsOf(competitor: string, columns: readonly string[], cells: readonly string[]): Attempt[] {
  let jumpOffRound = 0;
  return columns.flatMap((column, index): Attempt[] => {
    const cell = cells[index] ?? '.';
    if (column.startsWith('JO')) jumpOffRound += 1;
    if (cell === '.') return [];
    if (/^\d$/.test(column)) return [distance(competitor, Number(column), cell)];
    const height = decimal(column.replace('JO', ''));
    const jumpOff = column.startsWith('JO');
    return [...cell].map((letter, trial) => ({
      competitor,
      attempt: jumpOff ? jumpOffRound : trial + 1,
      outcome: OUTCOMES[letter]!,
      height,
      ...(jumpOff ? { phase: 'JO' } : {}),
    }));
  });
}

function distance(competitor: string, attempt: number, cell: string): Attempt {
  const outcome = OUTCOMES[cell];
  return outcome === undefined
    ? { competitor, attempt, outcome: 'VALID', mark: decimal(cell) }
    : { competitor, attempt, outcome };
}
