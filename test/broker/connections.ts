import type { Broker } from '../../src/broker/broker.ts';

/** Connections to the broker that is under test: they end with it. */
export class Connections {
  #under!: { connect(): Promise<Broker>; dispose(): Promise<void> };
  readonly #open: Broker[] = [];

  /** Gives the first one. */
  begin(under: { connect(): Promise<Broker>; dispose(): Promise<void> }): Promise<Broker> {
    this.#under = under;
    return this.connect();
  }

  async connect(): Promise<Broker> {
    const broker = await this.#under.connect();
    this.#open.push(broker);
    return broker;
  }

  async end(): Promise<void> {
    await Promise.all(this.#open.splice(0).map((broker) => broker.close()));
    await this.#under.dispose();
  }
}
