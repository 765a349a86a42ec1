/** Lists over score sheets that show the sum over all apparatus: all-around and team. */
import type { Irm } from '../../src/model/irm.ts';
import type { Details, JudgedPartDetails } from '../../src/model/row.ts';
import type { Criterion, MarkOf, Ranked, Standing } from '../../src/rules/contract.ts';
import { most } from '../../src/rules/criteria.ts';
import { NOTHING_SHOWN, WAITING } from '../../src/rules/nothing-yet.ts';
import { POINTS_BEHIND, partDetails, pointsText } from './apparatus.ts';
import type { Sheet, SheetRoutine } from './score-sheet.ts';

/** How equal totals are separated. */
export type SumTie =
  /** Without the lowest apparatus, then without the two lowest, and so on. */
  | 'DROP_LOWEST'
  /** The same, then execution and difficulty. */
  | 'DROP_LOWEST_FIRST'
  /** Higher sum of execution scores, then of difficulty scores. */
  | 'EXECUTION_DIFFICULTY'
  | 'NONE';

export interface SumOptions {
  readonly tie: SumTie;
  readonly clause: string;
  /** Ranks by the running total while the competition goes on; otherwise only a full sheet has a rank. */
  readonly running: boolean;
  /** A gymnast without a score on one apparatus has no place at the end; a team keeps its sum. */
  readonly kind: 'ATHLETE' | 'TEAM';
  /** The apparatus that are summed. */
  readonly parts: readonly string[];
}

export type SumList = Pick<Ranked<Sheet>, 'criteria' | 'progress' | 'standing' | 'mark' | 'gap'>;

export function apparatusSum(options: SumOptions): SumList {
  const { tie, clause } = options;
  const total = most<Sheet>({ code: 'TOTAL', clause }, (sheet) => sheet.total);
  return {
    criteria: [total, ...tieCriteria(tie, clause)],
    progress: [total],
    standing: (sheet) => standingOf(sheet, options),
    mark: (sheet) => markOf(sheet, options.kind),
    gap: POINTS_BEHIND,
  };
}

function tieCriteria(tie: SumTie, clause: string): Criterion<Sheet>[] {
  if (tie === 'NONE') return [];
  const withoutLowest = most<Sheet>({ code: 'WITHOUT_LOWEST', clause }, bestApparatus);
  if (tie === 'DROP_LOWEST') return [withoutLowest];
  return [
    ...(tie === 'DROP_LOWEST_FIRST' ? [withoutLowest] : []),
    most({ code: 'SUM_OF_EXECUTION', clause }, (sheet) => sheet.execution),
    most({ code: 'SUM_OF_DIFFICULTY', clause }, (sheet) => sheet.difficulty),
  ];
}

/** Sums of the best n-1, n-2 ... 1 apparatus. */
function bestApparatus({ apparatusTotals }: Sheet): readonly number[] {
  const sums: number[] = [];
  for (let number = apparatusTotals.length - 1; number > 0; number -= 1) {
    sums.push(apparatusTotals.slice(0, number).reduce((total, points) => total + points, 0));
  }
  return sums;
}

function standingOf(sheet: Sheet, { kind, running, parts }: SumOptions): Standing {
  const irm = sheet.irm ?? (kind === 'ATHLETE' ? markFromApparatus(sheet, parts) : null);
  if (irm !== null) return { stage: 'IRM', irm };
  if (sheet.routines.length === 0) return WAITING;
  const ranked = sheet.full || kind === 'TEAM' || (running && !sheet.over);
  return { stage: ranked ? 'RANKED' : 'UNDERWAY', irm: null };
}

/** Who does not start on an apparatus has not finished the all-around; who starts on none has not started. */
function markFromApparatus({ partIrms, routines }: Sheet, parts: readonly string[]): Irm | null {
  const marks = new Set(parts.flatMap((part) => partIrms.get(part) ?? []));
  if (marks.size === 0) return null;
  if (marks.has('DSQ')) return 'DSQ';
  return routines.length === 0 && marks.size === 1 && marks.has('DNS') ? 'DNS' : 'DNF';
}

function markOf(sheet: Sheet, kind: SumOptions['kind']): MarkOf {
  if (sheet.routines.length === 0) return NOTHING_SHOWN;
  const parts = sheet.routines.map((routine) => sumPart(routine, kind));
  const details: Details = { judged: { parts } };
  return { result: pointsText(sheet.total), resultType: 'POINTS', value: sheet.total, details };
}

function sumPart(routine: SheetRoutine, kind: SumOptions['kind']): JudgedPartDetails {
  const details = partDetails(routine);
  if (kind === 'TEAM') return { ...details, athlete: routine.athlete, counts: routine.counts };
  return routine.counts ? details : { ...details, counts: false };
}
