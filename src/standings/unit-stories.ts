import { defined } from '../model/defined.ts';
import type { Header } from '../model/document.ts';
import type { RowOf } from '../model/row.ts';
import type { Now, Play } from '../rules/contract.ts';
import type { CompetitionSaid } from './competition-said.ts';
import { identityOf } from './identity.ts';
import type { UnitField } from './unit-field.ts';

/** What has happened in a unit, one row an action; null where its rule tells nothing. */
export function playRows(unit: UnitField): readonly RowOf<'PLAY_BY_PLAY'>[] | null {
  const plays = unit.rule.plays?.(unit.context);
  return plays === undefined ? null : plays.map(playRow);
}

const playRow = ({ id, ...action }: Play): RowOf<'PLAY_BY_PLAY'> => ({ key: id, action });

/** What is happening in a unit at this moment; null where its rule does not say, or it is over. */
export function nowOf(unit: UnitField): Now | null {
  if (unit.decided) return null;
  return (
    unit.rule.now?.(unit.context, (code) =>
      unit.entryOf(code) === null ? undefined : unit.rowOf(code).card,
    ) ?? null
  );
}

/** Who is in action, who was before, who is next. */
export const turnRows = (
  unit: UnitField,
  now: Now | null,
  said: CompetitionSaid,
): readonly RowOf<'CURRENT'>[] =>
  [...(now?.roles ?? [])].flatMap(([code, role]) => {
    const entry = unit.entryOf(code);
    return entry === null ? [] : [{ key: code, identity: identityOf(entry, null, said), turn: { role } }];
  });

/** Clock, period, score, to beat: what changes by itself, apart from everything else. */
export function nowPart(now: Now): NonNullable<Header['now']> {
  const { roles: _, ...said } = now;
  return defined(said);
}
