import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { Setup } from '../model/fact.ts';
import type { RecordLine } from '../model/row.ts';
import type { Rsc } from '../model/rsc.ts';
import type { FeatElsewhere } from '../rules/contract.ts';
import { comparable } from './comparable.ts';
import type { Field } from './field.ts';
import { type Feat, FieldFeats, flagText } from './field-feats.ts';
import { type NewRecord, newRecords, recordTable, withNew } from './record-table.ts';
import { SharedMap } from './shared-map.ts';

/** Flags such as `WR`, `=OR`, `PB` by competitor, for one list. */
export type RecordFlags = SharedMap<readonly string[]>;

export const NO_FLAGS: RecordFlags = SharedMap.EMPTY;

/** Marks made in units of other events, by unit. */
export type FeatsByUnit = ReadonlyMap<Rsc, readonly FeatElsewhere[]>;

type FlagsOf = ReadonlyMap<CompetitorCode, readonly string[]>;

/** What is known of one list. */
interface Followed {
  readonly feats: FieldFeats;
  /** The records that were set in it. */
  set: FlagsOf;
  flags: RecordFlags;
}

/**
 * Holds the marks of an event against the record table that its setup brings (`records`) and
 * against each competitor's own bests. Compared as displayed; an equal mark is a joint record, flagged
 * with `=`. One unit after the other, so that the next one has to beat what was
 * set before it. Where the event is a sum over its units, only the `total` can be a record of the event.
 * It follows the lists line by line, so that a fact costs the same in a long list as in a short one.
 */
export class EventRecords {
  readonly #lists = new Map<Rsc, Followed>();
  readonly #withBests = new Map<Rsc, { readonly entries: readonly Entry[]; readonly has: boolean }>();
  #lines: readonly RecordLine[] = [];

  /** The table as the venue brought it, then what was set here; a record that was beaten is historical. */
  get lines(): readonly RecordLine[] {
    return this.#lines;
  }

  /** There is no table, and nobody came with bests. */
  get isEmpty(): boolean {
    return this.#lines.length === 0 && this.#lists.size === 0;
  }

  flagsOf(list: Rsc): RecordFlags {
    return this.#lists.get(list)?.flags ?? NO_FLAGS;
  }

  /** Brings everything in step with the event. Gives back the lists whose flags are others now. */
  renew(
    { records = [] }: Pick<Setup, 'records'>,
    units: readonly Field[],
    total: Field | null = null,
    elsewhere: FeatsByUnit = new Map(),
  ): readonly Rsc[] {
    const fields = total === null ? units : [total];
    const follows = new Set<Field>(units.filter((unit) => this.#hasBests(unit)));
    if (records.length > 0) for (const field of fields) follows.add(field);
    // Most events have no table, and nobody in them comes with bests.
    if (records.length === 0 && follows.size === 0 && this.isEmpty) return [];
    const changed = new Map<Rsc, readonly CompetitorCode[]>();
    for (const field of follows) changed.set(field.rsc, this.#followed(field).feats.update(field));
    const set = this.#renewTable(records, fields, elsewhere);
    const renewed = [...follows]
      .filter(({ rsc }) => this.#flag(rsc, changed.get(rsc)!, set.get(rsc) ?? new Map(), rsc !== total?.rsc))
      .map(({ rsc }) => rsc);
    const kept = new Set([...follows].map(({ rsc }) => rsc));
    const left = [...this.#lists.keys()].filter((list) => !kept.has(list));
    const unflagged = left.filter((list) => !this.flagsOf(list).isEmpty);
    for (const list of left) this.#lists.delete(list);
    return [...renewed, ...unflagged];
  }

  #followed({ rsc }: Field): Followed {
    let list = this.#lists.get(rsc);
    if (list === undefined) {
      list = { feats: new FieldFeats(), set: new Map(), flags: NO_FLAGS };
      this.#lists.set(rsc, list);
    }
    return list;
  }

  #hasBests({ rsc, entries }: Field): boolean {
    let known = this.#withBests.get(rsc);
    if (known?.entries !== entries) {
      known = { entries, has: entries.some(({ bests }) => bests !== undefined) };
      this.#withBests.set(rsc, known);
    }
    return known.has;
  }

  /** The table with what was set in one list after the other; gives back who set what in which. */
  #renewTable(
    records: NonNullable<Setup['records']>,
    fields: readonly Field[],
    elsewhere: FeatsByUnit,
  ): ReadonlyMap<Rsc, FlagsOf> {
    const flags = new Map<Rsc, FlagsOf>();
    let lines = recordTable(records);
    if (lines.length > 0) {
      const add = (firsts: readonly Feat[], rsc: Rsc): void => {
        const set = newRecords(firsts, lines);
        if (set.length === 0) return;
        lines = withNew(lines, set, rsc);
        flags.set(rsc, flagsFor(set));
      };
      for (const { rsc } of fields) add(this.#lists.get(rsc)!.feats.firsts, rsc);
      for (const [unit, feats] of elsewhere) add(firstsOf(feats), unit);
    }
    this.#lines = lines;
    return flags;
  }

  /** Flags those anew whose bests changed, and all who set a record now or did before. True when that changes anything. */
  #flag(rsc: Rsc, changed: readonly CompetitorCode[], set: FlagsOf, ofUnit: boolean): boolean {
    const list = this.#lists.get(rsc)!;
    let { flags } = list;
    for (const code of new Set([...changed, ...list.set.keys(), ...set.keys()])) {
      const now = [...(set.get(code) ?? []), ...(ofUnit ? list.feats.bestsOf(code) : [])];
      if (flags.get(code)?.join() !== (now.length === 0 ? undefined : now.join()))
        flags = flags.with(code, now.length === 0 ? undefined : now);
    }
    list.set = set;
    if (flags === list.flags) return false;
    list.flags = flags;
    return true;
  }
}

/** Records first, in the order of the table. */
function flagsFor(set: readonly NewRecord[]): FlagsOf {
  const flags = new Map<CompetitorCode, readonly string[]>();
  for (const { feat, held, equalled } of set) {
    const { code } = feat.competitor;
    flags.set(code, [...(flags.get(code) ?? []), flagText(held.recordType, equalled)]);
  }
  return flags;
}

function firstsOf(feats: readonly FeatElsewhere[]): Feat[] {
  const comparables = feats.flatMap(({ competitor, result, resultType }): Feat[] => {
    const value = comparable(result, resultType);
    return value === null ? [] : [{ competitor, result, resultType, value }];
  });
  const best = comparables.reduce((greatest, { value }) => Math.max(greatest, value), -Infinity);
  return comparables.filter(({ value }) => value === best);
}
