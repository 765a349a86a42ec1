/** A dive and what it is worth: awards of the panel, what the referee declared, degree of difficulty. */
import { formatDecimal, type Micro, ONE } from '../../src/model/decimal.ts';
import type { Score } from '../../src/model/fact.ts';
import type { JudgedRound } from '../../src/rules/families/judged-rounds.ts';
import { type MarkLimits, marksOf, panelSum } from '../../src/rules/families/panel.ts';
import { HUNDREDTH, roundHalfUp } from '../../src/rules/rounding.ts';
import { AWARD, type DivingPanel, HIGHEST_AWARD } from './editions.ts';

/** Components of a `score` fact beside the awards. */
export const COMPONENT = {
  /** Degree of difficulty; its `element` is the number of the dive, `5255B`. */
  difficulty: 'DD',
  /** What the referee takes off each award: 2 points for a re-start. */
  deduction: 'DED',
  /** Awards can be no more than this, of both divers or of one (`MAX1`, `MAX2`). */
  most: 'MAX',
  mostOfFirst: 'MAX1',
  mostOfSecond: 'MAX2',
  /** 1: a failed dive, worth nothing. */
  failed: 'FAIL',
} as const;

/** Letters of judges by the award that they give, as lists show them: `J3`, `E5`, `S1`. */
const LETTERS: Readonly<Record<string, string>> = {
  [AWARD.execution]: 'J',
  [AWARD.first]: 'E',
  [AWARD.second]: 'E',
  [AWARD.synchronisation]: 'S',
};

const EXECUTION: readonly string[] = [AWARD.execution, AWARD.first, AWARD.second];

/** Null until the panel is complete and the dive is known; a failed dive needs neither. */
export function worthOf(
  scores: readonly Score[],
  { groups, factor }: DivingPanel,
): Omit<JudgedRound, 'round' | 'athlete'> | null {
  const said = (component: string): Micro | null =>
    scores.find((score) => score.component === component)?.value ?? null;
  const components = shownOf(scores);
  if ((said(COMPONENT.failed) ?? 0) > 0) return { points: 0, components: { ...components, FAILED: 'F' } };
  const difficulty = said(COMPONENT.difficulty);
  const limitsOf = (component: string): MarkLimits => limitsIn(component, said);
  const sum = panelSum(scores, groups, limitsOf);
  if (difficulty === null || sum === null) return null;
  if (isFailedByPanel(scores, groups)) return { points: 0, components: { ...components, FAILED: 'F' } };
  const points = ((sum / HALF) * (difficulty / TENTH_OF_POINT) * (factor / TENTH_OF_POINT) * ONE) / PARTS;
  return { points: roundHalfUp(points, HUNDREDTH), components };
}

/** Awards are halves, difficulty and factor tenths: their product is whole in these, and exact. */
const HALF: Micro = ONE / 2;
const TENTH_OF_POINT: Micro = ONE / 10;
const PARTS = 200;

/** A re-start costs on every award (D 6.22, 6.23, 9.6); a wrong position or arms bound the awards of execution (D 6.17, 6.19). */
function limitsIn(component: string, said: (component: string) => Micro | null): MarkLimits {
  const own = component === AWARD.first ? COMPONENT.mostOfFirst : COMPONENT.mostOfSecond;
  const isOfOne = component === AWARD.first || component === AWARD.second;
  const most = EXECUTION.includes(component)
    ? Math.min(said(COMPONENT.most) ?? HIGHEST_AWARD, (isOfOne ? said(own) : null) ?? HIGHEST_AWARD)
    : HIGHEST_AWARD;
  return { deduction: said(COMPONENT.deduction) ?? 0, most };
}

/** All judges of one diver, or all of synchronisation, give nothing: the dive is failed (D 9.9, 9.10). */
function isFailedByPanel(scores: readonly Score[], groups: DivingPanel['groups']): boolean {
  if (!groups.some(({ components }) => components.includes(AWARD.synchronisation))) return false;
  return groups
    .flatMap(({ components }) => components)
    .some((component) => {
      const group = groups.find(({ components }) => components.includes(component))!;
      const marks = marksOf(scores, { ...group, components: [component] }, () => NO_LIMITS);
      return marks.length > 0 && marks.every((mark) => mark === 0);
    });
}

const NO_LIMITS: MarkLimits = { deduction: 0, most: HIGHEST_AWARD };

/** Number and difficulty of the dive, awards as the judges gave them, what was taken off. */
function shownOf(scores: readonly Score[]): Readonly<Record<string, string>> {
  const shown: Record<string, string> = {};
  for (const { component, element, judge, value } of scores) {
    const letter = LETTERS[component];
    if (letter !== undefined) shown[`${letter}${judge ?? ''}`] = formatDecimal(value, 1);
    else if (component === COMPONENT.difficulty) {
      shown.DD = formatDecimal(value, 1);
      if (element !== undefined) shown.DIVE = element;
    } else if (component === COMPONENT.deduction && value > 0) shown.PEN = formatDecimal(value, 1);
  }
  return shown;
}
