/** What one screen shows over time, by competitor: how far it is in what the venue has said. */
import type { ScreenWord } from './journal.ts';
import type { Saying } from './meet.ts';

/** A competitor of a unit shows the fact with this place (-1: none) from then on. */
interface Step {
  readonly at: number;
  readonly fact: number;
}

interface Line {
  /** Places of the facts that give this competitor a time, in order. */
  readonly facts: readonly number[];
  readonly steps: Step[];
}

const NONE = -1;

export class Shown {
  readonly #lines = new Map<string, Line>();

  constructor(sayings: readonly Saying[], words: readonly ScreenWord[]) {
    const byMark = new Map<string, number>();
    for (const [index, { unit, mark }] of sayings.entries()) {
      if (mark === undefined) continue;
      const name = `${unit} ${mark.competitor}`;
      byMark.set(`${name} ${mark.value}`, index);
      const line = this.#lines.get(name) ?? { facts: [], steps: [] };
      this.#lines.set(name, { ...line, facts: [...line.facts, index] });
    }
    for (const { channel, marks, at } of words) {
      for (const [competitor, value] of Object.entries(marks ?? {})) {
        const name = `${channel!.split('/')[0]} ${competitor}`;
        const fact = value === null ? NONE : (byMark.get(`${name} ${Number(value)}`) ?? NONE);
        this.#lines.get(name)?.steps.push({ at, fact });
      }
    }
  }

  /** Facts that were said and are not shown in the end. */
  missing(said: ReadonlyMap<number, number>): number[] {
    return [...this.#lines.values()].flatMap(({ facts, steps }) => {
      const last = steps.at(-1)?.fact ?? NONE;
      return facts.filter((fact) => said.has(fact) && fact > last);
    });
  }

  /** Of the facts that hold at this time by `from` (place -> since when), since when the oldest one is that is not shown; null when all are. */
  lacksSince(at: number, from: ReadonlyMap<number, number>): number | null {
    let oldest: number | null = null;
    for (const { facts, steps } of this.#lines.values()) {
      const shown = steps.findLast((step) => step.at <= at)?.fact ?? NONE;
      for (const fact of facts) {
        const since = from.get(fact);
        if (fact > shown && since !== undefined && since <= at && (oldest === null || since < oldest))
          oldest = since;
      }
    }
    return oldest;
  }

  /** The longest time without something that was due: from when it was said, or from when it was taken back, until it is shown. */
  silence(said: ReadonlyMap<number, number>): number {
    return Math.max(0, ...[...this.#lines.values()].map((line) => silenceOf(line, said)));
  }
}

function silenceOf({ facts, steps }: Line, said: ReadonlyMap<number, number>): number {
  let longest = 0;
  let shown = NONE;
  let furthest = NONE;
  let backAt = Number.NEGATIVE_INFINITY;
  for (const { at, fact } of steps) {
    const lacked = facts.filter((each) => each > shown && each <= fact);
    for (const each of lacked) {
      const due = Math.max(said.get(each) ?? at, each <= furthest ? backAt : Number.NEGATIVE_INFINITY);
      longest = Math.max(longest, at - due);
    }
    if (fact < shown) backAt = at;
    shown = fact;
    furthest = Math.max(furthest, fact);
  }
  return longest;
}
