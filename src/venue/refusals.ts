import type { RejectionMessage } from '../broker/broker.ts';

/** A fact that engines have refused, or hold until an operator releases it. */
export interface Refusal {
  readonly epoch: string;
  readonly seq: number;
  /** Empty for a fact about no unit. */
  readonly unit: string;
  /** One of those in `schemas/README.md`; `FACT_HELD` for what is held. */
  readonly code: string;
  /** One line: which field, or by which rule. */
  readonly reason: string;
  /** As it was sent. */
  readonly bytes: Uint8Array;
}

export interface RefusalListener {
  readonly onRefused?: (refusal: Refusal) => void;
  readonly onHeld?: (refusal: Refusal) => void;
}

/** So many are known to have been told; of older ones a second telling is told again. */
const TOLD_MOST = 10_000;

/** Picks the facts of one source out of all that engines refuse, and tells each once. */
export class Refusals {
  readonly #venue: string;
  readonly #source: string;
  readonly #listener: RefusalListener;
  readonly #warn: (line: string) => void;
  readonly #told = new Set<string>();

  constructor(options: RefusalListener & { venue: string; source: string; warn: (line: string) => void }) {
    this.#venue = options.venue;
    this.#source = options.source;
    this.#listener = options;
    this.#warn = options.warn;
  }

  take({ venue, unit, code, message: reason, data: bytes }: RejectionMessage): void {
    const origin = venue === this.#venue ? this.#originIn(bytes) : null;
    if (origin === null) return;
    const { epoch, seq } = origin;
    const name = `${epoch}:${seq}:${code}`;
    if (this.#told.has(name)) return;
    this.#told.add(name);
    if (this.#told.size > TOLD_MOST) this.#told.delete(this.#told.values().next().value!);
    this.#tell({ epoch, seq, unit, code, reason, bytes });
  }

  #tell(refusal: Refusal): void {
    const { onRefused, onHeld } = this.#listener;
    try {
      if (refusal.code === 'FACT_HELD') onHeld?.(refusal);
      else onRefused?.(refusal);
    } catch (error) {
      this.#warn(`${this.#source}: what hears of refused facts has failed (${String(error)})`);
    }
  }

  /** What this program sends is JSON with its source in it; anything else came from somebody else. */
  #originIn(bytes: Uint8Array): { epoch: string; seq: number } | null {
    try {
      const { source, epoch, seq } = JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<
        string,
        unknown
      >;
      return source === this.#source && typeof epoch === 'string' && typeof seq === 'number'
        ? { epoch, seq }
        : null;
    } catch {
      return null;
    }
  }
}
