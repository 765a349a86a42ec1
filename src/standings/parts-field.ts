import { competitorFacts } from '../ledger/competitor-facts.ts';
import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import { codesOf, type Setup } from '../model/fact.ts';
import { isDecided, type ResultStatus } from '../model/result-status.ts';
import type { Rsc } from '../model/rsc.ts';
import type { Contender } from '../rules/advance.ts';
import type { AnyPartsRule, CompetitorFacts, MarkOf, Part, PartsContext } from '../rules/contract.ts';
import { type Placed, RankedList } from '../rules/rank.ts';
import { CardMarks } from './card-marks.ts';
import type { Field } from './field.ts';
import { joined, type Rulings, rulingsIn } from './rulings.ts';
import type { UnitField } from './unit-field.ts';

/** The list of a phase or an event: cards made of what competitors did in its units. */
export class PartsField implements Field {
  readonly rsc: Rsc;
  readonly rule: AnyPartsRule<unknown>;
  readonly setup: Setup;
  readonly units: readonly UnitField[];
  /** What was said of the phase or event itself. */
  readonly ledger: UnitLedger;
  readonly entries: readonly Entry[];
  readonly #list: RankedList<unknown>;
  readonly #marks: CardMarks;
  readonly #context: PartsContext;
  readonly #entryOf = new Map<CompetitorCode, Entry>();
  readonly #unitOf = new Map<CompetitorCode, Rsc>();
  /** For rules that make all cards at once. */
  #cards: ReadonlyMap<CompetitorCode, unknown> = new Map();

  constructor(
    rsc: Rsc,
    rule: AnyPartsRule<unknown>,
    setup: Setup,
    ledger: UnitLedger,
    units: readonly UnitField[],
  ) {
    this.rsc = rsc;
    this.rule = rule;
    this.setup = setup;
    this.units = units;
    this.ledger = ledger;
    this.entries = ledger.whole('startList')?.content.entries ?? entriesOf(units);
    for (const entry of this.entries)
      for (const code of codesOf(entry.competitor)) this.#entryOf.set(code, entry);
    this.#context = this.#makeContext();
    this.#cards = rule.cards?.(this.#context, new Map()) ?? new Map();
    this.#list = new RankedList(
      this.entries.map((entry) => ({ entry, card: this.#cardOf(entry) })),
      rule,
      this.#context,
    );
    this.#marks = new CardMarks(rule, this.#context);
  }

  get placed(): readonly Placed<unknown>[] {
    return this.#list.placed;
  }

  get complete(): boolean {
    const regular = this.#regular;
    return regular.length > 0 && regular.every(({ decided }) => decided);
  }

  get status(): ResultStatus {
    return statusOver(this.#regular.map(({ status }) => status));
  }

  /** Of the phase or event itself; of its unit, where one unit is all that the phase has. */
  get rulings(): Rulings {
    const own = rulingsIn(this.ledger);
    const [only, ...others] = this.#regular;
    const isOne = only !== undefined && others.length === 0 && this.rule.type === 'PHASE_RESULT';
    return isOne ? joined(only.rulings, own) : own;
  }

  /** Without the extra units. */
  get #regular(): readonly UnitField[] {
    return this.units.filter(({ rsc }) => this.rule.isExtra?.(rsc) !== true);
  }

  markOf(row: Placed<unknown>): MarkOf {
    return this.#marks.of(row);
  }

  unitOf(competitor: CompetitorCode): Rsc | null {
    return this.#unitOf.get(competitor) ?? null;
  }

  /** The rows as progression sees them: keys fine enough for a qualifying place. */
  contenders(): Contender[] {
    const criteria = [...this.rule.criteria, ...(this.rule.atCut ?? [])];
    return this.placed.map(({ entry, card, rank }): Contender => {
      const { code, organisation } = entry.competitor;
      const unit = this.#unitOf.get(code) ?? this.rsc;
      const unitField = this.units.find(({ rsc }) => rsc === unit);
      return {
        competitor: code,
        organisation,
        unit,
        unitRank: unitField?.entryOf(code) ? unitField.rowOf(code).rank : rank,
        keys: rank === null ? null : criteria.map((criterion) => criterion.key(card, this.#context)),
        reaches: (standard) => this.rule.reaches?.(card, standard) ?? false,
      };
    });
  }

  /** New cards for competitors whose unit rows changed. */
  renew(competitors: readonly CompetitorCode[]): void {
    if (this.rule.cards !== undefined) {
      this.#renewAll(this.rule.cards(this.#context, this.#cards));
      return;
    }
    for (const code of competitors) {
      const entry = this.#entryOf.get(code);
      if (entry !== undefined) this.#list.set({ entry, card: this.#cardOf(entry) });
    }
  }

  /** Rules whose cards depend on each other: only the cards that say something new are placed again. */
  #renewAll(cards: ReadonlyMap<CompetitorCode, unknown>): void {
    const before = this.#cards;
    this.#cards = cards;
    for (const entry of this.entries) {
      const { code } = entry.competitor;
      if (cards.get(code) !== before.get(code)) this.#list.set({ entry, card: this.#cardOf(entry) });
    }
  }

  #cardOf(entry: Entry): unknown {
    const { code } = entry.competitor;
    const parts = this.#partsOf(code);
    const last = parts.findLast(({ unit }) => this.rule.isExtra?.(unit) !== true);
    if (last !== undefined) this.#unitOf.set(code, last.unit);
    return this.rule.card === undefined ? this.#cards.get(code) : this.rule.card(entry, parts, this.#context);
  }

  #partsOf(code: CompetitorCode): Part[] {
    const parts: Part[] = [];
    for (const unit of this.units) {
      const entry = unit.entryOf(code);
      if (entry !== null && entry.competitor.code === code) parts.push(partOf(unit, entry));
    }
    return parts;
  }

  #makeContext(): PartsContext {
    const ledger = this.ledger;
    return {
      unit: this.rsc,
      setup: this.setup,
      status: this.status,
      complete: this.complete,
      start: null,
      conditions: null,
      orders: [
        ...this.units.flatMap(({ context }) => context.orders),
        ...ledger.all('order').map(({ content }) => content),
      ],
      entries: this.entries,
      factsOf: (code): CompetitorFacts => competitorFacts(ledger.about(code)),
      partsOf: (code) => this.#partsOf(code),
    };
  }
}

function partOf(unit: UnitField, entry: Entry): Part {
  const row = unit.rowOf(entry.competitor.code);
  return {
    unit: unit.rsc,
    card: row.card,
    standing: row.standing,
    rank: row.rank,
    mark: unit.markOf(row),
    outcome: unit.outcomeOf(row),
    decided: unit.decided,
    setup: unit.setup,
  };
}

/** Everybody who starts in one of the units; the first entry of a competitor counts. */
function entriesOf(units: readonly UnitField[]): Entry[] {
  const entries = new Map<CompetitorCode, Entry>();
  for (const { entries: listed } of units) {
    for (const entry of listed)
      if (!entries.has(entry.competitor.code)) entries.set(entry.competitor.code, entry);
  }
  return [...entries.values()];
}

/** The status of a list over several units: as far as the least advanced of them. */
export function statusOver(statuses: readonly ResultStatus[]): ResultStatus {
  if (statuses.length === 0 || statuses.every((status) => status === 'START_LIST')) return 'START_LIST';
  if (statuses.every((status) => status === 'OFFICIAL')) return 'OFFICIAL';
  if (statuses.every(isDecided)) {
    if (statuses.includes('PROTESTED')) return 'PROTESTED';
    return statuses.includes('PROVISIONAL') ? 'PROVISIONAL' : 'UNOFFICIAL';
  }
  return statuses.includes('LIVE') ? 'LIVE' : 'INTERMEDIATE';
}
