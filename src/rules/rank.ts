/**
 * The one ranking function. It orders cards by their rule's criteria, gives standard competition
 * ranks (1-2-2-4: those who are equal share the better place), and names the criterion that
 * separated each row from the one above.
 */
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { DecidedBy } from '../model/row.ts';
import { RowDraft } from '../model/row-draft.ts';
import { RowList } from '../model/row-list.ts';
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
export interface SortKey {
  readonly tier: number;
  readonly group: number;
  readonly keys: readonly Key[];
}

/** A row of the list with what its place follows from: what separates it from the row above, or that nothing does. */
export interface Line<Card> extends Starter<Card> {
  readonly standing: Standing;
  readonly sortKey: SortKey;
  /** Has a place in the list. */
  readonly ranked: boolean;
  /** Equal to the row above by every criterion. */
  readonly tied: boolean;
  /** The first of another list within the list: gaps below are to it. */
  readonly leads: boolean;
  readonly decidedBy: DecidedBy | null;
}

/**
 * The same ranking kept while cards change one by one: a new card costs a search and its new neighbours, however long the
 * list. Everybody below has another rank then, but no other line: ranks are counted where somebody asks.
 */
export class RankedList<Card> {
  readonly #rule: Ranked<Card>;
  readonly #context: RankContext;
  readonly #byCode = new Map<CompetitorCode, Line<Card>>();
  /** What was given out last of a competitor: the same object as long as it says the same. */
  readonly #given = new Map<CompetitorCode, Placed<Card>>();
  #lines: RowList<Line<Card>>;
  #placed: readonly Placed<Card>[] | null = null;

  constructor(starters: Iterable<Starter<Card>>, rule: Ranked<Card>, context: RankContext) {
    this.#rule = rule;
    this.#context = context;
    const sorted = Array.from(starters, (starter) => this.#line(starter)).sort(compareLines);
    this.#lines = RowList.of(sorted.map((line, index) => this.#under(sorted[index - 1], line)));
    for (const line of this.#lines) this.#byCode.set(line.entry.competitor.code, line);
  }

  /** Rows in `sortOrder`, of which versions share what did not change. */
  get lines(): RowList<Line<Card>> {
    return this.#lines;
  }

  /** The same with ranks, all counted. Rows whose place did not change are the same objects as before. */
  get placed(): readonly Placed<Card>[] {
    this.#placed ??= this.#placeAll();
    return this.#placed;
  }

  /** The row of one competitor; undefined when it is not listed. */
  rowOf(code: CompetitorCode): Placed<Card> | undefined {
    const line = this.#byCode.get(code);
    if (line === undefined) return undefined;
    const index = this.indexOf(code);
    let first = index;
    while (first > 0 && this.#lines.at(first)!.tied) first -= 1;
    return this.#give(line, first + 1, this.#lines.at(index + 1));
  }

  /** Where somebody stands in the list; -1 who is not listed. */
  indexOf(code: CompetitorCode): number {
    const line = this.#byCode.get(code);
    return line === undefined
      ? -1
      : new RowDraft(this.#lines).lowerBound((other) => compareLines(other, line));
  }

  /** Takes in a competitor's new card; false when the row says the same as before. */
  set(starter: Starter<Card>): boolean {
    const { code } = starter.entry.competitor;
    const old = this.#byCode.get(code);
    const line = this.#line(starter);
    if (old !== undefined && saysSame(old, line)) return false;
    const draft = new RowDraft(this.#lines);
    if (old !== undefined) {
      const from = draft.lowerBound((other) => compareLines(other, old));
      draft.splice(from, 1, []);
      this.#renew(draft, from);
    }
    const to = draft.lowerBound((other) => compareLines(other, line));
    draft.splice(to, 0, [line]);
    this.#byCode.set(code, line);
    this.#renew(draft, to);
    this.#renew(draft, to + 1);
    this.#lines = draft.done();
    this.#placed = null;
    return true;
  }

  /** The row at this index may have another one above it. */
  #renew(draft: RowDraft<Line<Card>>, index: number): void {
    const line = draft.at(index);
    if (line === undefined) return;
    const renewed = this.#under(draft.at(index - 1), line);
    if (renewed === line) return;
    draft.set(index, renewed);
    this.#byCode.set(line.entry.competitor.code, renewed);
  }

  #line({ entry, card, standing = this.#rule.standing(card) }: Starter<Card>): Line<Card> {
    const sortKey = sortKeyOf(card, standing, this.#rule, this.#context);
    const ranked = hasPlace(sortKey);
    return { entry, card, standing, sortKey, ranked, tied: false, leads: false, decidedBy: null };
  }

  /** The line as it is below another one; the same object when it says so already. */
  #under(above: Line<Card> | undefined, line: Line<Card>): Line<Card> {
    const tied = areTied(above, line);
    const leads = above !== undefined && above.sortKey.tier !== line.sortKey.tier;
    const decidedBy = this.#decidedBy(above, line);
    const isSame = tied === line.tied && leads === line.leads && sameCriterion(decidedBy, line.decidedBy);
    return isSame ? line : { ...line, tied, leads, decidedBy };
  }

  #decidedBy(above: Line<Card> | undefined, line: Line<Card>): DecidedBy | null {
    const here = line.sortKey;
    if (above === undefined || here.group !== GROUP.RANKED) return null;
    if (above.sortKey.tier !== here.tier) return decidedByOf(this.#rule.tier!);
    if (above.sortKey.group !== GROUP.RANKED) return null;
    const which = here.keys.findIndex(
      (key, position) => compareKey(above.sortKey.keys[position]!, key) !== 0,
    );
    const criterion = this.#rule.criteria[which];
    return criterion === undefined ? null : decidedByOf(criterion);
  }

  #placeAll(): readonly Placed<Card>[] {
    const lines = [...this.#lines];
    let rank = 0;
    return lines.map((line, index) => {
      if (!line.tied) rank = index + 1;
      return this.#give(line, rank, lines[index + 1]);
    });
  }

  #give(line: Line<Card>, counted: number, below: Line<Card> | undefined): Placed<Card> {
    const { entry, card, standing, ranked, tied, decidedBy } = line;
    const rank = ranked ? counted : null;
    const rankEqual = ranked && (tied || below?.tied === true);
    const given = this.#given.get(entry.competitor.code);
    const { tier } = line.sortKey;
    const row: Placed<Card> = { entry, card, standing, tier, rank, rankEqual, decidedBy };
    if (given !== undefined && samePlaced(given, row)) return given;
    this.#given.set(entry.competitor.code, row);
    return row;
  }
}

/** Of the same competitor the same, apart from the place. */
function saysSame<Card>(one: Said<Card>, other: Said<Card>): boolean {
  const { stage, irm, irmReason } = one.standing;
  return (
    one.entry === other.entry &&
    one.card === other.card &&
    stage === other.standing.stage &&
    irm === other.standing.irm &&
    irmReason === other.standing.irmReason
  );
}

type Said<Card> = Pick<Line<Card>, 'entry' | 'card' | 'standing'>;

function samePlaced<Card>(one: Placed<Card>, other: Placed<Card>): boolean {
  return (
    saysSame(one, other) &&
    one.tier === other.tier &&
    one.rank === other.rank &&
    one.rankEqual === other.rankEqual &&
    sameCriterion(one.decidedBy, other.decidedBy)
  );
}

const sameCriterion = (one: DecidedBy | null, other: DecidedBy | null): boolean =>
  one?.clause === other?.clause && one?.criterion === other?.criterion;

/** Both ranked, and equal by every criterion. */
function areTied<Card>(one: Line<Card> | undefined, other: Line<Card>): boolean {
  if (one === undefined || !other.ranked) return false;
  return compareSortKeys(one.sortKey, other.sortKey) === 0;
}

const decidedByOf = ({ code, clause }: Pick<Criterion<never>, 'code' | 'clause'>): DecidedBy => ({
  criterion: code,
  clause,
});

export const hasPlace = ({ group }: SortKey): boolean => group <= GROUP.IRM_RANKED;

/** What places a card, whatever else is in the list. */
export function sortKeyOf<Card>(
  card: Card,
  standing: Standing,
  rule: Ranked<Card>,
  context: RankContext,
): SortKey {
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
  return compareSortKeys(one.sortKey, other.sortKey) || compareDisplay(one.entry, other.entry);
}

/** 0 for two who share a place. */
export const compareSortKeys = (one: SortKey, other: SortKey): number =>
  one.tier - other.tier || one.group - other.group || compareKeys(one.keys, other.keys);

/** Order of rows that nothing separates: start order, organisation, family name, code. */
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
