/** Facts that cannot be right: held until an operator lets them through (venue feed, F6). */
import { formatDecimal, type Micro, ONE } from '../../src/model/decimal.ts';
import type { Fact, Score } from '../../src/model/fact.ts';
import { own } from '../../src/model/own.ts';
import type { Panel } from '../../src/rules/families/panel.ts';
import type { Objection } from '../../src/rules/held-facts.ts';
import { COMPONENT } from './judged.ts';

/** Greatest value that a component can have, in points. Difficulty is open; 12 is far beyond any routine shown. */
const MOST: Readonly<Record<string, number>> = {
  [COMPONENT.difficulty]: 12,
  [COMPONENT.execution]: 10,
  [COMPONENT.judge]: 10,
  [COMPONENT.neutral]: 10,
  [COMPONENT.bonus]: 2,
};

/** More than a routine can have. */
export const MOST_IN_ROUTINE: Micro =
  ONE * (MOST[COMPONENT.difficulty]! + MOST[COMPONENT.execution]! + MOST[COMPONENT.bonus]!);

export function checkScore(fact: Fact, elements: ReadonlySet<string>, panel: Panel): Objection | null {
  if (fact.kind !== 'score') return null;
  const { component, element, value } = fact.content;
  if (element === undefined || !elements.has(element)) {
    return {
      code: 'UNKNOWN_APPARATUS',
      message: `"${element ?? ''}" is not an apparatus of this unit (${[...elements].join(', ')})`,
    };
  }
  const most = own(MOST, component);
  if (most === undefined) {
    return {
      code: 'UNKNOWN_COMPONENT',
      message: `component "${component}" is none of ${Object.keys(MOST).join(', ')}`,
    };
  }
  if (value < 0 || value > most * ONE) {
    return {
      code: 'SCORE_OUT_OF_RANGE',
      message: `${component} of ${formatDecimal(value)} is outside 0 to ${most}`,
    };
  }
  return component === COMPONENT.judge ? checkJudge(fact.content, panel) : null;
}

function checkJudge({ judge }: Score, { judges }: Panel): Objection | null {
  const number = Number(/\d+$/.exec(judge ?? '')?.[0] ?? Number.NaN);
  if (number >= 1 && number <= judges) return null;
  return {
    code: 'UNKNOWN_JUDGE',
    message: `judge "${judge ?? ''}" is not one of the ${judges} of the execution panel (E1 to E${judges})`,
  };
}
