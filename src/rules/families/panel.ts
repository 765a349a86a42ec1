/**
 * Panels of judges: of the marks that judges give for the same thing, so many at each end are dropped, and the others count. Of
 * equal marks at an end only as many are dropped as the rule says.
 */
import type { Micro } from '../../model/decimal.ts';
import type { Score } from '../../model/fact.ts';

export interface Panel {
  readonly judges: number;
  /** Marks dropped at each end. */
  readonly drop: number;
}

/** Marks that count, lowest first; none while a judge is missing, or one too many has spoken. */
export function countingMarks(marks: readonly Micro[], { judges, drop }: Panel): readonly Micro[] {
  if (marks.length !== judges) return [];
  return [...marks].sort((one, other) => one - other).slice(drop, judges - drop);
}

/** Judges who mark the same side of a performance: its execution, how two are in step. */
export interface JudgeGroup extends Panel {
  readonly code: string;
  /** Components of `score` facts in which its marks come. */
  readonly components: readonly string[];
}

/** What holds of a judge's mark beside what the judge says: a penalty on it, a mark that nobody may go beyond. */
export interface MarkLimits {
  readonly deduction: Micro;
  readonly most: Micro;
}

/** The mark as it counts, never below zero. */
export const limitedMark = (mark: Micro, { deduction, most }: MarkLimits): Micro =>
  Math.max(0, Math.min(mark, most) - deduction);

/** The marks of a group among the scores of a performance, as they count. */
export const marksOf = (
  scores: readonly Score[],
  { components }: JudgeGroup,
  limitsOf: (component: string) => MarkLimits,
): readonly Micro[] =>
  scores.flatMap(({ component, value }) =>
    components.includes(component) ? [limitedMark(value, limitsOf(component))] : [],
  );

/** The sum of all marks that count, group by group; null while a group is not complete. */
export function panelSum(
  scores: readonly Score[],
  groups: readonly JudgeGroup[],
  limitsOf: (component: string) => MarkLimits,
): Micro | null {
  let sum = 0;
  for (const group of groups) {
    const counting = countingMarks(marksOf(scores, group, limitsOf), group);
    if (counting.length === 0) return null;
    for (const mark of counting) sum += mark;
  }
  return sum;
}
