import fc from 'fast-check';
import { expect, test } from 'vitest';
import { athletics } from '../../../sports/athletics/athletics.ts';
import type { CombinedCard } from '../../../sports/athletics/combined.ts';
import type { CompetitorCode } from '../../../src/model/competitor.ts';
import { formatRsc } from '../../../src/model/rsc.ts';
import type { Part, PartsContext, WholePartsRule } from '../../../src/rules/contract.ts';
import { NO_FACTS } from '../../../src/rules/contract.ts';
import { rank } from '../../../src/rules/rank.ts';
import { entryOf, rankText } from './field-card.ts';

const HEPTATHLON = 'ATHWHEPTATH-----------------------';
const PHASES = ['100H', 'HJ', 'SP', '200', 'LJ', 'JT', '800'];

const ruleOf = (edition: string): WholePartsRule<CombinedCard> =>
  athletics.partsRule(HEPTATHLON, { rule: `ATH.HEPTATH@${edition}` }) as WholePartsRule<CombinedCard>;

/** A mark as published, an IRM, or `null` for a part not yet started. */
type Cell = string | null;

function partOf(phase: string, cell: Cell, hand = false): Part | null {
  if (cell === null) return null;
  const irm = /^[A-Z]/.test(cell) ? cell : null;
  const resultType = ['100H', '200', '800'].includes(phase) ? 'TIME' : 'DISTANCE';
  return {
    unit: formatRsc({ discipline: 'ATH', gender: 'W', event: 'HEPTATH', phase, unit: '000100' }),
    card: null,
    standing: irm === null ? { stage: 'RANKED', irm: null } : { stage: 'IRM', irm },
    rank: null,
    mark: { result: irm === null ? cell : null, resultType: irm === null ? resultType : 'IRM', details: {} },
    decided: true,
    setup: hand ? { timing: { hand: true } } : {},
  };
}

function standings(edition: string, field: Readonly<Record<CompetitorCode, readonly Cell[]>>, hand = false) {
  const entries = Object.keys(field).map((code, index) => entryOf(code, index + 1));
  const context: PartsContext = {
    unit: HEPTATHLON,
    setup: {},
    status: 'LIVE',
    complete: false,
    start: null,
    conditions: null,
    orders: [],
    entries,
    factsOf: () => NO_FACTS,
    partsOf: (code) =>
      PHASES.flatMap((phase, index) => partOf(phase, field[code]![index] ?? null, hand) ?? []),
  };
  const rule = ruleOf(edition);
  const cards = rule.cards(context, new Map());
  const placed = rank(
    entries.map((entry) => ({ entry, card: cards.get(entry.competitor.code)! })),
    rule,
    context,
  );
  const text = placed.map((row) =>
    `${row.entry.competitor.code} ${rankText(row)} ${rule.mark(row.card, context).result ?? ''}`.trim(),
  );
  return { rule, context, cards, placed, text };
}

test('TR 39 points of all parts are added, and every part shows the running total and its place', () => {
  const { cards, rule, context, text } = standings('2024', {
    A: ['13.74', '1.95'],
    B: ['13.50', '1.80'],
  });
  expect(text).toEqual(['A 1 2186', 'B 2 2028']);
  const { parts } = rule.mark(cards.get('B')!, context).details.combined!;
  expect(
    parts.map(({ name, result, points, total, totalRank }) => [name, result, points, total, totalRank]),
  ).toEqual([
    ['100m Hurdles', '13.50', '1050', '1050', 1],
    ['High Jump', '1.80', '978', '2028', 2],
  ]);
});

test('TR 39 no valid mark in a part scores nothing, and the athlete goes on', () => {
  const { text } = standings('2024', { A: ['13.50', 'NM', '13.00'], B: ['13.50', '1.80', 'DQ'] });
  expect(text).toEqual(['B 1 2028', 'A 2 1777']);
});

test('TR 39 not starting a part is withdrawing; not starting the first one is not starting at all', () => {
  const { text } = standings('2024', { A: ['13.50', 'DNS'], B: ['13.50', '1.80'], C: ['DNS'], D: [] });
  expect(text).toEqual(['B 1 2028', 'D -', 'A DNF', 'C DNS']);
});

test('hand times are made longer by 0.24 s before they are scored', () => {
  expect(standings('2024', { A: ['13.3'] }, true).text).toEqual(standings('2024', { A: ['13.54'] }).text);
});

const TIED = { A: ['13.50', '1.80', '13.00'], B: ['13.50', '1.80', '13.00'] };

test('TR 39 (2019 on) an equal total is a tie that stands', () => {
  expect(standings('2024', TIED).text.map((line) => line.slice(0, 4))).toEqual(['A 1=', 'B 1=']);
});

test('Rule 200.13 (until 2019) an equal total: better in more events, then the highest points in one', () => {
  const { placed, text } = standings('2018', equalTotals());
  expect(placed[0]!.card.total).toBe(placed[1]!.card.total);
  expect(text.map((line) => line.slice(0, 3))).toEqual(['B 1', 'A 2']);
  expect(placed[1]!.decidedBy?.clause).toBe('Rule 200.13');
  const now = standings('2024', equalTotals());
  expect(now.text.map((line) => line.slice(0, 4))).toEqual(['A 1=', 'B 1=']);
});

/** A leads in one event, B in two, with the same total: found by trying long jumps and javelin throws. */
function equalTotals(): Record<string, Cell[]> {
  const total = (cells: Cell[]): number => standings('2024', { X: cells }).cards.get('X')!.total;
  const wanted = total(['13.50', '1.80', '13.00', '24.00', '6.00', '40.00']);
  for (let throwOf = 4001; throwOf < 6000; throwOf += 1) {
    const cells = ['13.50', '1.80', '13.10', '24.10', '6.01', (throwOf / 100).toFixed(2)];
    if (total(cells) === wanted) return { A: ['13.50', '1.80', '13.00', '24.00', '6.00', '40.00'], B: cells };
  }
  throw new Error('no equal total found');
}

test('cards that say the same are the same objects, so that only what changed is placed again', () => {
  const { rule, context, cards } = standings('2024', { A: ['13.50', '1.80'], B: ['13.60'] });
  const again = rule.cards(context, cards);
  for (const [code, card] of cards) expect(again.get(code)).toBe(card);
});

test('ranks are one more than the number with more points, whatever the order of entries', () => {
  const cell = fc.constantFrom('13.50', '13.80', 'DNF', 'DNS');
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
      const field = Object.fromEntries(cells.map((each, index) => [`C${index}`, [each]]));
      const { placed } = standings('2024', field);
      for (const row of placed) {
        if (row.standing.irm !== null) expect(row.rank).toBeNull();
        else
          expect(row.rank).toBe(
            1 + placed.filter((other) => other.rank !== null && other.card.total > row.card.total).length,
          );
      }
    }),
    { seed: 39, numRuns: 200 },
  );
});
