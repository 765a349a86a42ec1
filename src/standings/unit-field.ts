import { competitorFacts } from '../ledger/competitor-facts.ts';
import { unitConditions } from '../ledger/unit-conditions.ts';
import { type Change, competitorOf, UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import { codesOf, type Fact, isMeasured, type MeasuredKind, type Setup } from '../model/fact.ts';
import { isDecided, type ResultStatus } from '../model/result-status.ts';
import type { Rsc } from '../model/rsc.ts';
import type {
  AnyUnitRule,
  CompetitorFacts,
  MarkOf,
  Objection,
  Outcome,
  Sport,
  WholeUnitContext,
} from '../rules/contract.ts';
import { type Placed, RankedList, type Starter } from '../rules/rank.ts';
import { CardMarks } from './card-marks.ts';
import type { Field } from './field.ts';
import { type Rulings, rulingsIn } from './rulings.ts';
import { SubcodeField } from './subcode-field.ts';
import { unplacedRule } from './unplaced-rule.ts';

/** Facts about people who are not on the start list that are kept, in case it names them later. */
const STRANGERS_KEPT = 1_000;
/** Facts that wait for a start list. */
const WAITING_KEPT = 10_000;

/** Why a fact has no effect now; it stays in the ledger and counts as soon as the reason is gone. */
export interface Refusal {
  readonly code:
    | 'NOT_ON_START_LIST'
    | 'WAITING_FULL'
    | 'UNKNOWN_RULE'
    | 'UNKNOWN_OPTION'
    | 'WRONG_OPTION'
    | 'NOT_READ'
    | 'FACT_HELD';
  readonly message: string;
  readonly fact: Fact;
}

/** What is made of the ledger in one go, and kept in step until something of the whole unit changes. */
interface MadeField {
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

/** One unit: its ledger, the cards that the rule makes of it, and their order. */
export class UnitField implements Field {
  readonly rsc: Rsc;
  readonly ledger = new UnitLedger();
  readonly #sport: Sport;
  #made: MadeField;
  #marks: CardMarks;
  #strangers: Fact[] = [];
  #stale = true;

  constructor(rsc: Rsc, sport: Sport) {
    this.rsc = rsc;
    this.#sport = sport;
    const context = this.#makeContext({}, [], new Map());
    const list = new RankedList<unknown>([], unplacedRule, context);
    const nothing = { setup: {}, entries: [], entryOf: new Map(), subfields: [], cards: new Map() };
    this.#made = { ...nothing, rule: unplacedRule, context, list };
    this.#marks = new CardMarks(unplacedRule, context);
  }

  get rule(): AnyUnitRule<unknown> {
    this.#refresh();
    return this.#made.rule;
  }
  get setup(): Setup {
    this.#refresh();
    return this.#made.setup;
  }
  get entries(): readonly Entry[] {
    this.#refresh();
    return this.#made.entries;
  }
  get context(): WholeUnitContext {
    this.#refresh();
    return this.#made.context;
  }
  get placed(): readonly Placed<unknown>[] {
    this.#refresh();
    return this.#made.list.placed;
  }
  /** Lists of a part of the unit, by subcode (apparatus). */
  get subfields(): readonly SubcodeField[] {
    this.#refresh();
    return this.#made.subfields;
  }

  /** Stated by the venue, or by what has come so far: nobody stays at START_LIST once something is measured. */
  get status(): ResultStatus {
    this.#refresh();
    return statusIn(this.ledger, this.#made.entryOf);
  }

  get decided(): boolean {
    return isDecided(this.status);
  }

  get rulings(): Rulings {
    return rulingsIn(this.ledger);
  }

  markOf(row: Placed<unknown>): MarkOf {
    return this.#marks.of(row);
  }

  entryOf(code: CompetitorCode): Entry | null {
    this.#refresh();
    return this.#made.entryOf.get(code) ?? null;
  }

  /** The row of a listed competitor. Throws for anybody else: ask `entryOf` first. */
  rowOf(code: CompetitorCode): Placed<unknown> {
    this.#refresh();
    const row = this.#made.list.rowOf(code);
    if (row === undefined) throw new Error(`${code} is not listed in ${this.rsc}`);
    return row;
  }

  /** Won, lost or tied; null before the unit is decided, and where there is no such thing. */
  outcomeOf({ card }: Placed<unknown>): Outcome | null {
    return this.decided ? (this.rule.outcome?.(card) ?? null) : null;
  }

  /** Takes a fact in. `change` says whose rows may be others now; `refusals` what has no effect (yet). */
  take(fact: Fact): { change: Change; refusals: readonly Refusal[] } {
    const { status } = this;
    const { test, sources } = this.ledger;
    const known = sources.size;
    const change = this.ledger.take(fact);
    const refusals: Refusal[] = [];
    const objection = this.ledger.objectionTo(fact);
    if (objection !== null) refusals.push(refusalOf(fact, objection));
    this.#noteStranger(fact, refusals);
    if (change === 'UNIT' || status !== this.status || test !== this.ledger.test) {
      this.#stale = true;
      return { change: 'UNIT', refusals };
    }
    // What is shown can be relied on as far as every source that said something of the unit.
    if (change === 'NOTHING') return { change: sources.size === known ? change : 'ABOUT', refusals };
    if (change === 'ABOUT') return { change, refusals };
    const competitors = this.#renew(change.competitors);
    return { change: competitors.length === 0 ? 'NOTHING' : { competitors }, refusals };
  }

  /** New cards for the entries that the codes belong to; of a rule over the whole unit, those that say something new. */
  #renew(codes: readonly CompetitorCode[]): CompetitorCode[] {
    const { entryOf, rule, context, cards } = this.#made;
    if (rule.cards !== undefined) return this.#renewWhole(rule.cards(context, cards));
    const renewed = new Set(codes.flatMap((code) => entryOf.get(code) ?? []));
    for (const entry of renewed)
      this.#set({ entry, card: rule.card(entry, context.factsOf(entry.competitor.code), context) });
    return Array.from(renewed, ({ competitor }) => competitor.code);
  }

  #renewWhole(cards: ReadonlyMap<CompetitorCode, unknown>): CompetitorCode[] {
    const { entries, cards: before } = this.#made;
    this.#made = { ...this.#made, cards };
    const renewed = entries.filter(({ competitor: { code } }) => cards.get(code) !== before.get(code));
    for (const entry of renewed) this.#set({ entry, card: cards.get(entry.competitor.code) });
    return renewed.map(({ competitor }) => competitor.code);
  }

  #set(starter: Starter<unknown>): void {
    this.#made.list.set(starter);
    for (const subfield of this.#made.subfields) subfield.set(starter);
  }

  /** F2: who is not on the start list waits for it, or is refused; both within a bound. */
  #noteStranger(fact: Fact, refusals: Refusal[]): void {
    const code = competitorOf(fact);
    if (code === null || fact.kind === 'rankOverride' || fact.kind === 'advance') return;
    const listed = this.ledger.whole('startList');
    if (listed !== null && this.entryOf(code) !== null) return;
    this.#strangers.push(fact);
    // One fact, one code: what is held is not refused as well.
    if (listed !== null && refusals.length === 0) {
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

  /**
   * Makes everything anew from the ledger: after a setup, a start list, a status, a decision. A rule
   * that throws leaves the unit as it was, so that lists of several units can go on reading it.
   */
  #refresh(): void {
    if (!this.#stale) return;
    this.#stale = false;
    const { rsc, ledger } = this;
    const setup = ledger.whole('setup')?.content ?? {};
    const entries = ledger.whole('startList')?.content.entries ?? [];
    const rule: AnyUnitRule<unknown> = this.#sport.unitRule(rsc, setup) ?? unplacedRule;
    const examined = { unit: rsc, setup, entries };
    ledger.examineBy(
      (fact) =>
        this.#unknownRule(fact) ??
        notRead(fact, rule) ??
        unknownIrm(fact, rule) ??
        rule.check?.(fact, examined) ??
        null,
    );
    const entryOf = entriesByCode(entries);
    const context = this.#makeContext(setup, entries, entryOf);
    const cards = rule.cards?.(context, this.#made.cards) ?? new Map<CompetitorCode, unknown>();
    const starters = entries.map((entry) => ({
      entry,
      card: cardIn(rule, cards, entry, context),
    }));
    const list = new RankedList(starters, rule, context);
    const subfields = (rule.subcodes?.(context) ?? []).map(
      (definition) => new SubcodeField(definition, starters, context),
    );
    this.#strangers = this.#strangers.filter((fact) => !entryOf.has(competitorOf(fact) ?? ''));
    this.#made = { setup, entries, entryOf, rule, context, cards, list, subfields };
    this.#marks = new CardMarks(rule, context);
  }

  /** A setup that asks for a rule nobody knows must not take the rule away from a unit that has one. */
  #unknownRule(fact: Fact): Objection | null {
    if (fact.kind !== 'setup' || this.#sport.unitRule(this.rsc, fact.content) !== null) return null;
    return {
      code: 'UNKNOWN_RULE',
      message: `${this.#sport.name} has no rule "${fact.content.rule}" for ${this.rsc}`,
    };
  }

  #makeContext(
    setup: Setup,
    entries: readonly Entry[],
    entryOf: ReadonlyMap<CompetitorCode, Entry>,
  ): WholeUnitContext {
    const { ledger } = this;
    const status = statusIn(ledger, entryOf);
    return {
      unit: this.rsc,
      setup,
      status,
      complete: isDecided(status),
      start:
        ledger.all('start').find(({ content }) => content.competitor === undefined && content.false !== true)
          ?.content ?? null,
      conditions: unitConditions(ledger),
      orders: ledger.all('order').map(({ content }) => content),
      entries,
      // Asked when they are read: a clock that ticks makes nothing anew that does not show it.
      get clock() {
        return ledger.whole('clock')?.content ?? null;
      },
      get actions() {
        return ledger.all('action').map(({ content }) => content);
      },
      holds: [],
      factsOf: (code): CompetitorFacts => competitorFacts(ledger.about(code)),
    };
  }
}

function cardIn(
  rule: AnyUnitRule<unknown>,
  cards: ReadonlyMap<CompetitorCode, unknown>,
  entry: Entry,
  context: WholeUnitContext,
): unknown {
  const { code } = entry.competitor;
  return rule.card === undefined ? cards.get(code) : rule.card(entry, context.factsOf(code), context);
}

function entriesByCode(entries: readonly Entry[]): Map<CompetitorCode, Entry> {
  const entryOf = new Map<CompetitorCode, Entry>();
  for (const entry of entries) for (const code of codesOf(entry.competitor)) entryOf.set(code, entry);
  return entryOf;
}

function statusIn(ledger: UnitLedger, entryOf: ReadonlyMap<CompetitorCode, Entry>): ResultStatus {
  const stated = ledger.whole('status')?.content.result ?? 'START_LIST';
  if (stated !== 'START_LIST') return stated;
  return ledger.hasBegun((code) => entryOf.has(code)) ? 'LIVE' : 'START_LIST';
}

/** Codes of their own; what a rule objects to in a value is held under one code for all sports. */
const REFUSED: readonly string[] = [
  'UNKNOWN_RULE',
  'UNKNOWN_OPTION',
  'WRONG_OPTION',
  'NOT_READ',
] satisfies Refusal['code'][];

export function refusalOf(fact: Fact, { code, message }: Objection): Refusal {
  return REFUSED.includes(code)
    ? { code: code as Refusal['code'], message, fact }
    : { code: 'FACT_HELD', message: `${code}: ${message}`, fact };
}

/** What no card is made of is said to be so: a venue that sends it expects an effect. */
function notRead({ kind }: Fact, { reads }: AnyUnitRule<unknown>): Objection | null {
  return !isMeasured(kind) || reads.includes(kind) ? null : notReadHere(kind, reads);
}

/** `reads`: what would be read of the unit, phase or event. */
export const notReadHere = (kind: MeasuredKind, reads: readonly MeasuredKind[]): Objection => ({
  code: 'NOT_READ',
  message: `${kind} is not read here, ${reads.join(', ') || 'nothing measured'} is`,
  refused: true,
});

/** A mark that the sport does not have is a slip of the hand: it must not reach a screen as it is. */
function unknownIrm(fact: Fact, { irmOrder, irmRanked = [] }: AnyUnitRule<unknown>): Objection | null {
  if (fact.kind !== 'irm' || fact.content.code === null || irmOrder.length === 0) return null;
  const known = [...irmOrder, ...irmRanked];
  if (known.includes(fact.content.code)) return null;
  return { code: 'UNKNOWN_IRM', message: `${fact.content.code} is none of ${known.join(' ')}` };
}
