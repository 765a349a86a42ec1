import type { Fact } from '../model/fact.ts';
import { PartedMap } from '../model/parted-map.ts';

interface InKeyOrder {
  readonly keys: string[];
  readonly facts: Fact[];
}

/**
 * Facts by whom or what they are about, those of each in the order of their keys. They are kept in it: what is read with each fact that comes is
 * not sorted with each.
 */
export class KeyIndex {
  readonly #filed = new PartedMap<InKeyOrder>();

  /** Takes the place of what is filed for the key; undefined takes it out. */
  put(by: string, key: string, fact: Fact | undefined): void {
    let filed = this.#filed.get(by);
    if (filed === undefined) {
      filed = { keys: [], facts: [] };
      this.#filed.set(by, filed);
    }
    const { keys, facts } = filed;
    const at = placeOf(keys, key);
    const before = keys[at] === key ? 1 : 0;
    keys.splice(at, before, ...(fact === undefined ? [] : [key]));
    facts.splice(at, before, ...(fact === undefined ? [] : [fact]));
    if (keys.length === 0) this.#filed.delete(by);
  }

  /** As they are now: the list changes with the next fact. */
  of(by: string): readonly Fact[] {
    return this.#filed.get(by)?.facts ?? NONE;
  }

  entriesOf(by: string): [key: string, fact: Fact][] {
    const filed = this.#filed.get(by);
    return filed === undefined ? [] : filed.keys.map((key, at) => [key, filed.facts[at]!]);
  }

  /** Whom or what there are facts about. */
  filed(): Iterable<string> {
    return this.#filed.keys();
  }
}

const NONE: readonly Fact[] = [];

/** Where a key is, or belongs. What comes is mostly behind all there is. */
function placeOf(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  if (high > 0 && byKey(keys[high - 1]!, key) < 0) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byKey(keys[middle]!, key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function addTo(counts: PartedMap<number>, by: string, count: 1 | -1): void {
  const sum = (counts.get(by) ?? 0) + count;
  if (sum === 0) counts.delete(by);
  else counts.set(by, sum);
}

/** Field by field; numbers compare as numbers, before all texts: attempt 10 comes after attempt 9. */
export function byKey(one: string, other: string): number {
  const start = firstOther(one, other);
  const a = fieldAt(one, start);
  const b = fieldAt(other, start);
  if (a === b) return one.length - other.length;
  const [left, right] = [Number(a), Number(b)];
  if (Number.isNaN(left) !== Number.isNaN(right)) return Number.isNaN(left) ? 1 : -1;
  if (left < right || left > right) return left < right ? -1 : 1;
  return a < b ? -1 : 1;
}

/** Where the first field begins that is not the same in both; the end where there is none. */
function firstOther(one: string, other: string): number {
  let start = 0;
  let index = 0;
  for (; index < one.length && one[index] === other[index]; index += 1)
    if (one[index] === SEPARATOR) start = index + 1;
  const isEnd = (char: string | undefined): boolean => char === undefined || char === SEPARATOR;
  return isEnd(one[index]) && isEnd(other[index]) ? index + 1 : start;
}

function fieldAt(key: string, start: number): string {
  const end = key.indexOf(SEPARATOR, start);
  return end < 0 ? key.slice(start) : key.slice(start, end);
}

const SEPARATOR = '|';
