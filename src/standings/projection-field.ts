import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { AnyUnitRule, OpenField } from '../rules/contract.ts';
import type { Outlook, Prospects } from '../rules/outlook/outlook.ts';
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

/** Whose performance is under way or the next to come. */
export const isInAction = ({ outlook, field, unit }: ProjectedUnit, code: CompetitorCode): boolean =>
  outlook.allAtOnce === true ? unit.status !== 'START_LIST' : field.now?.turns.get(code)?.role === 'CURRENT';
