import { competitorFacts } from '../ledger/competitor-facts.ts';
import { type Change, competitorOf, UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import { codesOf, type Fact, type Setup } from '../model/fact.ts';
import { isDecided, type ResultStatus } from '../model/result-status.ts';
import type { Rsc } from '../model/rsc.ts';
import type { CompetitorFacts, MarkOf, Objection, Sport, UnitContext, UnitRule } from '../rules/contract.ts';
import { type Placed, RankedList } from '../rules/rank.ts';
import { CardMarks } from './card-marks.ts';
import type { Field } from './field.ts';
import { SubcodeField } from './subcode-field.ts';
import { unplacedRule } from './unplaced-rule.ts';

/** Facts about people who are not on the start list that are kept, in case it names them later. */
const STRANGERS_KEPT = 1_000;
/** Facts that wait for a start list. */
const WAITING_KEPT = 10_000;

/** Why a fact has no effect now; it stays in the ledger and counts as soon as the reason is gone. */
export interface Refusal {
  readonly code: 'NOT_ON_START_LIST' | 'WAITING_FULL' | 'UNKNOWN_RULE' | 'FACT_HELD';
  readonly message: string;
  readonly fact: Fact;
}

/** One unit: its ledger, the cards that the rule makes of it, and their order. */
export class UnitField implements Field {
  readonly rsc: Rsc;
  readonly ledger = new UnitLedger();
  readonly #sport: Sport;
  #rule: UnitRule<unknown>;
  #setup: Setup = {};
  #entries: readonly Entry[] = [];
  /** Who is listed by a code: the competitor itself, or the team of a member. */
  readonly #entryOf = new Map<CompetitorCode, Entry>();
  #context: UnitContext;
  #list: RankedList<unknown>;
  #subfields: readonly SubcodeField[] = [];
  #marks: CardMarks;
  #strangers: Fact[] = [];
  #stale = true;

  constructor(rsc: Rsc, sport: Sport) {
    this.rsc = rsc;
    this.#sport = sport;
    this.#rule = unplacedRule;
    this.#context = this.#makeContext();
    this.#list = new RankedList([], this.#rule, this.#context);
    this.#marks = new CardMarks(this.#rule, this.#context);
  }

  get rule(): UnitRule<unknown> {
    this.#refresh();
    return this.#rule;
  }
  get setup(): Setup {
    this.#refresh();
    return this.#setup;
  }
  get entries(): readonly Entry[] {
    this.#refresh();
    return this.#entries;
  }
  get context(): UnitContext {
    this.#refresh();
    return this.#context;
  }
  get placed(): readonly Placed<unknown>[] {
    this.#refresh();
    return this.#list.placed;
  }
  /** Lists of a part of the unit, by subcode (apparatus). */
  get subfields(): readonly SubcodeField[] {
    this.#refresh();
    return this.#subfields;
  }

  /** Stated by the venue, or by what has come so far: nobody stays at START_LIST once something is measured. */
  get status(): ResultStatus {
    const stated = this.ledger.whole('status')?.content.result ?? 'START_LIST';
    return stated === 'START_LIST' && this.ledger.begun ? 'LIVE' : stated;
  }

  get decided(): boolean {
    return isDecided(this.status);
  }

  markOf(row: Placed<unknown>): MarkOf {
    return this.#marks.of(row);
  }

  entryOf(code: CompetitorCode): Entry | null {
    this.#refresh();
    return this.#entryOf.get(code) ?? null;
  }

  /** The row of a listed competitor. Throws for anybody else: ask `entryOf` first. */
  rowOf(code: CompetitorCode): Placed<unknown> {
    this.#refresh();
    const row = this.#list.rowOf(code);
    if (row === undefined) throw new Error(`${code} is not listed in ${this.rsc}`);
    return row;
  }

  /** Takes a fact in. `change` says whose rows may be others now; `refusals` what has no effect (yet). */
  take(fact: Fact): { change: Change; refusals: readonly Refusal[] } {
    const begun = this.ledger.begun;
    const status = this.status;
    const change = this.ledger.take(fact);
    const refusals: Refusal[] = [];
    const objection = this.ledger.objectionTo(fact);
    if (objection !== null)
      refusals.push({ code: 'FACT_HELD', message: `${objection.code}: ${objection.message}`, fact });
    this.#noteStranger(fact, refusals);
    if (
      change === 'UNIT' ||
      (change !== 'NOTHING' && (begun !== this.ledger.begun || status !== this.status))
    ) {
      this.#stale = true;
      return { change: 'UNIT', refusals };
    }
    if (change === 'NOTHING' || this.#stale) return { change, refusals };
    return { change: { competitors: this.#renew(change.competitors) }, refusals };
  }

  /** New cards for the entries that the codes belong to. */
  #renew(codes: readonly CompetitorCode[]): CompetitorCode[] {
    const renewed: CompetitorCode[] = [];
    for (const code of codes) {
      const entry = this.#entryOf.get(code);
      if (entry === undefined) continue;
      const card = this.#rule.card(entry, this.#context.factsOf(entry.competitor.code), this.#context);
      this.#list.set({ entry, card });
      for (const subfield of this.#subfields) subfield.set({ entry, card });
      renewed.push(entry.competitor.code);
    }
    return renewed;
  }

  /** F2: who is not on the start list waits for it, or is refused; both within a bound. */
  #noteStranger(fact: Fact, refusals: Refusal[]): void {
    const code = competitorOf(fact);
    if (code === null || fact.kind === 'rankOverride' || fact.kind === 'advance') return;
    const listed = this.ledger.whole('startList');
    if (listed !== null && this.entryOf(code) !== null) return;
    this.#strangers.push(fact);
    if (listed !== null) {
      refusals.push({
        code: 'NOT_ON_START_LIST',
        message: `${code} is not on the start list of ${this.rsc}`,
        fact,
      });
    }
    const bound = listed === null ? WAITING_KEPT : STRANGERS_KEPT;
    while (this.#strangers.length > bound) {
      const dropped = this.#strangers.shift()!;
      this.ledger.forget(dropped);
      if (listed === null) {
        refusals.push({
          code: 'WAITING_FULL',
          message: `more than ${bound} facts wait for the start list of ${this.rsc}`,
          fact: dropped,
        });
      }
    }
  }

  /** Makes everything anew from the ledger: after a setup, a start list, a status, a decision. */
  #refresh(): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.#setup = this.ledger.whole('setup')?.content ?? {};
    this.#entries = this.ledger.whole('startList')?.content.entries ?? [];
    this.#entryOf.clear();
    for (const entry of this.#entries)
      for (const code of codesOf(entry.competitor)) this.#entryOf.set(code, entry);
    this.#strangers = this.#strangers.filter((fact) => !this.#entryOf.has(competitorOf(fact) ?? ''));
    this.#rule = this.#sport.unitRule(this.rsc, this.#setup) ?? unplacedRule;
    const examined = { unit: this.rsc, setup: this.#setup, entries: this.#entries };
    this.ledger.examineBy((fact): Objection | null => this.#rule.check?.(fact, examined) ?? null);
    this.#context = this.#makeContext();
    const starters = this.#entries.map((entry) => ({
      entry,
      card: this.#rule.card(entry, this.#context.factsOf(entry.competitor.code), this.#context),
    }));
    this.#list = new RankedList(starters, this.#rule, this.#context);
    this.#marks = new CardMarks(this.#rule, this.#context);
    const lists = this.#rule.subcodes?.(this.#context) ?? [];
    this.#subfields = lists.map((list) => new SubcodeField(list, starters, this.#context));
  }

  #makeContext(): UnitContext {
    const { ledger } = this;
    return {
      unit: this.rsc,
      setup: this.#setup,
      status: this.status,
      complete: this.decided,
      start:
        ledger.all('start').find(({ content }) => content.competitor === undefined && content.false !== true)
          ?.content ?? null,
      conditions:
        ledger.all('conditions').find(({ content }) => content.competitor === undefined)?.content ?? null,
      orders: ledger.all('order').map(({ content }) => content),
      entries: this.#entries,
      factsOf: (code): CompetitorFacts => competitorFacts(ledger.about(code)),
    };
  }
}
