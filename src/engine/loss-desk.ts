import type { LostFacts } from '../broker/loss.ts';
import { SYSTEM_SOURCE } from '../ingest/system-source.ts';
import type { WireFact } from '../ingest/wire.ts';
import { GENERAL, type Rsc } from '../model/rsc.ts';
import type { ProgramLog } from '../program-log.ts';

/** Between two tries. */
const RETRY_MS = 1_000;

/**
 * Says in the stream what the broker has lost, so that every engine shows it, in the same version: that the source had come so far. From then on
 * what is not there is missing like any other number (F5), until its venue sends it again. Said by who had read it, until the broker has it.
 */
export class LossDesk {
  readonly #name: string;
  readonly #log: ProgramLog;
  readonly #publish: (fact: WireFact) => Promise<unknown>;
  readonly #wait: (ms: number) => Promise<void>;
  #said = 0;
  #isClosed = false;

  /** `name`: of this engine for as long as it runs. */
  constructor(options: {
    name: string;
    log: ProgramLog;
    publish: (fact: WireFact) => Promise<unknown>;
    wait: (ms: number) => Promise<void>;
  }) {
    this.#name = options.name;
    this.#log = options.log;
    this.#publish = options.publish;
    this.#wait = options.wait;
  }

  /** `isKnown`: numbers up to there have come, or were said to be missing by another engine. Call it when this engine is current. */
  async say(losses: readonly LostFacts[], isKnown: (lost: LostFacts) => boolean): Promise<void> {
    for (const lost of losses) {
      // What engines say of sources they say again.
      if (lost.source === SYSTEM_SOURCE || isKnown(lost)) continue;
      this.#log.error(
        { code: 'FACTS_LOST', ...lost },
        'facts are missing until their venue sends them again',
      );
      for (const unit of lost.units.length === 0 ? [GENERAL] : lost.units) await this.#saySo(lost, unit);
    }
  }

  close(): void {
    this.#isClosed = true;
  }

  async #saySo({ source, epoch, to }: LostFacts, unit: Rsc): Promise<void> {
    this.#said += 1;
    const link = { source, state: 'GAP', epoch, seq: to };
    const fact = { source: SYSTEM_SOURCE, epoch: `LOST-${this.#name}`, seq: this.#said, unit, link };
    while (!this.#isClosed) {
      try {
        await this.#publish(fact);
        return;
      } catch (error) {
        this.#log.warn({ error: String(error) }, 'what the broker has lost could not be said; trying again');
        await this.#wait(RETRY_MS);
      }
    }
  }
}
