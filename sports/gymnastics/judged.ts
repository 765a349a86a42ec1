/**
 * A routine and its score: difficulty, execution, neutral deductions, bonus. The execution score
 * comes as such or as the marks of a panel, of which the highest and lowest are dropped.
 */
import type { Micro } from '../../src/model/decimal.ts';
import { ONE } from '../../src/model/decimal.ts';
import type { Score } from '../../src/model/fact.ts';
import { countingMarks as counting, type Panel } from '../../src/rules/families/panel.ts';
import type { Precision } from '../../src/rules/rounding.ts';
import { rounded } from '../../src/rules/rounding.ts';

/** Components of a `score` fact that this family reads. */
export const COMPONENT = {
  difficulty: 'D',
  /** The execution score as the panel published it. */
  execution: 'E',
  /** The deductions of one judge of the execution panel; `judge` names which. */
  judge: 'EJ',
  /** Points taken off after the panels are done: steps outside, time, attire. A positive number. */
  neutral: 'ND',
  bonus: 'B',
} as const;

export interface Scoring {
  readonly panel: Panel;
  /** How means are cut to what is published. */
  readonly precision: Precision;
}

export interface Routine {
  /** Apparatus, with the number of the vault: `FX`, `VT1`. */
  readonly part: string;
  readonly difficulty: Micro;
  readonly execution: Micro;
  readonly deduction: Micro;
  readonly bonus: Micro;
  readonly score: Micro;
  /** Counting deductions of the panel, smallest first; empty when the feed gives the execution score as such. */
  readonly counting: readonly Micro[];
}

const PERFECT: Micro = 10 * ONE;

/** The routine that these scores make; null while difficulty or execution is missing. */
export function routineOf(part: string, scores: readonly Score[], scoring: Scoring): Routine | null {
  const difficulty = markOf(scores, COMPONENT.difficulty);
  const panel = countingMarks(scores, scoring.panel);
  const execution = markOf(scores, COMPONENT.execution) ?? executionOf(panel, scoring.precision);
  if (difficulty === null || execution === null) return null;
  const deduction = sumOf(scores, COMPONENT.neutral);
  const bonus = sumOf(scores, COMPONENT.bonus);
  const score = Math.max(0, difficulty + execution - deduction + bonus);
  return { part, difficulty, execution, deduction, bonus, score, counting: panel };
}

/** Ten points less the mean of the counting deductions; null while the panel is not complete. */
function executionOf(counting: readonly Micro[], precision: Precision): Micro | null {
  if (counting.length === 0) return null;
  const sum = counting.reduce((total, mark) => total + mark, 0);
  return rounded((PERFECT * counting.length - sum) / counting.length, precision);
}

/** Deductions that count, smallest first; empty while a judge is missing. */
export const countingMarks = (scores: readonly Score[], panel: Panel): readonly Micro[] =>
  counting(
    scores.filter(({ component }) => component === COMPONENT.judge).map(({ value }) => value),
    panel,
  );

const markOf = (scores: readonly Score[], component: string): Micro | null =>
  scores.find((score) => score.component === component)?.value ?? null;

const sumOf = (scores: readonly Score[], component: string): Micro =>
  scores.reduce((total, score) => (score.component === component ? total + score.value : total), 0);
