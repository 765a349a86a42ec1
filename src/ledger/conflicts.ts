import type { CompetitorCode } from '../model/competitor.ts';
import type { Fact } from '../model/fact.ts';
import { keyOf } from '../model/fact-key.ts';
import type { Objection } from '../rules/held-facts.ts';

interface Conflict {
  readonly competitor: CompetitorCode;
  readonly fact: Fact;
  readonly objection: Objection;
}

/** Facts that would hold if it were not for others beside which they cannot be, one for a key. */
export class Conflicts {
  readonly #byKey = new Map<string, Conflict>();
  readonly #keysOf = new Map<CompetitorCode, Set<string>>();

  get competitors(): Iterable<CompetitorCode> {
    return this.#keysOf.keys();
  }

  of(competitor: CompetitorCode): Fact[] {
    return [...(this.#keysOf.get(competitor) ?? [])].map((key) => this.#byKey.get(key)!.fact);
  }

  factOf(key: string): Fact | undefined {
    return this.#byKey.get(key)?.fact;
  }

  objectionTo(fact: Fact): Objection | null {
    if (this.#byKey.size === 0) return null;
    const conflict = this.#byKey.get(keyOf(fact));
    return conflict?.fact === fact ? conflict.objection : null;
  }

  set(key: string, competitor: CompetitorCode, fact: Fact, objection: Objection): void {
    this.#byKey.set(key, { competitor, fact, objection });
    const keys = this.#keysOf.get(competitor);
    if (keys === undefined) this.#keysOf.set(competitor, new Set([key]));
    else keys.add(key);
  }

  /** Notes the reason why a fact is held that was held already, and in the same way; false when it was not. */
  saysAgain(key: string, fact: Fact, objection: Objection): boolean {
    const known = this.#byKey.get(key);
    if (known?.fact !== fact || known.objection.refused !== objection.refused) return false;
    this.#byKey.set(key, { ...known, objection });
    return true;
  }

  /** Nothing speaks against the fact any more. */
  settle(key: string): void {
    const conflict = this.#byKey.get(key);
    if (conflict === undefined) return;
    this.#byKey.delete(key);
    const keys = this.#keysOf.get(conflict.competitor)!;
    keys.delete(key);
    if (keys.size === 0) this.#keysOf.delete(conflict.competitor);
  }

  clear(): void {
    this.#byKey.clear();
    this.#keysOf.clear();
  }
}
