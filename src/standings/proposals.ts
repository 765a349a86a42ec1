import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import { phaseRsc, type Rsc, partsOf as rscParts } from '../model/rsc.ts';
import type { Key } from '../rules/contract.ts';
import { finalNumber } from '../rules/families/finals.ts';
import type { OneOfTheBest, Slot, UnitPlan } from '../rules/plan.ts';
import type { Placed } from '../rules/rank.ts';
import { compareKeys } from '../rules/rank.ts';
import type { Qualified } from '../rules/seeding.ts';
import type { Arrangement } from './arrangement.ts';
import type { ProposedStart } from './entries.ts';
import { withRulings } from './list-rows.ts';
import type { PartsField } from './parts-field.ts';
import { type Side, type Sources, sideIn } from './sides.ts';
import type { UnitField } from './unit-field.ts';

/** The units of a discipline, the lists made of them, and what was said of phases and events. */
export interface Tree {
  unit(rsc: Rsc): UnitField | null;
  list(rsc: Rsc): PartsField | null;
  ledger(rsc: Rsc): UnitLedger;
}

/** What the plan of an event proposes as start lists, as everything stands. The venue's own ones replace them. */
export class Proposals implements Sources {
  readonly #tree: Tree;
  readonly #arrangement: Arrangement;
  readonly #through: (list: PartsField) => ReadonlyMap<CompetitorCode, string>;

  /** `through`: the marks of those who go on from a list, without reserves and open places. */
  constructor(
    tree: Tree,
    arrangement: Arrangement,
    through: (list: PartsField) => ReadonlyMap<CompetitorCode, string> = () => new Map(),
  ) {
    this.#tree = tree;
    this.#arrangement = arrangement;
    this.#through = through;
  }

  /** Start list of a unit; nobody where the plan knows of none. */
  startListOf(unit: Rsc): ProposedStart {
    const planned = this.#arrangement.planOf(unit);
    if (planned === null) return { entries: this.#seeded(unit) ?? [], open: false, slots: 0 };
    const open = this.expectedIn(unit).includes(null);
    return { entries: this.#inSlots(planned), open, slots: planned.slots.length };
  }

  /** Who is listed in a phase, where the plan says it by slots. */
  listedIn(phase: Rsc): readonly Entry[] | null {
    return this.#sidesListedIn(phase)?.flatMap((side) => entryOf(side) ?? []) ?? null;
  }

  /** Is it still open who is listed in a phase? */
  isOpen(phase: Rsc): boolean {
    return this.#sidesListedIn(phase)?.includes(null) ?? false;
  }

  #sidesListedIn(phase: Rsc): readonly Side[] | null {
    return this.#arrangement.phase(phase)?.slots?.map((slot) => sideIn(slot, this)) ?? null;
  }

  #inSlots({ slots, unit, lanes }: UnitPlan): readonly Entry[] {
    const entries = slots.flatMap((slot, index): Entry[] => {
      const side = entryOf(this.#sideOf(slot, unit));
      if (side === null) return [];
      const { lane: _lane, group: _group, startOffset: _offset, ...entry } = side;
      const previous = slot.from === 'UNIT' ? slot.unit : 'list' in slot ? slot.list : undefined;
      const from = previous === undefined ? {} : { previous };
      const lane = lanes?.[index];
      return [
        lane === undefined
          ? { ...entry, startOrder: index + 1, ...from }
          : { ...entry, startOrder: Number(lane), lane, ...from },
      ];
    });
    return lanes === undefined ? entries : entries.sort((one, other) => one.startOrder - other.startOrder);
  }

  /** Who stands in a slot of a unit. Nobody is in a round of a bracket twice: whom the venue put elsewhere is not here. */
  #sideOf(slot: Slot, unit: Rsc): Side {
    const side = sideIn(slot, this);
    if (side === null || side === 'NOBODY' || this.#arrangement.planOf(unit)?.bracket === undefined)
      return side;
    const isElsewhere = this.#arrangement
      .unitsIn(phaseRsc(unit))
      .some(
        (other) =>
          other.rsc !== unit &&
          other.original?.rsc !== unit &&
          !other.cancelled &&
          other.hasStartList &&
          other.entryOf(side.competitor.code) !== null,
      );
    return isElsewhere ? null : side;
  }

  /** Who stands in the slots of a unit, whatever the venue says of it. */
  expectedIn(unit: Rsc): readonly Side[] {
    return (this.#arrangement.planOf(unit)?.slots ?? []).map((slot) => this.#sideOf(slot, unit));
  }

  #seeded(unit: Rsc): readonly Entry[] | null {
    const seeding = this.#arrangement.phase(unit)?.seeding;
    if (seeding === undefined) return null;
    const list = seeding.from.flatMap((each) => this.#tree.list(each) ?? []).at(-1);
    if (list === undefined || !list.complete) return [];
    const qualified = this.#qualifiedIn(list);
    const units = this.#arrangement
      .unitsIn(phaseRsc(unit))
      .filter(
        ({ cancelled, original, setup }) => !cancelled && original === null && finalNumber(setup) === 0,
      );
    const lots = this.#tree
      .ledger(phaseRsc(unit))
      .all('order')
      .map(({ content }) => content);
    const seeded =
      seeding
        .by(
          qualified,
          units.map(({ rsc }) => rsc),
          lots,
        )
        .get(unit) ?? [];
    return seeded.map(({ entry: { lane: _, ...entry }, lane }, index) => ({
      ...entry,
      startOrder: index + 1,
      ...(lane === undefined ? {} : { lane }),
    }));
  }

  #qualifiedIn(list: PartsField): Qualified[] {
    const marks = this.#through(list);
    return list.placed.flatMap(({ entry, rank }, position) => {
      const mark = marks.get(entry.competitor.code);
      const unit = list.unitOf(entry.competitor.code) ?? list.rsc;
      const row = this.#tree.unit(unit);
      const unitRank = row?.entryOf(entry.competitor.code) ? row.rowOf(entry.competitor.code).rank : rank;
      return mark === undefined
        ? []
        : [{ entry: { ...entry, previous: unit }, mark, position, unitRank, unit }];
    });
  }

  sidesOf(unit: Rsc): readonly Side[] | null {
    const slots = this.#arrangement.planOf(unit)?.slots;
    if (slots === undefined || this.#tree.unit(unit)?.hasStartList === true) return null;
    return this.expectedIn(unit);
  }

  outcome(unit: Rsc, outcome: 'W' | 'L'): Side {
    const field = this.#tree.unit(unit);
    const counting = field?.standing ?? null;
    if (counting === null || !counting.decided || counting.cancelled) return null;
    const { outcomes } = counting;
    const who = counting.entries.filter(({ competitor }) => outcomes.get(competitor.code) === outcome);
    if (who.length === 1) return this.#isEnded(counting, who[0]!) ? 'NOBODY' : who[0]!;
    const all = [...outcomes.values()];
    // Both have lost, or who won was alone: whoever waits for the other one goes on.
    const isNobody =
      all.every((each) => each === 'L') || (outcome === 'L' && all.every((each) => each === 'W'));
    return all.length > 0 && isNobody ? 'NOBODY' : null;
  }

  /** Out of the event by how the match was lost. */
  #isEnded(unit: UnitField, { competitor }: Entry): boolean {
    const { irm } = unit.rowOf(competitor.code).standing;
    return irm !== null && this.#arrangement.plan.irmEnds?.includes(irm) === true;
  }

  ranked(list: Rsc, rank: number): Side {
    const unit = this.#tree.unit(list);
    const field = unit ?? this.#tree.list(list);
    if (field === null || !(unit?.decided ?? this.#tree.list(list)!.complete)) return null;
    const placed = withRulings(field.placed, field.rulings).filter((each) => each.rank !== null);
    if (rank > placed.length) return 'NOBODY';
    const row = placed.find((each) => each.rank === rank);
    return row === undefined || row.rankEqual ? this.#apart(list, placed, rank) : row.entry;
  }

  /** Of those who share a rank, the one who has this place by what separates equals at a cut: lots, an extra unit. */
  #apart(list: Rsc, rows: readonly Placed<unknown>[], rank: number): Side {
    const shared = rows.findLast((each) => each.rank! <= rank)?.rank ?? null;
    const equals = rows.filter((each) => each.rank === shared && each.rankEqual);
    if (shared === null || rank >= shared + equals.length) return null;
    const contenders = this.#tree.list(phaseRsc(list))?.contenders() ?? [];
    const keysOf = (code: CompetitorCode): readonly Key[] | null =>
      contenders.find(({ competitor }) => competitor === code)?.keys ?? null;
    const ahead = ({ entry }: Placed<unknown>, other: Placed<unknown>): number => {
      const keys = keysOf(entry.competitor.code);
      const others = keysOf(other.entry.competitor.code);
      return keys === null || others === null ? 0 : compareKeys(keys, others);
    };
    const placed = equals.filter(
      (each) => equals.filter((other) => ahead(other, each) < 0).length === rank - shared,
    );
    return placed.length === 1 ? placed[0]!.entry : null;
  }

  oneOf({ list, count, by }: OneOfTheBest): Side {
    const field = this.#tree.list(list);
    if (field === null || !field.complete) return null;
    const rows = withRulings(field.placed, field.rulings).filter(({ rank }) => rank !== null);
    if (rows.length < count || rows[count]?.rank === rows[count - 1]!.rank) return null;
    const phaseOf = new Map(
      rows.slice(0, count).map(({ entry }) => {
        const unit = field.unitOf(entry.competitor.code);
        return [unit === null ? '' : rscParts(unit).phase, entry];
      }),
    );
    const phase = by[[...phaseOf.keys()].sort().join(' ')];
    return phase === undefined ? null : (phaseOf.get(phase) ?? null);
  }

  drawn(position: number): Side {
    const draw = this.#tree.ledger(this.#arrangement.event).whole('startList');
    if (draw === null) return null;
    return draw.content.entries.find(({ startOrder }) => startOrder === position) ?? 'NOBODY';
  }

  /** The unit that a slot of those beaten comes from, once it is known whom they lost to. */
  unitOfBeaten({ winnerOf, phase }: Extract<Slot, { from: 'BEATEN' }>): Rsc | null {
    const winner = sideIn({ from: 'UNIT', unit: winnerOf, outcome: 'W' }, this);
    return winner === null || winner === 'NOBODY' ? null : this.unitWith(winner.competitor.code, phase);
  }

  unitWith(competitor: CompetitorCode, phase: Rsc): Rsc | null {
    const unit = this.#arrangement
      .unitsIn(phase)
      .find((each) => !each.cancelled && each.entryOf(competitor) !== null);
    return unit?.rsc ?? null;
  }
}

const entryOf = (side: Side): Entry | null => (side === 'NOBODY' ? null : side);
