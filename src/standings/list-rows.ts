import { type CompetitorCode, type Entry, printName } from '../model/competitor.ts';
import { defined } from '../model/defined.ts';
import type { Identity, ListRow, Mark, MemberIdentity, Place } from '../model/row.ts';
import type { Rsc } from '../model/rsc.ts';
import type { MarkOf } from '../rules/contract.ts';
import type { Placed } from '../rules/rank.ts';
import { aligned, followsAsBefore, NEW } from '../versions/alignment.ts';
import { kept } from '../versions/same-content.ts';
import type { Field } from './field.ts';
import { NO_RULINGS, type Rulings } from './rulings.ts';

/** What a list shows beside the field itself; each is looked up by competitor. */
export interface Additions {
  readonly qualificationMarks: ReadonlyMap<CompetitorCode, string>;
  readonly records: ReadonlyMap<CompetitorCode, readonly string[]>;
  readonly rulings: Rulings;
}

export const NO_ADDITIONS: Additions = {
  qualificationMarks: new Map(),
  records: new Map(),
  rulings: NO_RULINGS,
};

/**
 * The rows of one list from version to version. A row whose place and card did not change is the
 * same object as before, and so is every part that says the same: encoders and row stamps rely on it.
 */
export class ListRows {
  #placed: readonly Placed<unknown>[] = [];
  #rows: readonly ListRow[] = [];
  #additions: Additions = NO_ADDITIONS;
  #leaders: Leaders = [];
  readonly #byCode = new Map<CompetitorCode, ListRow>();

  update(field: Field, additions: Additions): readonly ListRow[] {
    const ruled = withRulings(field.placed, additions.rulings);
    const leaders = leadersIn(ruled);
    const sameAround = additions === this.#additions && isSame(leaders, this.#leaders);
    if (ruled === this.#placed && sameAround) return this.#rows;
    const from = aligned(this.#placed, ruled);
    const rows = new Array<ListRow>(ruled.length);
    let changed = ruled.length !== this.#rows.length;
    for (let index = 0; index < ruled.length; index += 1) {
      const row =
        sameAround && this.#isKept(field, from, index)
          ? this.#rows[from[index]!]!
          : this.#renew(field, ruled, index, leaders, additions);
      if (row !== this.#rows[index]) changed = true;
      rows[index] = row;
    }
    this.#placed = ruled;
    this.#additions = additions;
    this.#leaders = leaders;
    if (changed) this.#remember(rows);
    return this.#rows;
  }

  /** The row says the same; where a picture can decide between neighbours, these must be the same as well. */
  #isKept({ rule }: Field, from: Int32Array, index: number): boolean {
    if (from[index] === NEW) return false;
    if (rule.photoFinish !== true) return true;
    const isLast = index === from.length - 1;
    const sameBelow = isLast ? from[index] === this.#placed.length - 1 : followsAsBefore(from, index + 1);
    return sameBelow && followsAsBefore(from, index);
  }

  #remember(rows: readonly ListRow[]): void {
    if (rows.length < this.#byCode.size) this.#byCode.clear();
    const whole = this.#byCode.size === 0;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index]!;
      if (whole || row !== this.#rows[index]) this.#byCode.set(row.key, row);
    }
    this.#rows = rows;
  }

  #renew(
    field: Field,
    ruled: readonly Placed<unknown>[],
    index: number,
    leaders: Leaders,
    additions: Additions,
  ): ListRow {
    const placed = ruled[index]!;
    const { code } = placed.entry.competitor;
    const old = this.#byCode.get(code);
    const unit = field.unitOf?.(code) ?? null;
    const identity = kept(old?.identity, identityOf(placed.entry, unit));
    const mark = kept(old?.mark, rowMark(placed, field.markOf(placed), additions.records.get(code)));
    const place = kept(old?.place, placeOf(field, ruled, index, leaders, additions));
    if (old !== undefined && old.identity === identity && old.mark === mark && old.place === place)
      return old;
    return { key: code, identity, mark, place };
  }
}

/** Whom gaps are measured from, in each list within the list: the winner of the A-final, of the B-final. */
type Leaders = readonly unknown[];

function leadersIn(ruled: readonly Placed<unknown>[]): Leaders {
  const leaders: unknown[] = [];
  let tier = -1;
  for (const row of ruled) {
    if (row.tier <= tier) continue;
    tier = row.tier;
    if (row.rank !== null) leaders[tier] = row.card;
  }
  return leaders;
}

const isSame = (one: Leaders, other: Leaders): boolean =>
  one.length === other.length && one.every((leader, tier) => leader === other[tier]);

/** How a card is shown in a row: result, IRM and records. */
export function rowMark({ standing }: Placed<unknown>, mark: MarkOf, records: readonly string[] = []): Mark {
  const { result, resultType, details, unchecked, irmReason, wlt } = mark;
  return {
    result,
    resultType: standing.irm !== null && result === null ? 'IRM' : resultType,
    irm: standing.irm,
    ...(irmReason === undefined ? {} : { irmReason }),
    ...(unchecked === true ? { unchecked } : {}),
    ...(wlt === undefined ? {} : { wlt }),
    records,
    details,
  };
}

function placeOf(
  field: Field,
  ruled: readonly Placed<unknown>[],
  index: number,
  leaders: Leaders,
  { qualificationMarks, rulings }: Additions,
): Place {
  const row = ruled[index]!;
  const { code } = row.entry.competitor;
  const ruling = rulings.get(code);
  const ranked = row.rank !== null && row.standing.stage === 'RANKED';
  const leader = leaders[row.tier];
  return {
    rank: row.rank,
    rankEqual: row.rankEqual,
    diff: ranked && leader !== undefined ? (field.rule.diff?.(row.card, leader) ?? null) : null,
    qualificationMark: qualificationMarks.get(code) ?? null,
    decidedBy: ruling === undefined ? row.decidedBy : null,
    photoFinish: field.rule.photoFinish === true && isPhotoFinish(field, ruled, index),
    ...(ruling === undefined ? {} : { ruling: ruling.reason }),
    ...(ruling?.medal == null ? {} : { medal: ruling.medal }),
  };
}

/** The same result as a neighbour, but another place: the picture decided. */
function isPhotoFinish(field: Field, ruled: readonly Placed<unknown>[], index: number): boolean {
  const row = ruled[index]!;
  if (row.rank === null) return false;
  const { result } = field.markOf(row);
  return [ruled[index - 1], ruled[index + 1]].some(
    (other) =>
      other !== undefined &&
      other.rank !== null &&
      other.rank !== row.rank &&
      field.markOf(other).result === result,
  );
}

/**
 * A ruling gives a rank that no rule yields; everybody else keeps theirs (a shared gold does not
 * move the bronze). Rows are listed by published rank; who has none by a ruling follows the ranked.
 */
export function withRulings(
  placed: readonly Placed<unknown>[],
  rulings: Rulings,
): readonly Placed<unknown>[] {
  if (rulings.size === 0) return placed;
  const published = placed.map((row) => {
    const ruling = rulings.get(row.entry.competitor.code);
    return ruling === undefined ? row : { ...row, rank: ruling.rank };
  });
  const shared = new Map<number, number>();
  for (const { rank } of published) if (rank !== null) shared.set(rank, (shared.get(rank) ?? 0) + 1);
  return published
    .map((row, index) => ({ row, index }))
    .sort(
      (one, other) =>
        (one.row.rank ?? Infinity) - (other.row.rank ?? Infinity) || one.index - other.index || 0,
    )
    .map(({ row }) => ({ ...row, rankEqual: row.rank !== null && shared.get(row.rank)! > 1 }));
}

const identities = new WeakMap<Entry, Identity>();

/** Who the row is about. The same entry gives the same object. */
export function identityOf(entry: Entry, unit: Rsc | null = null): Identity {
  if (unit === null) {
    let known = identities.get(entry);
    if (known === undefined) {
      known = makeIdentity(entry, null);
      identities.set(entry, known);
    }
    return known;
  }
  return makeIdentity(entry, unit);
}

function makeIdentity(entry: Entry, unit: Rsc | null): Identity {
  const { competitor, startOrder, lane, bib, seed, group, previous, bests } = entry;
  const { kind, name, organisation, gender, birthDate, members } = competitor;
  return defined({
    kind,
    name: printName(name),
    given: name.given,
    family: name.family,
    organisation,
    gender,
    birthDate,
    bib,
    startOrder,
    lane,
    group,
    seed,
    previous,
    bests,
    unit: unit ?? undefined,
    members: members?.map(
      (member): MemberIdentity =>
        defined({
          competitor: member.code,
          name: printName(member.name),
          given: member.name.given,
          family: member.name.family,
          organisation: member.organisation,
          gender: member.gender,
          birthDate: member.birthDate,
        }),
    ),
  });
}
