import type { Logbook, LogLine, Stored, StoredLogLine, Subscription } from '../../broker/broker.ts';
import type { ModelServer } from './server.ts';

/** What a connection does for everything that it asks or reads. */
export interface Reaching {
  ask<T>(request: () => T): Promise<T>;
  readLog(handler: (line: StoredLogLine) => void): Promise<Subscription>;
}

/** The logbook as one connection to the model has it. */
export class ModelLogbook implements Logbook {
  readonly #server: ModelServer;
  readonly #reaching: Reaching;

  constructor(server: ModelServer, reaching: Reaching) {
    this.#server = server;
    this.#reaching = reaching;
  }

  write(line: LogLine, after?: number): Promise<Stored> {
    return this.#reaching.ask(() => this.#server.writeLog(line, after));
  }

  last(key: string): Promise<StoredLogLine | null> {
    return this.#reaching.ask(() => this.#server.lastLogLine(key));
  }

  follow(handler: (line: StoredLogLine) => void): Promise<Subscription> {
    return this.#reaching.readLog(handler);
  }
}
