/** Facts that cannot be right: held until an operator lets them through (venue feed, F6). */
import { decimal, formatDecimal, type Micro, ONE } from '../../src/model/decimal.ts';
import type { Fact, Score } from '../../src/model/fact.ts';
import type { Objection } from '../../src/rules/held-facts.ts';
import { COMPONENT } from './dive.ts';
import { type DivingPanel, HIGHEST_AWARD } from './editions.ts';

const HALF: Micro = ONE / 2;
const TENTH: Micro = ONE / 10;

/** The table of difficulties goes from 1.0 to 4.9; dives that are not in it are worked out by its formula. */
export const DIFFICULTY = { least: decimal('1'), most: decimal('5.5') };

const CAPS: readonly string[] = [COMPONENT.most, COMPONENT.mostOfFirst, COMPONENT.mostOfSecond];

/** What the referee can declare: 2 points off, 2 or 4 1/2 at most; nothing, all ten, takes it back. */
const DEDUCTIONS: readonly Micro[] = [0, 2 * ONE];
const MOST: readonly Micro[] = [2 * ONE, decimal('4.5'), HIGHEST_AWARD];

/** Group, half somersaults and position (D 1.5): forward, back, reverse, inward; twisting with its direction; armstand. */
const DIVE = /^(?:[1-4][01]\d{1,2}|5[1-4]\d{2,3}|6[1-4]\d{1,3})[ABCD]$/;

export function checkDive(
  fact: Fact,
  rounds: number,
  panelOf: (round: number) => DivingPanel,
): Objection | null {
  if (fact.kind !== 'score') return null;
  const { content } = fact;
  const { round, component } = content;
  if (round === undefined || round < 1 || round > rounds)
    return {
      code: 'UNKNOWN_ROUND',
      message: `round ${round ?? 'none'} is not one of the ${rounds} of this contest`,
    };
  if (component === COMPONENT.difficulty) return checkDifficulty(content);
  if (component === COMPONENT.deduction) return oneOfThese(content, DEDUCTIONS);
  if (component === COMPONENT.failed) return oneOfThese(content, [0, ONE]);
  if (CAPS.includes(component)) return oneOfThese(content, MOST);
  return checkAward(content, panelOf(round));
}

function checkDifficulty({ element, value }: Score): Objection | null {
  if (element !== undefined && !DIVE.test(element))
    return { code: 'UNKNOWN_DIVE', message: `"${element}" is no number of a dive with its position` };
  const { least, most } = DIFFICULTY;
  if (value >= least && value <= most && value % TENTH === 0) return null;
  return {
    code: 'IMPOSSIBLE_DIFFICULTY',
    message: `${formatDecimal(value)} is no degree of difficulty (${formatDecimal(least)} to ${formatDecimal(most)} in tenths)`,
  };
}

function oneOfThese({ component, value }: Score, values: readonly Micro[]): Objection | null {
  if (values.includes(value)) return null;
  const known = values.map((each) => formatDecimal(each)).join(', ');
  return {
    code: 'SCORE_OUT_OF_RANGE',
    message: `${component} of ${formatDecimal(value)} is none of ${known}`,
  };
}

function checkAward({ component, judge, value }: Score, { groups }: DivingPanel): Objection | null {
  const known = groups.flatMap(({ components }) => components);
  if (!known.includes(component)) {
    const others = [...known, ...Object.values(COMPONENT)].join(', ');
    return { code: 'UNKNOWN_COMPONENT', message: `component "${component}" is none of ${others}` };
  }
  const judges = groups.reduce((sum, group) => sum + group.judges, 0);
  const number = Number(judge);
  if (!Number.isInteger(number) || number < 1 || number > judges)
    return {
      code: 'UNKNOWN_JUDGE',
      message: `judge "${judge ?? ''}" is not one of the ${judges} of the panel`,
    };
  if (value >= 0 && value <= HIGHEST_AWARD && value % HALF === 0) return null;
  return { code: 'IMPOSSIBLE_AWARD', message: `${formatDecimal(value)} is no award: 0 to 10 in halves` };
}
