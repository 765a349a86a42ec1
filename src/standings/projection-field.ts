import type { Entry } from '../model/competitor.ts';
import type { AnyUnitRule, OpenField } from '../rules/contract.ts';
import type { NextMark, Outlook, Prospects } from '../rules/outlook/outlook.ts';
import type { UnitField } from './unit-field.ts';
import { nowOf } from './unit-stories.ts';

/** A unit that can be projected: what its rule says of what can still come, and everybody in it in the order of the list. */
export interface ProjectedUnit {
  readonly unit: UnitField;
  readonly rule: AnyUnitRule<unknown>;
  readonly outlook: Outlook<unknown, OpenField<unknown>>;
  readonly field: OpenField<unknown>;
  readonly starters: readonly ProjectedStarter[];
}

export interface ProjectedStarter {
  readonly entry: Entry;
  readonly card: unknown;
  prospects(apart: number): Prospects<unknown>;
}

/** Null where the rule does not project. */
export function projectedUnit(unit: UnitField): ProjectedUnit | null {
  const { rule, context } = unit;
  const { outlook } = rule;
  if (outlook === undefined) return null;
  const lines = [...unit.lines];
  const field = {
    context,
    over: { ...context, complete: true },
    cards: lines.map(({ card }) => card),
    now: nowOf(unit),
  };
  const starters = lines.map(({ entry, card }) => ({ entry, card, prospects: prospectsOf(entry, card) }));
  return { unit, rule, outlook, field, starters };

  function prospectsOf(entry: Entry, card: unknown): ProjectedStarter['prospects'] {
    if (unit.decided) return () => ({ best: card, worst: card, isDone: true });
    let first: Prospects<unknown> | null = null;
    return (apart) => {
      if (apart > 0) return outlook!.prospects(entry, card, field, apart);
      first ??= outlook!.prospects(entry, card, field, 0);
      return first;
    };
  }
}

/** The performance that is under way, or the next one; `isActing` without a mark where its mark would say nothing. */
export function actionOf(
  { outlook, field, unit }: ProjectedUnit,
  { entry, card }: ProjectedStarter,
): { readonly isActing: boolean; readonly next: NextMark<unknown> | null } {
  const hasTurn = field.now?.turns.get(entry.competitor.code)?.role === 'CURRENT';
  const isAsked = outlook.allAtOnce === true ? unit.status !== 'START_LIST' : hasTurn;
  const next = isAsked ? outlook.next(entry, card, field) : null;
  return { isActing: hasTurn || next !== null, next };
}
