import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { AnyUnitRule, OpenField } from '../rules/contract.ts';
import type { NextMark, Outlook, PartToCome, Prospects } from '../rules/outlook/outlook.ts';
import type { SortKey } from '../rules/rank.ts';
import type { UnitField } from './unit-field.ts';
import { nowOf } from './unit-stories.ts';

/** A unit that can be projected: what its rule says of what can still come, and everybody in it in the order of the list. */
export interface ProjectedUnit {
  readonly unit: UnitField;
  readonly rule: AnyUnitRule<unknown>;
  readonly outlook: Outlook<unknown>;
  readonly field: OpenField<unknown>;
  readonly starters: readonly ProjectedStarter[];
}

export interface ProjectedStarter {
  readonly entry: Entry;
  readonly card: unknown;
  /** As it stands. */
  readonly sortKey: SortKey;
  prospects(apart: number): Prospects<unknown>;
}

/** Null where the rule does not project. */
export function projectedUnit(unit: UnitField): ProjectedUnit | null {
  const { rule, context } = unit;
  if (rule.outlook === undefined) return null;
  const lines = [...unit.lines];
  const field = { context, cards: lines.map(({ card }) => card), now: nowOf(unit) };
  const outlook = rule.outlook(field);
  const { decided } = unit;
  const starters = lines.map(({ entry, card, sortKey }): ProjectedStarter => {
    const prospects = decided
      ? () => ({ best: card, worst: card, isDone: true })
      : (apart: number) => outlook.prospects(entry, card, apart);
    return { entry, card, sortKey, prospects };
  });
  return { unit, rule, outlook, field, starters };
}

/** Who is in action, and the performance that is under way or comes next, of whoever has one; null where its mark would say nothing. */
export function actionOf(
  { outlook, field, unit }: ProjectedUnit,
  { entry, card }: ProjectedStarter,
): { readonly isActing: boolean; readonly next: NextMark<unknown> | null } {
  const hasTurn = field.now?.turns.get(entry.competitor.code)?.role === 'CURRENT';
  const next = unit.status === 'START_LIST' ? null : outlook.next(entry, card);
  return { isActing: hasTurn || (outlook.allAtOnce === true && next !== null), next };
}

/** What is to come of each who starts in a unit, as it would be published; of nobody where the rule does not project. */
export function partsIn(unit: UnitField): (code: CompetitorCode) => PartToCome | null {
  const projected = projectedUnit(unit);
  const parts = new Map(
    projected?.starters.map((starter) => [starter.entry.competitor.code, partOf(projected, starter)]),
  );
  return (code) => parts.get(code) ?? null;
}

function partOf(
  { rule, outlook, field }: ProjectedUnit,
  { entry, card, prospects }: ProjectedStarter,
): PartToCome {
  const resultOf = (of: unknown): string | null => rule.mark(of, field.context).result;
  const { best, isDone } = prospects(0);
  const next = isDone ? null : outlook.next(entry, card);
  return {
    ...{ best: resultOf(best), isDone, bests: entry.bests ?? {} },
    next: next === null ? null : { ...next, card: (mark) => resultOf(next.card(mark)) },
  };
}
