import type { WireFact } from '../ingest/wire.ts';

/** What one fact says about another: the same source and epoch unless named. */
interface Reference {
  readonly source?: string;
  readonly epoch?: string;
  readonly seq: number;
}

/**
 * Gives the facts of a recording the epochs of one run and makes room for facts that the run itself
 * sends first. References between facts (`void`, `release`, `replaces`, `expects`) move with them.
 */
export class Renumbering {
  readonly #suffix: string | null;
  readonly #inserted = new Map<string, number>();

  /** `suffix` null: everything stays as it was recorded. */
  constructor(suffix: string | null) {
    this.#suffix = suffix;
  }

  /** The origin of one more fact that is not in the recording, in front of those that are. */
  insert(source: string, epoch: string): { source: string; epoch: string; seq: number } {
    const key = `${source}|${epoch}`;
    const seq = (this.#inserted.get(key) ?? 0) + 1;
    this.#inserted.set(key, seq);
    return { source, epoch: this.#epoch(epoch), seq };
  }

  renumbered(fact: WireFact): WireFact {
    if (this.#suffix === null) return fact;
    const { source } = fact;
    const epoch = fact.epoch ?? '1';
    const moved: Record<string, unknown> = {
      ...fact,
      epoch: this.#epoch(epoch),
      seq: this.#seq(source, epoch, fact.seq),
    };
    if (fact.replaces !== undefined) moved.replaces = this.#seq(source, epoch, fact.replaces);
    for (const kind of ['void', 'release', 'expects'] as const) {
      const reference = fact[kind] as Reference | undefined;
      // What expects nothing goes on to do so.
      if (reference === undefined || reference.seq === 0) continue;
      const about = { source: reference.source ?? source, epoch: reference.epoch ?? epoch };
      moved[kind] = {
        ...reference,
        ...(reference.epoch === undefined ? {} : { epoch: this.#epoch(about.epoch) }),
        seq: this.#seq(about.source, about.epoch, reference.seq),
      };
    }
    return moved as unknown as WireFact;
  }

  #epoch(epoch: string): string {
    return this.#suffix === null ? epoch : `${epoch}-${this.#suffix}`;
  }

  #seq(source: string, epoch: string, seq: number): number {
    return seq + (this.#inserted.get(`${source}|${epoch}`) ?? 0);
  }
}
