import type { CompetitorCode } from '../model/competitor.ts';
import { RowList } from '../model/row-list.ts';
import type { Line } from '../rules/rank.ts';
import { NEW } from '../versions/alignment.ts';
import { differences } from '../versions/differences.ts';
import type { UnitField } from './unit-field.ts';

/** What the documents of the discipline say of a unit. */
export const lineOf = ({ entries, status, ledger, cancelled, test, rule }: UnitField) => ({
  entries,
  status,
  test,
  cancelled,
  family: rule.family,
  setup: ledger.whole('setup'),
  schedule: ledger.whole('schedule'),
  stated: ledger.whole('status'),
  holdsFacts: ledger.heldCount > 0,
});

export function sameLine(one: ReturnType<typeof lineOf>, other: ReturnType<typeof lineOf>): boolean {
  return (
    one.entries === other.entries &&
    one.status === other.status &&
    one.test === other.test &&
    one.setup === other.setup &&
    one.schedule === other.schedule &&
    one.stated === other.stated
  );
}

export const NO_LINES = RowList.of<Line<unknown>>([]);

/** Competitors whose line is another one than before. */
export const changedLines = (before: RowList<Line<unknown>>, now: RowList<Line<unknown>>): CompetitorCode[] =>
  differences(before, now).flatMap((difference) =>
    difference.now
      .filter((_line, index) => difference.from[index] === NEW)
      .map(({ entry }) => entry.competitor.code),
  );
