import type { Broker, EngineWord } from '../broker/broker.ts';
import type { EngineLog } from './engine-log.ts';
import type { SourceStatuses } from './source-statuses.ts';

/**
 * Tells edges how the sources are doing, and that somebody still looks. Nothing is told before the engine is
 * current: what it replays is long over.
 */
export class SourceNewsDesk {
  readonly #broker: Broker;
  readonly #log: EngineLog;
  readonly #statuses: SourceStatuses;
  #isTelling = false;

  constructor(options: { broker: Broker; log: EngineLog; statuses: SourceStatuses }) {
    this.#broker = options.broker;
    this.#log = options.log;
    this.#statuses = options.statuses;
  }

  /** Call it about once a second. */
  async tell(word: () => Promise<EngineWord>): Promise<void> {
    // A broker that is slow to answer is not asked twice at a time; what changes meanwhile goes with the next call.
    if (this.#isTelling) return;
    this.#isTelling = true;
    const statuses = this.#statuses.changed();
    try {
      await Promise.all(statuses.map((status) => this.#broker.putSourceNews({ status })));
      await this.#broker.putSourceNews({ seen: await word() });
    } catch (error) {
      this.#statuses.untold(statuses);
      this.#log.warn({ error: String(error) }, 'the state of the sources could not be told to the edges');
    } finally {
      this.#isTelling = false;
    }
  }
}
