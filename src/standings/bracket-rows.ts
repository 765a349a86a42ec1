import { type Entry, printName } from '../model/competitor.ts';
import { defined } from '../model/defined.ts';
import type { Outcome, RowOf, Sides } from '../model/row.ts';
import { phaseRsc } from '../model/rsc.ts';
import type { BracketPlace, Slot, UnitPlan } from '../rules/plan.ts';
import type { Arrangement } from './arrangement.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import type { Proposals } from './proposals.ts';
import type { Side } from './sides.ts';
import type { UnitField } from './unit-field.ts';

export type BracketRow = RowOf<'BRACKETS'>;
type ShownSide = Sides['sides'][number];

/** The matches of an event's plan: where both sides come from, who they are, how it stands. */
export function bracketRows(
  tree: DisciplineTree,
  { plan }: Arrangement,
  proposals: Proposals,
): readonly BracketRow[] {
  return (plan.units ?? []).flatMap((unit) =>
    unit.bracket === undefined ? [] : [rowOf(unit, unit.bracket, tree, proposals)],
  );
}

function rowOf(
  { unit, slots }: UnitPlan,
  { code, round, order }: BracketPlace,
  tree: DisciplineTree,
  proposals: Proposals,
): BracketRow {
  const field = tree.unit(unit)?.standing ?? null;
  const setup = tree.setupOf(unit);
  const sides = proposals.expectedIn(unit);
  const standing = field?.hasStartList === true ? inTheirPlaces(sides, field.entries) : sides;
  const { unit: name, codes } = tree.names(unit);
  return {
    key: unit,
    bracket: defined({
      bracket: code,
      phase: phaseRsc(unit),
      round,
      order,
      name,
      start: field?.ledger.whole('schedule')?.content.start ?? setup?.scheduledStart,
      codes: codes?.unit === undefined ? undefined : defined({ unit: codes.unit, number: codes.number }),
    }),
    sides: { sides: standing.map((side, index) => shownSide(side, slots[index] ?? null, proposals)) },
    outcome: outcomeOf(field, standing),
  };
}

/** The venue's start list: who was expected stands where they were, the others in what is left. */
function inTheirPlaces(expected: readonly Side[], entries: readonly Entry[]): Side[] {
  const codeOf = (side: Side): string | null =>
    side === null || side === 'NOBODY' ? null : side.competitor.code;
  const places: Side[] = expected.map(
    (side) => entries.find(({ competitor }) => competitor.code === codeOf(side)) ?? null,
  );
  const others = entries.filter((entry) => !places.includes(entry));
  return places
    .map((side, index) => side ?? others.shift() ?? (expected[index] === 'NOBODY' ? 'NOBODY' : null))
    .concat(others);
}

function shownSide(side: Side, slot: Slot | null, proposals: Proposals): ShownSide {
  const from = slot === null ? undefined : sourceOf(slot, proposals);
  if (side === null) return defined({ from });
  if (side === 'NOBODY') return defined({ from, bye: true });
  const { code, name, organisation } = side.competitor;
  return defined({
    from,
    competitor: code,
    name: printName(name),
    organisation,
    seed: side.seed,
  });
}

/** Where a side comes from; nothing for the draw, which is where all of them come from. */
function sourceOf(slot: Slot, proposals: Proposals): ShownSide['from'] {
  switch (slot.from) {
    case 'UNIT':
      return { unit: slot.unit, outcome: slot.outcome === 'W' ? 'WINNER' : 'LOSER' };
    case 'LIST':
      return { unit: slot.list, outcome: 'RANK', rank: slot.rank };
    case 'ONE_OF':
      return { unit: slot.list, outcome: 'ONE_OF' };
    case 'BEATEN':
      return { unit: proposals.unitOfBeaten(slot) ?? slot.phase, outcome: 'LOSER' };
    case 'DRAW':
      return undefined;
  }
}

function outcomeOf(field: UnitField | null, sides: readonly Side[]): Outcome {
  if (field === null) return { resultStatus: 'START_LIST', scores: [] };
  const codes = sides.map((side) => (side === null || side === 'NOBODY' ? null : side.competitor.code));
  const rows = codes.map((code) =>
    code === null || field.entryOf(code) === null ? null : field.rowOf(code),
  );
  const marks = rows.map((row) => (row === null ? null : field.markOf(row)));
  const winner = rows.find((row) => row !== null && field.outcomeOf(row) === 'W');
  const decision = marks.find((mark) => mark?.details.match?.decision !== undefined)?.details.match?.decision;
  return defined({
    resultStatus: field.status,
    scores: marks.some((mark) => mark?.result != null) ? marks.map((mark) => mark?.result ?? '') : [],
    winner: winner?.entry.competitor.code,
    decision,
  });
}
