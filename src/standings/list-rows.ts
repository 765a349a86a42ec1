import type { CompetitorCode } from '../model/competitor.ts';
import { formatDecimal } from '../model/decimal.ts';
import type { RankOverride } from '../model/fact.ts';
import { placesOf } from '../model/order.ts';
import { PartedMap } from '../model/parted-map.ts';
import type { Mark, Place, StoredRow } from '../model/row.ts';
import { listLike, RowDraft } from '../model/row-draft.ts';
import { RowList } from '../model/row-list.ts';
import type { MarkOf } from '../rules/contract.ts';
import type { Line, Placed } from '../rules/rank.ts';
import { followsAsBefore, leadsAsBefore, NEW } from '../versions/alignment.ts';
import { differences } from '../versions/differences.ts';
import { keptRow } from '../versions/same-content.ts';
import { CompetitionSaid } from './competition-said.ts';
import { NO_FLAGS, type RecordFlags } from './event-records.ts';
import type { Field } from './field.ts';
import { identityOf } from './identity.ts';
import { NO_RULINGS, type Rulings } from './rulings.ts';
import { SharedMap } from './shared-map.ts';

/** What a list shows beside the field itself; each is looked up by competitor. */
export interface Additions {
  readonly qualificationMarks: ReadonlyMap<CompetitorCode, string>;
  readonly records: RecordFlags;
  readonly rulings: Rulings;
  readonly said: CompetitionSaid;
}

export const NO_ADDITIONS: Additions = {
  qualificationMarks: new Map(),
  records: NO_FLAGS,
  rulings: NO_RULINGS,
  said: new CompetitionSaid(null),
};

type Lines = RowList<Line<unknown>>;

const NO_LINES: Lines = RowList.of<Line<unknown>>([]);
const NO_ROWS: RowList<StoredRow> = RowList.of<StoredRow>([]);

/**
 * The rows of one list from version to version, made anew only where the list has other lines. A row that says the same is the
 * same object as before, and so is every part that does: encoders and row stamps rely on it.
 */
export class ListRows {
  #lines = NO_LINES;
  #rows = NO_ROWS;
  #additions: Additions = NO_ADDITIONS;
  readonly #byCode = new PartedMap<StoredRow>();

  update(field: Field, additions: Additions): RowList<StoredRow> {
    const isRuled = additions.rulings.size > 0;
    const wasRuled = this.#additions.rulings.size > 0;
    if (isRuled || wasRuled) this.#rows = listLike(this.#rows, this.#anew(field, additions));
    else this.#rows = this.#renewed(field, additions);
    this.#lines = field.lines;
    this.#additions = additions;
    return this.#rows;
  }

  #anew(field: Field, additions: Additions): StoredRow[] {
    const ruled = withRulings(field.placed, additions.rulings);
    const places = placesOf(ruled);
    return ruled.map((row, index) =>
      this.#row(field, row, additions, {
        ...places[index]!,
        ...(index > 0 && ruled[index - 1]!.tier !== row.tier ? { leads: true } : {}),
        photoFinish: isPhotoFinish(field, ruled[index - 1], row, ruled[index + 1]),
      }),
    );
  }

  #renewed(field: Field, additions: Additions): RowList<StoredRow> {
    const { lines, rule } = field;
    const draft = new RowDraft(this.#rows);
    const found = differences(this.#lines, lines);
    /** Rows whose line is the same, but not what is said beside it; and those with another row beside them. */
    const others = additions === this.#additions ? [] : toldOtherwise(this.#additions, additions, field);
    const neighbours: number[] = [];
    for (const { oldStart, newStart, old, now, from } of found.toReversed()) {
      const isKept = (index: number): boolean =>
        from[index] !== NEW &&
        (rule.photoFinish !== true ||
          (followsAsBefore(from, index) && leadsAsBefore(from, index, old.length)));
      const rows = now.map((line, index) =>
        isKept(index)
          ? draft.at(oldStart + from[index]!)!
          : this.#rowAt(field, newStart + index, line, additions),
      );
      draft.splice(oldStart, old.length, rows);
      if (rule.photoFinish === true) neighbours.push(newStart - 1, newStart + now.length);
    }
    for (const index of neighbours)
      if (this.#hasAnotherFinish(field, index, draft.at(index))) others.push(index);
    for (const index of others) {
      const line = index < 0 ? undefined : lines.at(index);
      if (line !== undefined) draft.set(index, this.#rowAt(field, index, line, additions));
    }
    return draft.done();
  }

  #rowAt(field: Field, index: number, line: Line<unknown>, additions: Additions): StoredRow {
    const { lines, rule } = field;
    const neighbours = rule.photoFinish === true;
    const above = neighbours && index > 0 ? lines.at(index - 1) : undefined;
    const below = neighbours ? lines.at(index + 1) : undefined;
    const { ranked, tied, leads } = line;
    const photoFinish = neighbours && isPhotoFinish(field, above, line, below);
    const said = leads ? { ranked, tied, leads, photoFinish } : { ranked, tied, photoFinish };
    return this.#row(field, line, additions, said);
  }

  #hasAnotherFinish(field: Field, index: number, row: StoredRow | undefined): boolean {
    const line = row === undefined ? undefined : field.lines.at(index);
    if (line === undefined) return false;
    const above = index > 0 ? field.lines.at(index - 1) : undefined;
    return isPhotoFinish(field, above, line, field.lines.at(index + 1)) !== row!.place.photoFinish;
  }

  #row(field: Field, row: Shown, additions: Additions, said: Seated): StoredRow {
    const { code } = row.entry.competitor;
    const old = this.#byCode.get(code);
    const ruling = additions.rulings.get(code);
    const qualificationMark = additions.qualificationMarks.get(code) ?? null;
    const place = placeOf(said, qualificationMark, row.decidedBy);
    const made = {
      key: code,
      identity: identityOf(row.entry, field.unitOf?.(code) ?? null, additions.said),
      mark: rowMark(row, field.markOf(row), additions.records.get(code)),
      place: ruling === undefined ? place : { ...place, decidedBy: null, ...ruledPlace(ruling) },
    };
    const kept = old === undefined ? made : keptRow(old, made);
    if (kept !== old) this.#byCode.set(code, kept);
    return kept;
  }
}

/** What a row's place is by the list alone. */
type Seated = Omit<Place, 'qualificationMark' | 'decidedBy'>;

/** Written out for most, since there are many: an object that is put together of another one takes several times as long. */
function placeOf(said: Seated, qualificationMark: string | null, decidedBy: Place['decidedBy']): Place {
  const { ranked, tied, photoFinish } = said;
  if (said.leads === true || said.givenRank !== undefined || said.givenEqual === true)
    return { ...said, qualificationMark, decidedBy };
  return { ranked, tied, photoFinish, qualificationMark, decidedBy };
}

const ruledPlace = ({ reason, medal }: RankOverride): Pick<Place, 'ruling' | 'medal'> =>
  medal == null ? { ruling: reason } : { ruling: reason, medal };

/** What a row shows of a line, with a place or without one. */
type Shown = Pick<Line<unknown>, 'entry' | 'card' | 'standing' | 'decidedBy'>;

/** A line says it by itself; a row under a ruling by its rank. */
const hasPlace = (row: Shown): boolean => ('rank' in row ? row.rank !== null : (row as Line<unknown>).ranked);

const areTied = (above: Shown, row: Shown): boolean =>
  'rank' in row ? (above as Placed<unknown>).rank === row.rank : (row as Line<unknown>).tied;

/** Indices of those of whom something else is said beside the list. */
function toldOtherwise(before: Additions, now: Additions, field: Field): number[] {
  // Names and flags are in every row.
  if (before.said !== now.said) return Array.from({ length: field.lines.length }, (_none, index) => index);
  const codes = [
    ...changedKeys(before.qualificationMarks, now.qualificationMarks),
    ...SharedMap.changedKeys(before.records, now.records),
  ];
  return [...new Set(codes)].map((code) => field.indexOf(code));
}

function changedKeys<V>(one: ReadonlyMap<string, V>, other: ReadonlyMap<string, V>): string[] {
  const changed: string[] = [];
  for (const [key, value] of one) if (other.get(key) !== value) changed.push(key);
  for (const key of other.keys()) if (!one.has(key)) changed.push(key);
  return changed;
}

/** How a card is shown in a row: result, IRM and records. */
export function rowMark(
  { standing }: Pick<Line<unknown>, 'standing'>,
  mark: MarkOf,
  records: readonly string[] = [],
): Mark {
  const { result, resultType, value, details, unchecked, wlt } = mark;
  const { irm, irmReason } = standing;
  const type = irm !== null && result === null ? 'IRM' : resultType;
  // In the order of the fields; most marks have none of the rare ones.
  if (irmReason === undefined && unchecked !== true && wlt === undefined)
    return value === undefined
      ? { result, resultType: type, irm, records, details }
      : { result, value: formatDecimal(value), resultType: type, irm, records, details };
  return {
    result,
    ...(value === undefined ? {} : { value: formatDecimal(value) }),
    resultType: type,
    irm,
    ...(irmReason === undefined ? {} : { irmReason }),
    ...(unchecked === true ? { unchecked } : {}),
    ...(wlt === undefined ? {} : { wlt }),
    records,
    details,
  };
}

/** The same result as a neighbour, but another place: the picture decided. */
function isPhotoFinish(
  field: Field,
  above: Shown | undefined,
  row: Shown,
  below: Shown | undefined,
): boolean {
  if (field.rule.photoFinish !== true || !hasPlace(row)) return false;
  const { result } = field.markOf(row);
  const isSame = (other: Shown | undefined): boolean =>
    other !== undefined && hasPlace(other) && field.markOf(other).result === result;
  return (isSame(above) && !areTied(above!, row)) || (isSame(below) && !areTied(row, below!));
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
    .map((row) => ({ ...row, rankEqual: row.rank !== null && shared.get(row.rank)! > 1 }))
    .sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity));
}
