import { FACTS_OF_UNIT, FACTS_PER_COMPETITOR } from '../ledger/bounds.ts';
import { competitorOf } from '../ledger/change.ts';
import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { Fact } from '../model/fact.ts';
import { eventRsc, levelOf } from '../model/rsc.ts';
import type { Objection } from '../rules/held-facts.ts';

/** Why a fact has no effect now; it stays in the ledger and counts as soon as the reason is gone. */
export interface Refusal {
  readonly code:
    | 'NOT_ON_START_LIST'
    | 'WAITING_FULL'
    | 'UNKNOWN_RULE'
    | 'UNKNOWN_OPTION'
    | 'WRONG_OPTION'
    | 'NOT_READ'
    | 'NOT_AS_EXPECTED'
    | 'COMPETITOR_FULL'
    | 'UNIT_FULL'
    | 'EVENT_FULL'
    | 'UNIT_STOPPED'
    | 'FACT_HELD';
  readonly message: string;
  readonly fact: Fact;
}

/** Codes of their own; what a rule objects to in a value is held under one code for all sports. */
const REFUSED: readonly string[] = [
  'UNKNOWN_RULE',
  'UNKNOWN_OPTION',
  'WRONG_OPTION',
  'NOT_READ',
] satisfies Refusal['code'][];

/** An event that left memory cannot be read back: nothing is made of a fact about it. */
export const notThere = (fact: Fact): Refusal => ({
  code: 'UNIT_STOPPED',
  message: `what was said of ${fact.unit} before cannot be read back`,
  fact,
});

/** The fact's precondition does not hold. */
export const notAsExpected = (fact: Fact): Refusal => ({
  code: 'NOT_AS_EXPECTED',
  message: 'another fact holds by now than the one that is to be replaced',
  fact,
});

/** Units of one event, whatever was said of them: with each that is new, those that are there are looked at. */
export const UNITS_OF_EVENT = 2_000;

/**
 * Why a fact is not taken in at all; null when it is. `ledger`: of what it is about; null when nothing was said of that. `units`: how many its
 * event has.
 */
export function refusedOutright(fact: Fact, ledger: UnitLedger | null, units: number): Refusal | null {
  const isAsExpected = ledger?.isAsExpected(fact) ?? (fact.expects?.seq ?? 0) === 0;
  if (!isAsExpected) return notAsExpected(fact);
  if (ledger === null) {
    if (units < UNITS_OF_EVENT || levelOf(fact.unit) !== 'unit') return null;
    return { code: 'EVENT_FULL', message: `${eventRsc(fact.unit)} has ${units} units`, fact };
  }
  switch (ledger.fullOf(fact)) {
    case 'COMPETITOR': {
      const about = `${FACTS_PER_COMPETITOR} facts about ${competitorOf(fact)} hold in ${fact.unit}`;
      return { code: 'COMPETITOR_FULL', message: `${about}: there is room once some are withdrawn`, fact };
    }
    case 'UNIT': {
      const about = `${FACTS_OF_UNIT} facts like this hold of ${fact.unit}`;
      return { code: 'UNIT_FULL', message: `${about}: there is room once some are withdrawn`, fact };
    }
    case null:
      return null;
  }
}

export function refusalOf(fact: Fact, { code, message }: Objection): Refusal {
  return REFUSED.includes(code)
    ? { code: code as Refusal['code'], message, fact }
    : { code: 'FACT_HELD', message: `${code}: ${message}`, fact };
}

/** Why a fact that was just taken has no effect, and which others have none any more because of it. */
export function refusalsOf(fact: Fact, ledger: UnitLedger): Refusal[] {
  return [...new Set([fact, ...ledger.nowHeld])].flatMap((held) => {
    const objection = ledger.objectionTo(held);
    return objection === null ? [] : [refusalOf(held, objection)];
  });
}
