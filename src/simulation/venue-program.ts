import type { Broker } from '../broker/broker.ts';
import { VenueClient } from '../venue/venue-client.ts';
import { ConnectedProgram, type Surroundings } from './connected-program.ts';
import { SimulatedDisk } from './disk.ts';
import type { Program } from './program.ts';
import type { Saying } from './race.ts';

const MICROS_PER_MS = 1_000;

/** A venue that says one thing after the other, and what it has not said yet after a restart. */
export class VenueProgram extends ConnectedProgram {
  readonly source: string;
  readonly #disk = new SimulatedDisk();
  readonly #toSay: Saying[] = [];
  #client: VenueClient | null = null;

  constructor(source: string, surroundings: Surroundings) {
    super(source, surroundings);
    this.source = source;
  }

  /** Facts that are not said yet, or that no engine is known to have processed. */
  get open(): number {
    return this.#toSay.length + (this.#client?.waiting ?? 1);
  }

  say(saying: Saying): void {
    this.#toSay.push(saying);
    this.program?.run(() => this.#sayAll());
  }

  protected async begin(broker: Broker, program: Program): Promise<void> {
    const client = await VenueClient.open({
      broker,
      venue: 'SIM',
      source: this.source,
      directory: '',
      disk: this.#disk,
      now: () => program.now() * MICROS_PER_MS,
      timing: program,
    });
    if (program.isEnded) {
      void client.close();
      return;
    }
    this.#client = client;
    this.#sayAll();
  }

  protected ended(): void {
    const client = this.#client;
    this.#client = null;
    // Nothing leaves it any more; its file is closed.
    void client?.close();
  }

  #sayAll(): void {
    if (this.#client === null) return;
    for (const { unit, fact } of this.#toSay.splice(0)) void this.#client.send(unit, fact);
  }
}
