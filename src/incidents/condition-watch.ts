import { type Condition, INCIDENTS, incidentKey } from './table.ts';

/** It must be away for so long: what comes and goes is one incident. */
const GONE_MS = 5_000;

interface Known {
  condition: Condition;
  since: number;
  seenAt: number;
}

/** How long conditions have been there, and how long they are gone. Times in milliseconds of a clock that only goes forward. */
export class ConditionWatch {
  readonly #known = new Map<string, Known>();
  readonly #began: number;

  constructor(now: number) {
    this.#began = now;
  }

  /** Those that have been there for as long as their kind asks. */
  standing(found: readonly Condition[], now: number): readonly Condition[] {
    for (const condition of found) {
      const key = incidentKey(condition);
      const known = this.#known.get(key);
      if (known === undefined) this.#known.set(key, { condition, since: now, seenAt: now });
      else Object.assign(known, { condition, seenAt: now });
    }
    for (const [key, { seenAt }] of this.#known) if (now - seenAt >= GONE_MS) this.#known.delete(key);
    return [...this.#known.values()]
      .filter(({ condition, since, seenAt }) => seenAt - since >= INCIDENTS[condition.code].forMs)
      .map(({ condition }) => condition);
  }

  /** Whether something has not been there for a while, and whoever looks has looked for as long. */
  isGone(key: string, now: number): boolean {
    return !this.#known.has(key) && now - this.#began >= GONE_MS;
  }
}
