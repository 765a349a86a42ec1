/**
 * One list over judged rounds: of a phase, by the points of its own units; or, where points are carried over, by the sum with
 * those of the phase before.
 */
import type { Entry } from '../../model/competitor.ts';
import { formatDecimal, type Micro } from '../../model/decimal.ts';
import type { Irm } from '../../model/irm.ts';
import type { Column, CombinedPartDetails } from '../../model/row.ts';
import { partsOf as rscParts } from '../../model/rsc.ts';
import type { MarkOf, Part, PartsRule, RuleId, Standing } from '../contract.ts';
import { type Clause, most } from '../criteria.ts';
import { NOTHING_SHOWN, WAITING } from '../nothing-yet.ts';
import { JUDGED_ROUNDS, type JudgedRoundsCard } from './judged-rounds.ts';

export interface AcrossJudgedRoundsOptions {
  readonly irmOrder: readonly Irm[];
  readonly clause: Clause;
  readonly decimals: number;
  readonly columns: readonly Column[];
  /** Points of the phase before count, too: the list is a sum then. */
  readonly carriedOver: boolean;
}

export interface JudgedSumCard {
  readonly standing: Standing;
  readonly parts: readonly Part[];
  readonly total: Micro;
}

/** Who is equal at the last qualifying place goes on together. */
export function acrossJudgedRounds(id: RuleId, options: AcrossJudgedRoundsOptions): PartsRule<JudgedSumCard> {
  const { irmOrder, clause, decimals, columns, carriedOver } = options;
  return {
    id,
    over: 'parts',
    type: carriedOver ? 'CUMULATIVE_RESULT' : 'PHASE_RESULT',
    families: [JUDGED_ROUNDS],
    columns,
    irmOrder,
    card: sumOf,
    standing: ({ standing }) => standing,
    criteria: [most(clause, ({ total }) => total)],
    mark: (card) => markOf(card, decimals),
    gap: { as: 'NUMBER', decimals },
    overfull: 'ADMIT_ALL',
  };
}

function sumOf(_entry: Entry, parts: readonly Part[]): JudgedSumCard {
  return {
    standing: parts.at(-1)?.standing ?? WAITING,
    parts,
    total: parts.reduce((sum, { card }) => sum + (card as JudgedRoundsCard).total, 0),
  };
}

function markOf({ parts, total, standing }: JudgedSumCard, decimals: number): MarkOf {
  const last = parts.at(-1);
  if (last === undefined) return NOTHING_SHOWN;
  if (parts.length === 1 || standing.stage !== 'RANKED') return last.mark;
  return {
    result: formatDecimal(total, decimals),
    resultType: 'POINTS',
    value: total,
    details: { combined: { parts: combined(parts, decimals) } },
  };
}

function combined(parts: readonly Part[], decimals: number): CombinedPartDetails[] {
  let sum = 0;
  return parts.map(({ unit, card }) => {
    const { total } = card as JudgedRoundsCard;
    sum += total;
    return {
      unit,
      name: rscParts(unit).phase,
      points: formatDecimal(total, decimals),
      total: formatDecimal(sum, decimals),
    };
  });
}
