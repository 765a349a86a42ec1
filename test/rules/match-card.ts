/** Matches and pools in text: `A 2-1 B`, and the table that they must make. */
import { ONE } from '../../src/model/decimal.ts';
import type { Order } from '../../src/model/fact.ts';
import type { WholePartsRule } from '../../src/rules/contract.ts';
import {
  type CompetitorFacts,
  NO_FACTS,
  type Part,
  type PartsContext,
  type WholeUnitContext,
  type WholeUnitRule,
} from '../../src/rules/contract.ts';
import { type MatchCard, type MatchOptions, match } from '../../src/rules/families/match.ts';
import { type PeriodTally, periodValue, summedPeriods } from '../../src/rules/families/period-scores.ts';
import type { PoolCard } from '../../src/rules/families/pool.ts';
import { rank } from '../../src/rules/rank.ts';
import { entryOf, rankText } from '../sports/athletics/field-card.ts';

/** Goals of two halves, then a shoot-out that only decides. */
export const GOALS: MatchOptions<PeriodTally> = {
  reads: ['periodScore'],
  tally: summedPeriods(['H1', 'H2', 'PSO'], ['PSO']),
  criteria: [
    { code: 'MORE_GOALS', clause: 'T 1', decision: 'GOALS', key: ({ total }) => -total },
    { code: 'SHOOT_OUT', clause: 'T 2', decision: 'PSO', key: (tally) => -periodValue(tally, 'PSO') },
  ],
  result: ({ total }) => String(total / ONE),
  irmOrder: ['DNS', 'DSQ'],
};

export const goals = match<PeriodTally>('TEST.MATCH@1', GOALS);

export interface MatchCardOptions {
  readonly complete?: boolean;
  readonly orders?: readonly Order[];
  /** Points taken away, by competitor. */
  readonly deducted?: Readonly<Record<string, number>>;
  readonly rule?: WholeUnitRule<MatchCard<PeriodTally>>;
}

/** Cards of `A 2-1 B`; `2/4` is 2 goals and 4 in the shoot-out, `DNS` a mark. */
export function matchCards(
  text: string,
  { complete = true, orders = [], rule = goals }: MatchCardOptions = {},
): ReadonlyMap<string, MatchCard<PeriodTally>> {
  const [home = '', score = '', away = ''] = text.trim().split(/\s+/);
  const sides = score.split('-');
  const facts = new Map([home, away].map((code, index) => [code, factsOf(code, sides[index]!)]));
  const context: WholeUnitContext = {
    unit: 'TESMTEAM--------------GPA-000100--',
    setup: {},
    status: complete ? 'OFFICIAL' : 'LIVE',
    complete,
    start: null,
    conditions: null,
    orders,
    entries: [entryOf(home, 1), entryOf(away, 2)],
    clock: null,
    actions: [],
    holds: [],
    factsOf: (code) => facts.get(code) ?? NO_FACTS,
  };
  return rule.cards(context, new Map());
}

function factsOf(competitor: string, said: string): CompetitorFacts {
  if (/^[A-Z]+$/.test(said)) return { ...NO_FACTS, irms: [{ competitor, code: said }] };
  const [regular = '0', shootOut] = said.split('/');
  const periodScores = [{ competitor, period: 'H2', value: Number(regular) * ONE }];
  if (shootOut !== undefined) periodScores.push({ competitor, period: 'PSO', value: Number(shootOut) * ONE });
  return { ...NO_FACTS, periodScores };
}

export interface PoolTable {
  readonly out?: Readonly<Record<string, string>>;
  readonly orders?: readonly Order[];
  /** Points taken away, by competitor. */
  readonly deducted?: Readonly<Record<string, number>>;
}

/** The table after these matches, one line each: `rank code points decided-by`. */
export function poolTable(
  rule: WholePartsRule<PoolCard<PeriodTally>>,
  matches: readonly string[],
  more: PoolTable = {},
): string[] {
  const context = poolContext(matches, more);
  const cards = rule.cards(context, new Map());
  const starters = context.entries.map((entry) => ({ entry, card: cards.get(entry.competitor.code)! }));
  return rank(starters, rule, context).map((row) =>
    [
      rankText(row),
      row.entry.competitor.code,
      rule.mark(row.card, context).result,
      row.decidedBy?.clause ?? '',
    ]
      .join(' ')
      .trim(),
  );
}

export function poolContext(
  matches: readonly string[],
  { out = {}, orders = [], deducted = {} }: PoolTable = {},
): PartsContext {
  const parts = new Map<string, Part[]>();
  for (const [index, text] of matches.entries())
    for (const [code, card] of matchCards(text))
      parts.set(code, [...(parts.get(code) ?? []), partOf(card, index)]);
  const codes = [...new Set([...parts.keys(), ...Object.keys(out)])].sort();
  return {
    unit: 'TESMTEAM--------------GPA---------',
    setup: {},
    status: 'INTERMEDIATE',
    complete: false,
    start: null,
    conditions: null,
    orders,
    entries: codes.map((code, index) => entryOf(code, index + 1)),
    factsOf: (code) => ({
      ...NO_FACTS,
      irms: out[code] === undefined ? [] : [{ competitor: code, code: out[code] }],
      penalties:
        deducted[code] === undefined
          ? []
          : [{ competitor: code, id: '1', kind: 'POINTS', value: deducted[code] * ONE, measure: 'POINTS' }],
    }),
    partsOf: (code) => parts.get(code) ?? [],
  };
}

const partOf = (card: MatchCard<PeriodTally>, index: number): Part => ({
  unit: `TESMTEAM--------------GPA-${String(index + 1).padStart(4, '0')}00--`,
  card,
  standing: { stage: 'SIDE', irm: card.irm },
  rank: null,
  mark: { result: null, resultType: null, details: {} },
  outcome: card.outcome,
  decided: true,
  setup: {},
});
