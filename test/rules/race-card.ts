/**
 * A race written as a table, for tests: one line a competitor, `bib  time  more...`.
 *
 *   1  9.784  order=1 penalty=0.5 places=1 irm=DSQ unconfirmed  50m=24.1 at=...
 */

import type { Entry } from '../../src/model/competitor.ts';
import { decimal } from '../../src/model/decimal.ts';
import type { Order, Setup, Start } from '../../src/model/fact.ts';
import { Order as ListOrder } from '../../src/model/order.ts';
import { NO_PLACE } from '../../src/model/row.ts';
import { type CompetitorFacts, NO_FACTS, type UnitContext, type UnitRule } from '../../src/rules/contract.ts';
import { type Placed, rank } from '../../src/rules/rank.ts';
import { rowMark } from '../../src/standings/list-rows.ts';

export interface RaceOptions {
  readonly setup?: Setup;
  readonly start?: Start;
  readonly orders?: readonly Order[];
  readonly complete?: boolean;
  readonly unit?: string;
}

export const entryOf = (code: string, startOrder: number): Entry => ({
  competitor: { code, kind: 'ATHLETE', organisation: 'XXX', name: { family: code } },
  startOrder,
});

/** Lines of `code  rank  result  decided-by-clause`, in list order; `=` marks a shared rank. */
export function race<Card>(rule: UnitRule<Card>, table: string, options: RaceOptions = {}): string[] {
  return placedRace(rule, table, options).map(({ row, mark, diff }) =>
    [
      row.entry.competitor.code,
      row.rank === null ? (row.standing.irm ?? '-') : `${row.rank}${row.rankEqual ? '=' : ''}`,
      mark.result ?? '',
      diff ?? '',
    ]
      .join(' ')
      .trim(),
  );
}

export function placedRace<Card>(rule: UnitRule<Card>, table: string, options: RaceOptions = {}) {
  const lines = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const factsByCode = new Map(lines.map(([code, ...words]) => [code!, factsOf(code!, words)]));
  const entries = lines.map(([code, ...words], index) => ({
    ...entryOf(code!, index + 1),
    ...offsetOf(words),
  }));
  const context: UnitContext = {
    unit: options.unit ?? 'SWMM100MFR-------------FNL-000100--',
    setup: options.setup ?? {},
    status: 'UNOFFICIAL',
    complete: options.complete ?? true,
    start: options.start ?? null,
    conditions: null,
    orders: options.orders ?? [],
    entries,
    factsOf: (code) => factsByCode.get(code) ?? NO_FACTS,
  };
  const starters = entries.map((entry) => ({
    entry,
    card: rule.card(entry, factsByCode.get(entry.competitor.code)!, context),
  }));
  const placed: readonly Placed<Card>[] = rank(starters, rule, context);
  const marks = placed.map(({ card }) => rule.mark(card, context));
  const order = new ListOrder(rule.gap === undefined ? {} : { gap: rule.gap });
  return placed.map((row, index) => {
    const mark = rowMark(row, marks[index]!);
    const place = { ...NO_PLACE, ranked: row.rank !== null };
    return { row, mark: marks[index]!, diff: order.next({ mark, place }, undefined).diff };
  });
}

function offsetOf(words: readonly string[]): { startOffset?: number } {
  const offset = words.find((word) => word.startsWith('offset='));
  return offset === undefined ? {} : { startOffset: decimal(offset.slice(7)) };
}

function factsOf(competitor: string, words: readonly string[]): CompetitorFacts {
  const said = new Map(words.map((word) => [word.split('=')[0]!, word.split('=')[1] ?? '']));
  const finish = words.find((word) => /^\d+(\.\d+)?$/.test(word));
  const order = said.has('order') ? { order: Number(said.get('order')) } : {};
  const unconfirmed = said.has('unconfirmed') ? { unconfirmed: true } : {};
  const splits = [...said].filter(([name]) => /^\d+m$/.test(name));
  const [code, point] = (said.get('irm') ?? '').split('@');
  return {
    ...NO_FACTS,
    passings: [
      ...splits.map(([name, time]) => ({ competitor, point: name, time: decimal(time) })),
      ...(finish === undefined
        ? []
        : [{ competitor, point: 'FIN', time: decimal(finish), ...order, ...unconfirmed }]),
      ...(said.has('at') ? [{ competitor, point: 'FIN', at: decimal(said.get('at')!), ...order }] : []),
    ],
    penalties: (['penalty', 'places'] as const)
      .filter((kind) => said.has(kind))
      .map((kind) => ({
        competitor,
        id: kind,
        kind,
        value: decimal(said.get(kind)!),
        measure: kind === 'places' ? ('PLACES' as const) : ('TIME' as const),
      })),
    irms: said.has('irm') ? [{ competitor, code: code!, ...(point === undefined ? {} : { point }) }] : [],
    reaction: said.has('reaction') ? { competitor, time: decimal(said.get('reaction')!) } : null,
  };
}
