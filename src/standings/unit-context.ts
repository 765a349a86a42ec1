import { competitorFacts } from '../ledger/competitor-facts.ts';
import { unitConditions } from '../ledger/unit-conditions.ts';
import type { UnitLedger } from '../ledger/unit-ledger.ts';
import { unitStart } from '../ledger/unit-start.ts';
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { IrmContent, Setup } from '../model/fact.ts';
import { isDecided } from '../model/result-status.ts';
import type { Rsc } from '../model/rsc.ts';
import type { AnyUnitRule, CompetitorFacts, HeldUnit, WholeUnitContext } from '../rules/contract.ts';
import type { RankedList } from '../rules/rank.ts';
import type { SubcodeField } from './subcode-field.ts';

/** What is made of the ledger in one go, and kept in step until something of the whole unit changes. */
export interface MadeField {
  readonly setup: Setup;
  readonly entries: readonly Entry[];
  /** Who is listed by a code: the competitor itself, or the team of a member. */
  readonly entryOf: ReadonlyMap<CompetitorCode, Entry>;
  readonly rule: AnyUnitRule<unknown>;
  readonly context: WholeUnitContext;
  /** Of rules that make all cards at once. */
  readonly cards: ReadonlyMap<CompetitorCode, unknown>;
  readonly list: RankedList<unknown>;
  readonly subfields: readonly SubcodeField[];
}

/** What was said of somebody in a unit. `over`: the marks that hold for everything around it. */
export function factsWithin(
  ledger: UnitLedger,
  code: CompetitorCode,
  over: readonly IrmContent[],
): CompetitorFacts {
  const facts = competitorFacts(ledger.about(code));
  if (over.length === 0) return facts;
  return { ...facts, irms: [...over.map((irm) => ({ ...irm, above: true as const })), ...facts.irms] };
}

/** What a rule can ask of a unit, beside the cards. */
export function unitContext(
  { rsc, ledger }: { readonly rsc: Rsc; readonly ledger: UnitLedger },
  said: Pick<WholeUnitContext, 'setup' | 'entries' | 'status'>,
  held: () => readonly HeldUnit[],
  factsOf: (code: CompetitorCode) => CompetitorFacts,
): WholeUnitContext {
  return {
    unit: rsc,
    ...said,
    complete: isDecided(said.status),
    start: unitStart(ledger),
    conditions: unitConditions(ledger),
    orders: ledger.all('order').map(({ content }) => content),
    // Asked when they are read: a clock that ticks makes nothing anew that does not show it.
    get clock() {
      return ledger.whole('clock')?.content ?? null;
    },
    get actions() {
      return ledger.all('action').map(({ content }) => content);
    },
    get holds() {
      return held();
    },
    factsOf,
  };
}
