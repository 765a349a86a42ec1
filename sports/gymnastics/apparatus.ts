/** Lists over score sheets that show one apparatus, or the two vaults of an apparatus final. */

import type { Micro } from '../../src/model/decimal.ts';
import { formatDecimal } from '../../src/model/decimal.ts';
import type { Gap } from '../../src/model/order.ts';
import type { JudgedPartDetails } from '../../src/model/row.ts';
import type { Criterion, MarkOf, Ranked, Standing } from '../../src/rules/contract.ts';
import { fewest, most } from '../../src/rules/criteria.ts';
import { NOTHING_SHOWN } from '../../src/rules/nothing-yet.ts';
import type { Precision } from '../../src/rules/rounding.ts';
import { rounded } from '../../src/rules/rounding.ts';
import type { Routine } from './judged.ts';
import type { Sheet, SheetRoutine } from './score-sheet.ts';

/** How equal scores on an apparatus are separated. */
export type ApparatusTie =
  /** Higher execution, then higher difficulty; then the tie stands. */
  | 'EXECUTION_DIFFICULTY'
  /** Higher execution, then fewer deductions by the three, two, one smallest of the counting marks. */
  | 'EXECUTION_PANEL'
  /** Equal scores share the place. */
  | 'NONE';

export type ApparatusList = Pick<Ranked<Sheet>, 'criteria' | 'standing' | 'mark' | 'gap'>;

const DECIMALS = 3;
export const pointsText = (points: Micro): string => formatDecimal(points, DECIMALS);

/** One routine: `clause` is the rule book's, for the score and its ties. */
export function apparatusList(part: string, tie: ApparatusTie, clause: string): ApparatusList {
  const routineIn = (sheet: Sheet): SheetRoutine | undefined =>
    sheet.routines.find((routine) => routine.part === part);
  const value = (read: (routine: Routine) => Micro) => (sheet: Sheet) => {
    const routine = routineIn(sheet);
    return routine === undefined ? 0 : read(routine);
  };
  const score = most<Sheet>(
    { code: 'SCORE', clause },
    value((routine) => routine.score),
  );
  return {
    criteria: [score, ...tieCriteria(tie, clause, routineIn)],
    standing: (sheet) => standingOn([part], sheet),
    mark: (sheet) => markOf(routineIn(sheet)?.score ?? null, sheet, [part]),
    gap: POINTS_BEHIND,
  };
}

function tieCriteria(
  tie: ApparatusTie,
  clause: string,
  routineIn: (sheet: Sheet) => Routine | undefined,
): Criterion<Sheet>[] {
  const execution = most<Sheet>({ code: 'EXECUTION', clause }, (sheet) => routineIn(sheet)?.execution ?? 0);
  const difficulty = most<Sheet>(
    { code: 'DIFFICULTY', clause },
    (sheet) => routineIn(sheet)?.difficulty ?? 0,
  );
  if (tie === 'NONE') return [];
  if (tie === 'EXECUTION_DIFFICULTY') return [execution, difficulty];
  const panel = fewest<Sheet>({ code: 'PANEL_DEDUCTIONS', clause }, (sheet) =>
    fewerAndFewerMarks(routineIn(sheet)?.counting ?? []),
  );
  return [execution, panel];
}

/** Sums of the smallest n-1, n-2 ... 1 counting deductions: as many marks on each side, so sums compare like means. */
function fewerAndFewerMarks(counting: readonly Micro[]): readonly number[] {
  const sums: number[] = [];
  for (let number = counting.length - 1; number > 0; number -= 1) {
    sums.push(counting.slice(0, number).reduce((total, mark) => total + mark, 0));
  }
  return sums;
}

/** The mean of two vaults; who is entered for two and does not start one of them has half of the other. */
export function twoVaultsList(
  first: string,
  second: string,
  precision: Precision,
  clause: string,
): ApparatusList {
  const parts = [first, second];
  const vaultsIn = (sheet: Sheet): SheetRoutine[] =>
    sheet.routines.filter(({ part }) => parts.includes(part));
  const best = (read: (routine: Routine) => Micro) => (sheet: Sheet) =>
    vaultsIn(sheet).reduce((greatest, routine) => Math.max(greatest, read(routine)), 0);
  const mean = (sheet: Sheet): Micro =>
    rounded(vaultsIn(sheet).reduce((total, { score }) => total + score, 0) / parts.length, precision);
  const standing = (sheet: Sheet): Standing => {
    const done = vaultsIn(sheet).map(({ part }) => part);
    const other = done.length === 1 ? parts.find((part) => !done.includes(part)) : undefined;
    if (sheet.irm === null && other !== undefined && sheet.partIrms.has(other)) return RANKED;
    return standingOn(parts, sheet);
  };
  return {
    criteria: [
      most({ code: 'MEAN_OF_VAULTS', clause }, mean),
      most(
        { code: 'SINGLE_VAULT', clause },
        best((routine) => routine.score),
      ),
      most(
        { code: 'SINGLE_VAULT_EXECUTION', clause },
        best((routine) => routine.execution),
      ),
      most(
        { code: 'SINGLE_VAULT_DIFFICULTY', clause },
        best((routine) => routine.difficulty),
      ),
    ],
    standing,
    mark: (sheet) => markOf(standing(sheet).stage === 'RANKED' ? mean(sheet) : null, sheet, parts),
    gap: POINTS_BEHIND,
  };
}

const RANKED: Standing = { stage: 'RANKED', irm: null };

function standingOn(parts: readonly string[], sheet: Sheet): Standing {
  const marked = parts.map((part) => sheet.partIrms.get(part)).find((irm) => irm !== undefined);
  const irm = sheet.irm ?? marked ?? null;
  if (irm !== null) return { stage: 'IRM', irm };
  const done = parts.filter((part) => sheet.routines.some((routine) => routine.part === part)).length;
  if (done === parts.length) return RANKED;
  return { stage: done > 0 ? 'UNDERWAY' : 'WAITING', irm: null };
}

function markOf(points: Micro | null, sheet: Sheet, parts: readonly string[]): MarkOf {
  const routines = sheet.routines.filter(({ part }) => parts.includes(part));
  if (routines.length === 0) return NOTHING_SHOWN;
  return {
    result: points === null ? null : pointsText(points),
    resultType: points === null ? null : 'POINTS',
    ...(points === null ? {} : { value: points }),
    details: { judged: { parts: routines.map((routine) => partDetails(routine)) } },
  };
}

/** A routine as rows show it. */
export function partDetails({
  part,
  score,
  difficulty,
  execution,
  deduction,
  bonus,
}: Routine): JudgedPartDetails {
  return {
    part,
    score: pointsText(score),
    components: {
      D: formatDecimal(difficulty, 1),
      E: pointsText(execution),
      ...(deduction === 0 ? {} : { ND: formatDecimal(deduction, 1) }),
      ...(bonus === 0 ? {} : { B: formatDecimal(bonus, 1) }),
    },
  };
}

/** Behind the leader, as a negative number; nothing for who is level. */
export const POINTS_BEHIND: Gap = { as: 'NUMBER', decimals: 3 };
