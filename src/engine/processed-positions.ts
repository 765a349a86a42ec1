import type { Broker, ProcessedPosition } from '../broker/broker.ts';
import type { ProgramLog } from '../program-log.ts';

/**
 * Tells venues how far their facts are processed (D11). Positions are gathered and written a few
 * times a second, each only after the documents it led to are stored.
 */
export class ProcessedPositions {
  readonly #broker: Broker;
  readonly #log: ProgramLog;
  readonly #settled: () => Promise<void>;
  readonly #about: Pick<ProcessedPosition, 'disciplines'>;
  readonly #waiting = new Map<string, ProcessedPosition>();
  #writing: Promise<void> = Promise.resolve();
  /** A write waits for the one before it: what gathers until then goes with it. */
  #isDue = false;

  /** `disciplines`: those that this engine folds, of all that a source may speak of; none given: all. */
  constructor(options: {
    broker: Broker;
    log: ProgramLog;
    settled: () => Promise<void>;
    disciplines?: readonly string[] | null;
  }) {
    const { disciplines = null } = options;
    this.#about = disciplines === null ? {} : { disciplines };
    this.#broker = options.broker;
    this.#log = options.log;
    this.#settled = options.settled;
  }

  /** What has been taken in of this source and epoch. */
  note(source: string, epoch: string, came: Pick<ProcessedPosition, 'seq' | 'beyond'>): void {
    this.#waiting.set(source, { epoch, ...came, ...this.#about });
  }

  /** Writes what has gathered. Call it on a timer and before closing. */
  flush(): Promise<void> {
    if (this.#isDue) return this.#writing;
    this.#isDue = true;
    this.#writing = this.#writing.then(() => {
      this.#isDue = false;
      return this.#write();
    });
    return this.#writing;
  }

  async #write(): Promise<void> {
    if (this.#waiting.size === 0) return;
    const positions = [...this.#waiting];
    this.#waiting.clear();
    try {
      await this.#settled();
      await Promise.all(positions.map(([source, position]) => this.#broker.putProcessed(source, position)));
    } catch (error) {
      this.#log.warn(
        { error: String(error) },
        'processed positions could not be written; the venues keep their facts',
      );
      for (const [source, position] of positions)
        if (!this.#waiting.has(source)) this.#waiting.set(source, position);
    }
  }
}
