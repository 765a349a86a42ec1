/** BRACKETS ready to show: trees, their rounds as columns, matches from the top. */
import type { DocumentOf } from '../model/document.ts';
import type { RowOf } from '../model/row.ts';
import { partsOf, type Rsc } from '../model/rsc.ts';
import { unitTitle } from '../model/title.ts';
import { filled, namesIn, type WordSection, type Words } from '../model/words.ts';
import { decisionText } from './decision-text.ts';

export interface Tree {
  readonly code: string;
  readonly name: string;
  readonly rounds: readonly Round[];
}

export interface Round {
  readonly name: string;
  readonly matches: readonly DrawnMatch[];
}

export interface DrawnMatch {
  readonly unit: Rsc;
  readonly name: string;
  readonly status: string;
  /** ISO 8601; where the schedule or the setup says it. */
  readonly start?: string;
  /** How it was decided, in words. */
  readonly decision?: string;
  readonly sides: readonly DrawnSide[];
  /**
   * How a line leads to the next column: `PAIR` from two matches to the one between them, `STRAIGHT` to the one beside it; null
   * where the winner goes elsewhere.
   */
  readonly leads: 'PAIR' | 'STRAIGHT' | null;
}

export interface DrawnSide {
  /** Who it is, or what the place is waiting for. */
  readonly text: string;
  readonly stands: 'COMPETITOR' | 'BYE' | 'OPEN';
  readonly competitor?: string;
  readonly organisation?: string;
  readonly seed?: string;
  readonly score: string;
  readonly won: boolean;
}

type Row = RowOf<'BRACKETS'>;
type Side = Row['sides']['sides'][number];

/** `words`: of the discipline (`/v1/words/...`); without them codes stand for themselves. */
export function bracketOf(document: Pick<DocumentOf<'BRACKETS'>, 'rows'>, words?: Words): readonly Tree[] {
  const rows = [...document.rows];
  const write = new Writer(rows, words);
  return grouped(rows, ({ bracket }) => bracket.bracket).map(([code, ofTree]) => ({
    code,
    name: write.word('brackets', code),
    rounds: roundsOf(ofTree, write),
  }));
}

function roundsOf(rows: readonly Row[], write: Writer): Round[] {
  const columns = grouped(rows, ({ bracket }) => bracket.round ?? bracket.phase).map(([code, ofRound]) => ({
    name: write.word('phases', code),
    rows: [...ofRound].sort((one, other) => one.bracket.order - other.bracket.order),
  }));
  return columns.map(({ name, rows: column }, at) => ({
    name,
    matches: column.map((row, index) => write.match(row, leadsFrom(column, index, columns[at + 1]?.rows))),
  }));
}

function leadsFrom(column: readonly Row[], index: number, next: readonly Row[] = []): DrawnMatch['leads'] {
  const isFedBy = (row: Row | undefined): boolean =>
    row?.sides.sides.some(({ from }) => from?.unit === column[index]!.key && from.outcome === 'WINNER') ===
    true;
  if (next.length === column.length) return isFedBy(next[index]) ? 'STRAIGHT' : null;
  return next.length * 2 === column.length && isFedBy(next[Math.floor(index / 2)]) ? 'PAIR' : null;
}

/** In the order in which the first of each comes. */
function grouped(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups];
}

/** Writes matches in the words of one language. */
class Writer {
  readonly #rows: ReadonlyMap<Rsc, Row>;
  readonly #words: Words | undefined;

  constructor(rows: readonly Row[], words: Words | undefined) {
    this.#rows = new Map(rows.map((row) => [row.key, row]));
    this.#words = words;
  }

  word(section: WordSection, code: string): string {
    return this.#words?.[section]?.[code] ?? code;
  }

  match({ key, bracket, sides, outcome }: Row, leads: DrawnMatch['leads']): DrawnMatch {
    const { start } = bracket;
    const { decision } = outcome;
    return {
      unit: key,
      name: this.#nameOf(key),
      status: outcome.resultStatus,
      ...(start === undefined ? {} : { start }),
      ...(decision === undefined ? {} : { decision: decisionText(decision, this.#words) }),
      sides: sides.sides.map((side, index) => ({
        ...this.#who(side),
        score: outcome.scores[index] ?? '',
        won: side.competitor !== undefined && side.competitor === outcome.winner,
      })),
      leads,
    };
  }

  #who(side: Side): Omit<DrawnSide, 'score' | 'won'> {
    const { competitor, name, organisation, seed } = side;
    if (competitor === undefined)
      return side.bye === true
        ? { text: this.word('slots', 'BYE'), stands: 'BYE' }
        : { text: this.#waitsFor(side), stands: 'OPEN' };
    return {
      text: name ?? competitor,
      stands: 'COMPETITOR',
      competitor,
      ...(organisation === undefined ? {} : { organisation }),
      ...(seed === undefined ? {} : { seed }),
    };
  }

  /** "winner of Semifinal 1". */
  #waitsFor({ from }: Side): string {
    if (from === undefined) return this.word('slots', 'DRAW');
    const { unit, outcome, rank } = from;
    const pattern = this.#words?.slots?.[outcome] ?? `${outcome} {rank} {unit}`;
    return filled(pattern, { unit: this.#titleOf(unit), rank: rank === undefined ? '' : String(rank) });
  }

  /** With its round, since matches of several rounds are numbered from one. */
  #titleOf(rsc: Rsc): string {
    const { phase } = partsOf(rsc);
    const unit = this.#rows.has(rsc) ? { unit: this.#nameOf(rsc) } : {};
    return unitTitle({ discipline: rsc, phase: this.word('phases', phase), ...unit });
  }

  #nameOf(rsc: Rsc): string {
    const { codes, name } = this.#rows.get(rsc)!.bracket;
    const worded = this.#words && codes && namesIn(this.#words, partsOf(rsc).gender, codes).unit;
    return worded ?? name ?? rsc;
  }
}
