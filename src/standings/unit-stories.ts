import { defined } from '../model/defined.ts';
import type { Header } from '../model/document.ts';
import type { RowOf } from '../model/row.ts';
import type { Now, Play } from '../rules/now.ts';
import type { CompetitionSaid } from './competition-said.ts';
import { identityOf } from './identity.ts';
import type { UnitField } from './unit-field.ts';
import { isAtRest } from './unit-status.ts';

/** What has happened in a unit, one row an action; null where its rule tells nothing. */
export function playRows(unit: UnitField): readonly RowOf<'PLAY_BY_PLAY'>[] | null {
  const plays = unit.rule.plays?.(unit.context);
  return plays === undefined ? null : plays.map(playRow);
}

const playRow = ({ id, ...action }: Play): RowOf<'PLAY_BY_PLAY'> => ({ key: id, action });

/**
 * What is happening in a unit at this moment; null where its rule does not say, or nothing is: nobody is known to be in it yet,
 * it is interrupted, or over.
 */
export function nowOf(unit: UnitField): Now | null {
  if (unit.decided || isAtRest(unit.ledger) || unit.entries.length === 0) return null;
  return (
    unit.rule.now?.(unit.context, (code) =>
      unit.entryOf(code) === null ? undefined : unit.rowOf(code).card,
    ) ?? null
  );
}

/** Who is in action, who was before, who is next; with the place that each has by now. */
export const turnRows = (
  unit: UnitField,
  now: Now | null,
  said: CompetitionSaid,
): readonly RowOf<'CURRENT'>[] =>
  [...(now?.turns ?? [])].flatMap(([code, turn]) => {
    const entry = unit.entryOf(code);
    if (entry === null) return [];
    const identity = identityOf(entry, null, said);
    return [{ key: code, identity, turn: { ...turn, ...placeOf(unit, entry.competitor.code) } }];
  });

/** Nothing where there are no places (a match), or where officials have set them. */
function placeOf(unit: UnitField, code: string): { rank?: number; result?: string } {
  const row = unit.rowOf(code);
  if (row.rank === null || unit.rulings.size > 0) return {};
  return defined({ rank: row.rank, result: unit.markOf(row).result ?? undefined });
}

/** Clock, period, score, to beat: what changes by itself, apart from everything else. */
export function nowPart(unit: UnitField, now: Now): NonNullable<Header['now']> {
  const { turns: _, ...said } = now;
  return { ...defined(said), ...leadIn(unit) };
}

/** The mark that leads, and who holds it; nobody is named where it is shared. */
function leadIn(unit: UnitField): { toBeat?: string; leader?: string } {
  const first = unit.lines.at(0);
  if (first === undefined || first.standing.stage !== 'RANKED' || unit.rulings.size > 0) return {};
  const isShared = unit.lines.at(1)?.tied === true;
  return defined({
    toBeat: unit.markOf(first).result ?? undefined,
    leader: isShared ? undefined : first.entry.competitor.code,
  });
}
