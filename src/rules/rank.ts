/**
 * The one ranking function. It orders cards by their rule's criteria, gives standard competition
 * ranks (1-2-2-4: those who are equal share the better place), and names the criterion that
 * separated each row from the one above.
 */
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { DecidedBy } from '../model/row.ts';
import type { Criterion, Key, RankContext, Ranked, Standing } from './contract.ts';

export interface Starter<Card> {
  readonly entry: Entry;
  readonly card: Card;
  /** Where something above the card decides (a disqualification for the event); default: what the rule says of the card. */
  readonly standing?: Standing;
}

export interface Placed<Card> extends Starter<Card> {
  readonly standing: Standing;
  /** Which list within the list, from 0: the A-final, the B-final. */
  readonly tier: number;
  readonly rank: number | null;
  readonly rankEqual: boolean;
  readonly decidedBy: DecidedBy | null;
}

/** All rows in `sortOrder`. */
export function rank<Card>(
  starters: Iterable<Starter<Card>>,
  rule: Ranked<Card>,
  context: RankContext,
): readonly Placed<Card>[] {
  return new RankedList(starters, rule, context).placed;
}

/** Groups of the list, top to bottom. IRM rows follow in the order of the sport's codes. */
const GROUP = {
  RANKED: 0,
  IRM_RANKED: 1,
  UNPLACED: 2,
  SIDE: 3,
  UNDERWAY: 4,
  WAITING: 5,
  IRM: 6,
} as const;

/** Everything that two rows are compared by, computed once per card. */
interface SortKey {
  readonly tier: number;
  readonly group: number;
  readonly keys: readonly Key[];
}

interface Line<Card> extends Starter<Card> {
  readonly standing: Standing;
  readonly sortKey: SortKey;
}

/**
 * The same ranking kept while cards change one by one: a new card costs a binary search, and ranks
 * are worked out again only between its old and its new place.
 */
export class RankedList<Card> {
  readonly #rule: Ranked<Card>;
  readonly #context: RankContext;
  readonly #lines: Line<Card>[];
  readonly #byCode = new Map<CompetitorCode, Line<Card>>();
  #placed: Placed<Card>[] = [];
  /** Indices whose place has to be worked out again; empty when first > last. */
  #first = 0;
  #last: number;

  constructor(starters: Iterable<Starter<Card>>, rule: Ranked<Card>, context: RankContext) {
    this.#rule = rule;
    this.#context = context;
    this.#lines = Array.from(starters, (starter) => this.#line(starter)).sort(compareLines);
    for (const line of this.#lines) this.#byCode.set(line.entry.competitor.code, line);
    this.#last = this.#lines.length - 1;
  }

  /** Rows in `sortOrder`. Rows whose place did not change are the same objects as before. */
  get placed(): readonly Placed<Card>[] {
    if (this.#first <= this.#last) this.#place();
    return this.#placed;
  }

  /** The row of one competitor; undefined when it is not listed. */
  rowOf(code: CompetitorCode): Placed<Card> | undefined {
    const line = this.#byCode.get(code);
    return line === undefined ? undefined : this.placed[this.#indexOf(line)];
  }

  /** Takes in a competitor's new card. */
  set(starter: Starter<Card>): void {
    const line = this.#line(starter);
    const { code } = starter.entry.competitor;
    const old = this.#byCode.get(code);
    this.#byCode.set(code, line);
    if (old !== undefined) {
      const from = this.#indexOf(old);
      this.#lines.splice(from, 1);
      const to = this.#indexOf(line);
      this.#lines.splice(to, 0, line);
      this.#moveDirty(from, to);
      this.#touch(Math.min(from, to), Math.max(from, to));
    } else {
      const to = this.#indexOf(line);
      this.#lines.splice(to, 0, line);
      this.#touch(to, this.#lines.length - 1);
    }
  }

  /** `placed` still has the order before: bring it in step, so that unchanged rows are recognised. */
  #moveDirty(from: number, to: number): void {
    if (from === to || this.#placed.length !== this.#lines.length) return;
    // A list that was given out stays as it was: readers compare it with the next one.
    const placed = this.#placed.slice();
    const [row] = placed.splice(from, 1);
    placed.splice(to, 0, row!);
    this.#placed = placed;
  }

  #touch(first: number, last: number): void {
    const clean = this.#first > this.#last;
    this.#first = clean ? first : Math.min(this.#first, first);
    this.#last = clean ? last : Math.max(this.#last, last);
  }

  #line({ entry, card, standing = this.#rule.standing(card) }: Starter<Card>): Line<Card> {
    return { entry, card, standing, sortKey: sortKeyOf(card, standing, this.#rule, this.#context) };
  }

  #indexOf(line: Line<Card>): number {
    let low = 0;
    let high = this.#lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareLines(this.#lines[middle]!, line) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #place(): void {
    const before = this.#placed;
    const placed = before.slice();
    placed.length = this.#lines.length;
    let index = Math.max(0, this.#first - 1);
    // One row beyond the touched ones has a new neighbour above; a tie carries the rank further down.
    while (index < this.#lines.length && (index <= this.#last + 1 || this.#tied(index - 1, index))) {
      placed[index] = this.#placeAt(index, placed[index - 1], before[index]);
      index += 1;
    }
    this.#placed = placed;
    this.#first = 0;
    this.#last = -1;
  }

  #placeAt(index: number, above: Placed<Card> | undefined, old: Placed<Card> | undefined): Placed<Card> {
    const line = this.#lines[index]!;
    const ranked = line.sortKey.group <= GROUP.IRM_RANKED;
    // Without a rank a row says the same wherever it stands: most of a field that is still under way.
    if (!ranked && old?.rank === null && saysSame(old, line)) return old;
    const tiedAbove = this.#tied(index - 1, index);
    const row: Placed<Card> = {
      entry: line.entry,
      card: line.card,
      standing: line.standing,
      tier: line.sortKey.tier,
      rank: ranked ? (tiedAbove ? above!.rank : index + 1) : null,
      rankEqual: ranked && (tiedAbove || this.#tied(index, index + 1)),
      decidedBy: this.#decidedBy(index),
    };
    return old !== undefined && samePlaced(old, row) ? old : row;
  }

  /** Both ranked, and equal by every criterion. */
  #tied(one: number, other: number): boolean {
    const a = this.#lines[one]?.sortKey;
    const b = this.#lines[other]?.sortKey;
    if (a === undefined || b === undefined || a.group > GROUP.IRM_RANKED) return false;
    if (a.tier !== b.tier || a.group !== b.group) return false;
    return compareKeys(a.keys, b.keys) === 0;
  }

  #decidedBy(index: number): DecidedBy | null {
    const above = this.#lines[index - 1]?.sortKey;
    const here = this.#lines[index]!.sortKey;
    if (above === undefined || here.group !== GROUP.RANKED) return null;
    if (above.tier !== here.tier) return decidedByOf(this.#rule.tier!);
    if (above.group !== GROUP.RANKED) return null;
    const which = here.keys.findIndex((key, position) => compareKey(above.keys[position]!, key) !== 0);
    const criterion = this.#rule.criteria[which];
    return criterion === undefined ? null : decidedByOf(criterion);
  }
}

const decidedByOf = ({ code, clause }: Pick<Criterion<never>, 'code' | 'clause'>): DecidedBy => ({
  criterion: code,
  clause,
});

function sortKeyOf<Card>(card: Card, standing: Standing, rule: Ranked<Card>, context: RankContext): SortKey {
  const keysBy = (criteria: readonly Criterion<Card>[]): Key[] =>
    criteria.map((each) => each.key(card, context));
  const { stage, irm } = standing;
  const tier = rule.tier?.of(card) ?? 0;
  if (stage === 'RANKED') return { tier, group: GROUP.RANKED, keys: keysBy(rule.criteria) };
  const keys = keysBy(rule.progress ?? []);
  if (stage !== 'IRM') return { tier, group: GROUP[stage], keys };
  if (irm !== null && rule.irmRanked?.includes(irm))
    return { tier, group: GROUP.IRM_RANKED, keys: [rule.irmRanked.indexOf(irm), ...keys] };
  const position = irm === null ? -1 : rule.irmOrder.indexOf(irm);
  return { tier, group: GROUP.IRM + (position < 0 ? rule.irmOrder.length : position), keys };
}

function compareLines<Card>(one: Line<Card>, other: Line<Card>): number {
  return (
    one.sortKey.tier - other.sortKey.tier ||
    one.sortKey.group - other.sortKey.group ||
    compareKeys(one.sortKey.keys, other.sortKey.keys) ||
    compareDisplay(one.entry, other.entry)
  );
}

/** Order of rows that nothing separates: start order, organisation, family name, code (conventions, "Display order"). */
function compareDisplay(one: Entry, other: Entry): number {
  return (
    one.startOrder - other.startOrder ||
    compareText(one.competitor.organisation, other.competitor.organisation) ||
    compareText(one.competitor.name.family ?? '', other.competitor.name.family ?? '') ||
    compareText(one.competitor.code, other.competitor.code)
  );
}

/** By UTF-16 code unit: the same on every machine, whatever its language. */
const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

export function compareKeys(one: readonly Key[], other: readonly Key[]): number {
  for (let index = 0; index < one.length; index += 1) {
    const difference = compareKey(one[index]!, other[index]!);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareKey(one: Key, other: Key): number {
  if (typeof one === 'number' && typeof other === 'number') return one < other ? -1 : one > other ? 1 : 0;
  return compareLists(typeof one === 'number' ? [one] : one, typeof other === 'number' ? [other] : other);
}

/** Item by item; the list that runs out first loses. */
function compareLists(one: readonly number[], other: readonly number[]): number {
  const shared = Math.min(one.length, other.length);
  for (let index = 0; index < shared; index += 1) {
    if (one[index] !== other[index]) return one[index]! < other[index]! ? -1 : 1;
  }
  return other.length - one.length;
}

/** Of the same competitor the same, apart from the place. */
function saysSame<Card>(one: Placed<Card>, { entry, card, standing }: Line<Card>): boolean {
  const { stage, irm } = one.standing;
  return one.entry === entry && one.card === card && stage === standing.stage && irm === standing.irm;
}

function samePlaced<Card>(one: Placed<Card>, other: Placed<Card>): boolean {
  return (
    one.entry === other.entry &&
    one.card === other.card &&
    one.standing.stage === other.standing.stage &&
    one.standing.irm === other.standing.irm &&
    one.tier === other.tier &&
    one.rank === other.rank &&
    one.rankEqual === other.rankEqual &&
    one.decidedBy?.clause === other.decidedBy?.clause &&
    one.decidedBy?.criterion === other.decidedBy?.criterion
  );
}
