import type { Broker, EngineWord } from '../broker/broker.ts';
import { isBrokerError } from '../broker/errors.ts';
import type { ProgramLog } from '../program-log.ts';
import type { SourceStatuses } from './source-statuses.ts';

/**
 * Tells edges how far this engine is, and how the sources are doing. Of the sources nothing is told before the engine is
 * current: what it replays is long over.
 */
export class SourceNewsDesk {
  readonly #broker: Broker;
  readonly #log: ProgramLog;
  readonly #statuses: SourceStatuses;
  #isTelling = false;
  #isBrokerFull = false;

  constructor(options: { broker: Broker; log: ProgramLog; statuses: SourceStatuses }) {
    this.#broker = options.broker;
    this.#log = options.log;
    this.#statuses = options.statuses;
  }

  /** The broker had no room for what was told last: it has none for facts and versions either. */
  get isBrokerFull(): boolean {
    return this.#isBrokerFull;
  }

  /** Call it about once a second. */
  async tell(word: () => Promise<EngineWord>, isCurrent: boolean): Promise<void> {
    // A broker that is slow to answer is not asked twice at a time; what changes meanwhile goes with the next call.
    if (this.#isTelling) return;
    this.#isTelling = true;
    const statuses = isCurrent ? this.#statuses.changed() : [];
    try {
      await Promise.all(statuses.map((status) => this.#broker.putSourceNews({ status })));
      await this.#broker.putSourceNews({ seen: await word() });
      this.#found(false);
    } catch (error) {
      this.#statuses.untold(statuses);
      this.#found(isBrokerError(error, 'BROKER_OUT_OF_RESOURCES'));
      this.#log.warn({ error: String(error) }, 'the state of the sources could not be told to the edges');
    } finally {
      this.#isTelling = false;
    }
  }

  /** Logged when it changes. */
  #found(isFull: boolean): void {
    if (isFull === this.#isBrokerFull) return;
    this.#isBrokerFull = isFull;
    if (isFull)
      this.#log.error(
        { code: 'BROKER_FULL' },
        'the broker has no room: facts stay at the venues, and nothing is published until it has',
      );
    else this.#log.info({ code: 'BROKER_FULL' }, 'the broker has room again');
  }
}
