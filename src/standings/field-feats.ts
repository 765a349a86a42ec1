import type { Competitor, CompetitorCode, Entry } from '../model/competitor.ts';
import type { ResultType } from '../model/row.ts';
import { RowDraft } from '../model/row-draft.ts';
import { RowList } from '../model/row-list.ts';
import type { Line } from '../rules/rank.ts';
import { NEW } from '../versions/alignment.ts';
import { differences } from '../versions/differences.ts';
import { comparable } from './comparable.ts';
import type { Field } from './field.ts';

/** A mark that can be a record: of somebody ranked, measured, and not spoilt by the wind. Greater values are better. */
export interface Feat {
  readonly competitor: Competitor;
  readonly result: string;
  readonly resultType: ResultType | null;
  readonly value: number;
}

const NO_LINES = RowList.of<Line<unknown>>([]);
const NO_FEATS = RowList.of<Feat>([]);

/** What can be a record in one list, kept in step with its lines: a new line costs a search, however long the list is. */
export class FieldFeats {
  #lines = NO_LINES;
  /** The greatest first. */
  #ordered = NO_FEATS;
  #firsts: readonly Feat[] = [];
  readonly #feats = new Map<CompetitorCode, Feat>();
  readonly #bests = new Map<CompetitorCode, readonly string[]>();

  /** The best of the list: several where they share the best mark. */
  get firsts(): readonly Feat[] {
    return this.#firsts;
  }

  /** Flags of somebody whose mark reaches what the start list calls the own bests (`PB`, `=SB`). */
  bestsOf(code: CompetitorCode): readonly string[] {
    return this.#bests.get(code) ?? [];
  }

  /** Follows the list. Gives back those whose flags are others now. */
  update(field: Field): CompetitorCode[] {
    const { lines } = field;
    const gone = new Set<CompetitorCode>();
    const come: Line<unknown>[] = [];
    for (const { old, now, from } of differences(this.#lines, lines)) {
      for (const { entry } of old) gone.add(entry.competitor.code);
      for (const [index, line] of now.entries())
        if (from[index] === NEW) come.push(line);
        else gone.delete(line.entry.competitor.code);
    }
    if (this.#lines === lines) return [];
    this.#lines = lines;
    const feats = come.map((line) => ({ line, feat: featOf(field, line) }));
    for (const { line } of feats) gone.delete(line.entry.competitor.code);
    const draft = new RowDraft(this.#ordered);
    const changed = [...gone].filter((code) => this.#take(code, null, [], draft));
    for (const { line, feat } of feats) {
      const { code } = line.entry.competitor;
      if (this.#take(code, feat, feat === null ? [] : bestsReached(line.entry, feat), draft))
        changed.push(code);
    }
    this.#ordered = draft.done();
    this.#firsts = this.#firstsIn(field);
    return changed;
  }

  /** True when the flags are others than before. */
  #take(code: CompetitorCode, feat: Feat | null, bests: readonly string[], draft: RowDraft<Feat>): boolean {
    const before = this.#feats.get(code);
    if (before === undefined ? feat !== null : feat === null || !sameFeat(before, feat)) {
      if (before !== undefined) draft.splice(place(draft, before), 1, []);
      if (feat === null) this.#feats.delete(code);
      else {
        this.#feats.set(code, feat);
        draft.splice(place(draft, feat), 0, [feat]);
      }
    }
    if (this.bestsOf(code).join() === bests.join()) return false;
    if (bests.length === 0) this.#bests.delete(code);
    else this.#bests.set(code, bests);
    return true;
  }

  /** In the order of the list. */
  #firstsIn(field: Field): readonly Feat[] {
    const firsts: Feat[] = [];
    for (const feat of this.#ordered) {
      if (feat.value !== this.#ordered.at(0)!.value) break;
      firsts.push(feat);
    }
    const indexOf = ({ competitor }: Feat): number => field.indexOf(competitor.code);
    if (firsts.length > 1) firsts.sort((one, other) => indexOf(one) - indexOf(other));
    const isSame =
      firsts.length === this.#firsts.length && firsts.every((feat, index) => feat === this.#firsts[index]);
    return isSame ? this.#firsts : firsts;
  }
}

function featOf(field: Field, line: Line<unknown>): Feat | null {
  if (!line.ranked) return null;
  const { result: shown, resultType, recordResult: result = shown } = field.markOf(line);
  const value = comparable(result, resultType);
  return value === null ? null : { competitor: line.entry.competitor, result: result!, resultType, value };
}

function bestsReached({ bests = {} }: Entry, { value, resultType }: Feat): string[] {
  return Object.entries(bests).flatMap(([type, best]) => {
    const before = comparable(best, resultType);
    return before === null || value < before ? [] : [flagText(type, value === before)];
  });
}

export const flagText = (type: string, equalled: boolean): string => (equalled ? `=${type}` : type);

const sameFeat = (one: Feat, other: Feat): boolean =>
  one.competitor === other.competitor &&
  one.result === other.result &&
  one.resultType === other.resultType &&
  one.value === other.value;

const place = (draft: RowDraft<Feat>, feat: Feat): number =>
  draft.lowerBound(
    (other) => feat.value - other.value || (other.competitor.code < feat.competitor.code ? -1 : 1),
  );
