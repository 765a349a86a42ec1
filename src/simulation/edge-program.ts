import type { Broker } from '../broker/broker.ts';
import { EdgeCore } from '../fanout/edge-core.ts';
import { DEFAULT_LIMITS, KEEPALIVE_MS } from '../fanout/limits.ts';
import { ConnectedProgram } from './connected-program.ts';
import type { Program } from './program.ts';
import type { Door } from './screen-socket.ts';

const LOG = { info: () => {}, warn: () => {}, error: () => {} };

export class EdgeProgram extends ConnectedProgram implements Door {
  readonly sockets: Door['sockets'] = new Set();
  #core: EdgeCore | null = null;

  /** Null while it does not serve. */
  get core(): EdgeCore | null {
    return this.#core;
  }

  get open(): Door['open'] {
    return this.#core === null || this.program === null
      ? null
      : { hub: this.#core.hub, program: this.program };
  }

  protected async begin(broker: Broker, program: Program): Promise<void> {
    const core = new EdgeCore({
      broker,
      serverId: this.name,
      limits: DEFAULT_LIMITS,
      keepaliveMs: KEEPALIVE_MS,
      timing: program,
      log: LOG,
      decode: this.surroundings.reading.result,
    });
    await core.start();
    if (!program.isEnded) this.#core = core;
  }

  protected ended(): void {
    this.#core?.hub.stop();
    this.#core = null;
    for (const socket of [...this.sockets]) socket.cut();
  }
}
