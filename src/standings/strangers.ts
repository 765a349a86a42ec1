import { competitorOf } from '../ledger/change.ts';
import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode } from '../model/competitor.ts';
import type { Fact } from '../model/fact.ts';
import type { Refusal } from './refusal.ts';

/** Facts about people who are not on the start list that are kept, in case it names them later. */
const STRANGERS_KEPT = 1_000;
/** Facts that wait for a start list. */
const WAITING_KEPT = 10_000;

/** F2: who is not on the start list of a unit waits for it, or is refused; both within a bound. */
export class Strangers {
  readonly #ledger: UnitLedger;
  #facts: Fact[] = [];

  constructor(ledger: UnitLedger) {
    this.#ledger = ledger;
  }

  get facts(): readonly Fact[] {
    return [...this.#facts];
  }

  takeUp(facts: readonly Fact[]): void {
    this.#facts = [...facts];
  }

  /** Keeps a fact about somebody who is not listed; adds what is to be refused because of it. */
  keep(fact: Fact, refusals: Refusal[]): void {
    const listed = this.#ledger.whole('startList') !== null;
    this.#facts.push(fact);
    // One fact, one code: what is held is not refused as well.
    if (listed && refusals.length === 0) {
      const message = `${competitorOf(fact)} is not on the start list of ${fact.unit}`;
      refusals.push({ code: 'NOT_ON_START_LIST', message, fact });
    }
    const bound = listed ? STRANGERS_KEPT : WAITING_KEPT;
    while (this.#facts.length > bound) {
      const dropped = this.#facts.shift()!;
      this.#ledger.forget(dropped);
      const message = `more than ${bound} facts wait for the start list of ${fact.unit}`;
      if (!listed) refusals.push({ code: 'WAITING_FULL', message, fact: dropped });
    }
  }

  /** Somebody is listed now: nothing waits for them any more. */
  welcome(isListed: (code: CompetitorCode) => boolean): void {
    this.#facts = this.#facts.filter((fact) => !isListed(competitorOf(fact) ?? ''));
  }
}

/** Who must be on the start list for the fact to count; null when it counts for whoever it names. */
export function mustBeListed(fact: Fact): CompetitorCode | null {
  return fact.kind === 'rankOverride' || fact.kind === 'advance' ? null : competitorOf(fact);
}
