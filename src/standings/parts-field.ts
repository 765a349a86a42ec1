import { competitorFacts } from '../ledger/competitor-facts.ts';
import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { IrmContent, Setup } from '../model/fact.ts';
import { isDecided, type ResultStatus } from '../model/result-status.ts';
import { NO_DETAILS } from '../model/row.ts';
import type { RowList } from '../model/row-list.ts';
import type { Rsc } from '../model/rsc.ts';
import type { Contender } from '../rules/advance.ts';
import { contenderOf } from '../rules/contenders.ts';
import type {
  AnyPartsRule,
  CompetitorFacts,
  MarkOf,
  Part,
  PartsContext,
  Standing,
} from '../rules/contract.ts';
import { type Line, type Placed, RankedList, type Starter } from '../rules/rank.ts';
import { CardMarks } from './card-marks.ts';
import { entriesByCode } from './entries.ts';
import type { Field } from './field.ts';
import { markedBy, withReason } from './irm-reason.ts';
import { joined, type Rulings, rulingsIn } from './rulings.ts';
import type { UnitField } from './unit-field.ts';

/** What a list is made of. */
export interface ListParts {
  readonly rsc: Rsc;
  readonly rule: AnyPartsRule<unknown>;
  readonly setup: Setup;
  /** What was said of the phase or event itself. */
  readonly ledger: UnitLedger;
  /** Those that nothing is known of are missing. */
  readonly units: readonly UnitField[];
  /** Units of the list that have not come, or cannot be read: until they do the list is not complete. */
  readonly missing: number;
  /** Who is listed, where that is not everybody in the units. */
  readonly listed: readonly Entry[] | null;
  /** It is not known yet who else is listed: until it is the list is not complete. */
  readonly open: boolean;
  /** The mark that holds for a competitor in the whole list; null for none. */
  irmOver(code: CompetitorCode): IrmContent | null;
}

/** The list of a phase or an event: cards made of what competitors did in its units. */
export class PartsField implements Field {
  readonly rsc: Rsc;
  readonly rule: AnyPartsRule<unknown>;
  readonly setup: Setup;
  /** Those that count. */
  readonly units: readonly UnitField[];
  readonly ledger: UnitLedger;
  readonly entries: readonly Entry[];
  readonly missing: number;
  readonly #open: boolean;
  readonly #irmOver: ListParts['irmOver'];
  readonly #list: RankedList<unknown>;
  readonly #marks: CardMarks;
  readonly #context: PartsContext;
  readonly #entryOf: ReadonlyMap<CompetitorCode, Entry>;
  readonly #unitOf = new Map<CompetitorCode, Rsc>();
  /** The units that each starts in, in their order. */
  readonly #unitsOf: ReadonlyMap<CompetitorCode, readonly UnitField[]>;
  /** For rules that make all cards at once. */
  #cards: ReadonlyMap<CompetitorCode, unknown> = new Map();

  constructor({ rsc, rule, setup, ledger, units, missing, listed, open, irmOver }: ListParts) {
    this.rsc = rsc;
    this.rule = rule;
    this.setup = setup;
    // What is cancelled, or was played again, does not count, and nobody waits for it.
    this.units = units.filter((unit) => !unit.cancelled && unit.standing === unit);
    this.missing = missing;
    this.#open = open;
    this.ledger = ledger;
    this.#irmOver = irmOver;
    this.entries = ledger.whole('startList')?.content.entries ?? listed ?? entriesOf(this.units);
    this.#entryOf = entriesByCode(this.entries);
    this.#unitsOf = unitsByCode(this.units);
    this.#context = this.#makeContext();
    this.#cards = rule.cards?.(this.#context, new Map()) ?? new Map();
    this.#list = new RankedList(
      this.entries.map((entry) => this.#starterOf(entry)),
      rule,
      this.#context,
    );
    this.#marks = new CardMarks(rule, this.#context);
  }

  get lines(): RowList<Line<unknown>> {
    return this.#list.lines;
  }

  indexOf(competitor: CompetitorCode): number {
    return this.#list.indexOf(competitor);
  }

  get placed(): readonly Placed<unknown>[] {
    return this.#list.placed;
  }

  /** What its rule can ask. */
  get context(): PartsContext {
    return this.#context;
  }

  /** Units of it have not come, or it is not known who else is listed. */
  get isAwaited(): boolean {
    return this.missing > 0 || this.#open;
  }

  get complete(): boolean {
    return this.regular.length > 0 && isDecided(this.status);
  }

  /** As far as the least advanced of its units, and no further than what was said of the list itself. */
  get status(): ResultStatus {
    const statuses = this.regular.map(({ status }) => status);
    if (this.isAwaited) statuses.push('START_LIST');
    return statusOver([...statuses, ...statedOf(this.ledger)]);
  }

  /** Of the phase or event itself; of its unit, where one unit is all that the phase has. */
  get rulings(): Rulings {
    const own = rulingsIn(this.ledger);
    const [only, ...others] = this.regular;
    const isOne = only !== undefined && others.length === 0 && this.rule.type === 'PHASE_RESULT';
    return isOne ? joined(only.rulings, own) : own;
  }

  /** Without the extra units: those that the list waits for. */
  get regular(): readonly UnitField[] {
    return this.units.filter(({ rsc }) => this.rule.isExtra?.(rsc) !== true);
  }

  markOf(row: Pick<Line<unknown>, 'entry' | 'card'>): MarkOf {
    const irm = this.#irmOver(row.entry.competitor.code);
    const mark = this.#marks.of(row);
    if (irm === null) return mark;
    const isShown = this.rule.standing(row.card).stage === 'IRM';
    return isShown ? mark : { result: null, resultType: 'IRM', details: NO_DETAILS };
  }

  unitOf(competitor: CompetitorCode): Rsc | null {
    return this.#unitOf.get(competitor) ?? null;
  }

  /** The rows as progression sees them: keys fine enough for a qualifying place. */
  contenders(): Contender[] {
    return this.placed.map((row): Contender => {
      const { code } = row.entry.competitor;
      const unit = this.#unitOf.get(code) ?? this.rsc;
      const unitField = this.units.find(({ rsc }) => rsc === unit);
      const rank = unitField?.entryOf(code) ? publishedRank(unitField, code) : row.rank;
      return contenderOf({ ...row, ranked: row.rank !== null }, this.rule, this.#context, { unit, rank });
    });
  }

  /** New cards for competitors whose rows in a unit changed. */
  renew(competitors: readonly CompetitorCode[], unit: Rsc): void {
    if (this.rule.cards !== undefined) {
      this.#renewAll(this.rule.cards(this.#context, this.#cards), new Set(competitors));
      return;
    }
    for (const code of this.#concerned(competitors, unit)) {
      const entry = this.#entryOf.get(code);
      if (entry !== undefined) this.#list.set(this.#starterOf(entry));
    }
  }

  /** An extra unit gives places, and one competitor's row changes the places of the others in it. */
  #concerned(competitors: readonly CompetitorCode[], unit: Rsc): readonly CompetitorCode[] {
    if (this.rule.isExtra?.(unit) !== true) return competitors;
    const field = this.units.find(({ rsc }) => rsc === unit);
    return field?.entries.map(({ competitor }) => competitor.code) ?? competitors;
  }

  /** Rules whose cards depend on each other: only the cards that say something new are placed again, and whom a fact names. */
  #renewAll(cards: ReadonlyMap<CompetitorCode, unknown>, named: ReadonlySet<CompetitorCode>): void {
    const before = this.#cards;
    this.#cards = cards;
    for (const entry of this.entries) {
      const { code } = entry.competitor;
      if (cards.get(code) !== before.get(code) || named.has(code)) this.#list.set(this.#starterOf(entry));
    }
  }

  /** A competitor with the card; what was said of the whole list comes before what the card says. */
  #starterOf(entry: Entry): Starter<unknown> {
    const card = this.#cardOf(entry);
    const irm = this.#irmOver(entry.competitor.code);
    return { entry, card, standing: irm === null ? this.#standingOf(entry, card) : markedBy(irm) };
  }

  /** The reason of a mark of the list itself, or of the last unit that has it. */
  #standingOf({ competitor: { code } }: Entry, card: unknown): Standing {
    return withReason(this.rule.standing(card), () => [
      ...this.#context.factsOf(code).irms,
      ...this.#partsOf(code)
        .toReversed()
        .map(({ standing }) => ({ code: standing.irm, reason: standing.irmReason })),
    ]);
  }

  #cardOf(entry: Entry): unknown {
    const { code } = entry.competitor;
    const parts = this.#partsOf(code);
    const last = parts.findLast(({ unit }) => this.#givesPlaces(unit));
    if (last !== undefined) this.#unitOf.set(code, last.unit);
    return this.rule.card === undefined ? this.#cards.get(code) : this.rule.card(entry, parts, this.#context);
  }

  #givesPlaces(unit: Rsc): boolean {
    const field = this.units.find(({ rsc }) => rsc === unit);
    return this.rule.isExtra?.(unit) !== true && field?.givesTimesOnly !== true;
  }

  #partsOf(code: CompetitorCode): Part[] {
    return (this.#unitsOf.get(code) ?? []).map((unit) => partOf(unit, code));
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
      factsOf: (code): CompetitorFacts => {
        const facts = competitorFacts(ledger.about(code));
        const irm = this.#irmOver(code);
        return irm === null || facts.irms.includes(irm) ? facts : { ...facts, irms: [irm, ...facts.irms] };
      },
      partsOf: (code) => this.#partsOf(code),
    };
  }
}

/** The place in the unit as it is published: with what was ruled. */
function publishedRank(unit: UnitField, code: CompetitorCode): number | null {
  const ruling = unit.rulings.get(code);
  return ruling === undefined ? unit.rowOf(code).rank : ruling.rank;
}

function partOf(unit: UnitField, code: CompetitorCode): Part {
  const row = unit.rowOf(code);
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

function unitsByCode(units: readonly UnitField[]): ReadonlyMap<CompetitorCode, readonly UnitField[]> {
  const unitsOf = new Map<CompetitorCode, UnitField[]>();
  for (const unit of units)
    for (const { competitor } of unit.entries) {
      const known = unitsOf.get(competitor.code);
      if (known === undefined) unitsOf.set(competitor.code, [unit]);
      else known.push(unit);
    }
  return unitsOf;
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

/** What was said of the status of a phase or event itself. That there is a start list says nothing of its units. */
export function statedOf(ledger: UnitLedger): readonly ResultStatus[] {
  const stated = ledger.whole('status')?.content.result;
  return stated === undefined || stated === 'START_LIST' ? [] : [stated];
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
