/**
 * One way in which a phase can end: everybody comes to one of the two ends of what can come. The next way differs by one competitor: of all others only
 * those in
 * the same unit can have another place, so only they are looked at again.
 */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import type { Setup } from '../../model/fact.ts';
import type { Rsc } from '../../model/rsc.ts';
import { advanceBy, type Contender, isThrough, type Lines } from '../advance.ts';
import { contenderOf } from '../contenders.ts';
import type { AnyPartsRule, AnyUnitRule, OpenField, Part, PartsContext, Standing } from '../contract.ts';
import { NOTHING_SHOWN } from '../nothing-yet.ts';
import { compareSortKeys, hasPlace, type SortKey } from '../rank.ts';
import type { Prospects } from './outlook.ts';
import { countBefore, keyOf } from './places.ts';

/** A unit of the phase with all who start in it. */
export interface PhaseUnit {
  readonly unit: Rsc;
  readonly rule: AnyUnitRule<unknown>;
  readonly field: OpenField<unknown>;
  readonly setup: Setup;
  readonly starters: readonly PhaseStarter[];
}

export interface PhaseStarter {
  readonly entry: Entry;
  /** `apart` as an `Outlook` has it. */
  prospects(apart: number): Prospects<unknown>;
}

export interface Phase {
  readonly rule: AnyPartsRule<unknown>;
  readonly context: PartsContext;
  readonly entries: readonly Entry[];
  readonly units: readonly PhaseUnit[];
  readonly lines: readonly Lines[];
  readonly granted: ReadonlyMap<CompetitorCode, string>;
  /** No other unit can come: places over all units can be certain. */
  readonly isWhole: boolean;
}

/** A card that somebody can come to, and how it stands in the unit. */
export interface EndCard {
  readonly card: unknown;
  readonly standing: Standing;
  readonly sortKey: SortKey;
}

/** Of a unit, by competitor. */
export type UnitEnds = ReadonlyMap<CompetitorCode, EndCard>;

type UnitParts = ReadonlyMap<CompetitorCode, Part>;

/** What becomes of equals at the last place: `OPEN`, where officials can decide against one; `ADMIT_ALL`, where they can decide for one. */
export type Overfull = 'OPEN' | 'ADMIT_ALL';

export class Completion {
  readonly #phase: Phase;
  readonly #ends: readonly UnitEnds[];
  readonly #parts: readonly UnitParts[];
  /** Of rules that make all cards at once. */
  readonly #cards: ReadonlyMap<CompetitorCode, unknown>;
  readonly #contenders: ReadonlyMap<CompetitorCode, Contender>;

  /** `ends`: by unit of the phase. `from`: another way of the same phase, which shares the units that end in the same way. */
  constructor(phase: Phase, ends: readonly UnitEnds[], from: Completion | null = null) {
    const { rule, entries, units } = phase;
    this.#phase = phase;
    this.#ends = ends;
    this.#parts = units.map((unit, index) =>
      from !== null && from.#ends[index] === ends[index] ? from.#parts[index]! : partsIn(unit, ends[index]!),
    );
    const context = this.#context();
    this.#cards = rule.cards?.(context, from === null ? new Map() : from.#cards) ?? new Map();
    const isSame = (code: CompetitorCode): boolean =>
      from !== null &&
      this.#cards.get(code) === from.#cards.get(code) &&
      this.#parts.some((parts) => parts.has(code)) &&
      this.#parts.every((parts, index) => parts === from.#parts[index] || !parts.has(code));
    this.#contenders = new Map(
      entries.map((entry) => {
        const { code } = entry.competitor;
        return [code, isSame(code) ? from!.#contenders.get(code)! : this.#contender(entry, context)];
      }),
    );
  }

  /** The same with another end for one of them. */
  with(code: CompetitorCode, ends: readonly UnitEnds[]): Completion {
    const changed = this.#ends.map((unit, index) =>
      unit.has(code) ? new Map(unit).set(code, ends[index]!.get(code)!) : unit,
    );
    return new Completion(this.#phase, changed, this);
  }

  /** As progression sees somebody in it. */
  contender(code: CompetitorCode): Contender | undefined {
    return this.#contenders.get(code);
  }

  /** Who goes on. */
  through(overfull: Overfull): ReadonlySet<CompetitorCode> {
    const { rule, lines: all, units, granted, isWhole } = this.#phase;
    // Units that nobody has named can bring better ones: nobody is sure by a list over all of them.
    const lines = isWhole || overfull === 'ADMIT_ALL' ? all : all.map(byPlaceAlone);
    const openMark = rule.openMark ?? null;
    const marks = advanceBy(lines, {
      contenders: [...this.#contenders.values()],
      decided: new Set(units.map(({ unit }) => unit)),
      complete: true,
      granted,
      overfull,
      openMark,
    });
    return new Set([...marks].flatMap(([code, mark]) => (isThrough(mark, lines, openMark) ? [code] : [])));
  }

  #context(): PartsContext {
    const partsOf = (code: CompetitorCode) => this.#parts.flatMap((parts) => parts.get(code) ?? []);
    return { ...this.#phase.context, complete: true, partsOf };
  }

  #contender(entry: Entry, context: PartsContext): Contender {
    const { rule } = this.#phase;
    const { code } = entry.competitor;
    const parts = context.partsOf(code);
    const card = rule.card === undefined ? this.#cards.get(code) : rule.card(entry, parts, context);
    const ranked = hasPlace(keyOf(card, rule, context));
    const last = parts.findLast(({ unit }) => rule.isExtra?.(unit) !== true);
    return contenderOf({ entry, card, ranked }, rule, context, last ?? { unit: context.unit, rank: null });
  }
}

const byPlaceAlone = ({ lines, ...of }: Lines): Lines => ({
  ...of,
  lines: lines.filter(({ by }) => by === 'place' || by === 'standard'),
});

/** What all would have done in a unit. */
function partsIn({ unit, setup }: PhaseUnit, ends: UnitEnds): UnitParts {
  const keys = [...ends.values()].map(({ sortKey }) => sortKey).sort(compareSortKeys);
  const parts = new Map<CompetitorCode, Part>();
  for (const [code, { card, standing, sortKey }] of ends) {
    const rank = hasPlace(sortKey) ? countBefore(keys, sortKey) + 1 : null;
    parts.set(code, { unit, card, standing, rank, mark: NOTHING_SHOWN, decided: true, setup });
  }
  return parts;
}
