import type { Broker } from '../broker/broker.ts';
import { lostInAll } from '../broker/loss.ts';
import { type Engine, startEngine } from '../engine.ts';
import { ConnectedProgram, type Surroundings } from './connected-program.ts';
import type { Program } from './program.ts';

/** What an engine says that is a fault of the run. */
export interface EngineComplaints {
  disagree(engine: string, fields: object): void;
  stopped(engine: string, fields: object): void;
}

export class EngineProgram extends ConnectedProgram {
  readonly revision: string;
  readonly #complaints: EngineComplaints;
  #engine: Engine | null = null;
  /** What the process remembers when it begins anew. */
  #epochBefore: string | undefined;

  constructor(name: string, revision: string, surroundings: Surroundings, complaints: EngineComplaints) {
    super(name, surroundings);
    this.revision = revision;
    this.#complaints = complaints;
  }

  get engine(): Engine | null {
    return this.#engine;
  }

  /** Out of service: an upgrade has put another in its place. */
  retire(): void {
    this.isWanted = false;
    this.kill();
  }

  protected async begin(broker: Broker, program: Program): Promise<void> {
    const { name, revision } = this;
    const error = (fields: object): void => {
      const { code } = fields as { code?: unknown };
      if (code === 'ENGINES_DISAGREE') this.#complaints.disagree(name, fields);
      if (code === 'UNIT_STOPPED') this.#complaints.stopped(name, fields);
    };
    const log = { info: () => {}, warn: () => {}, error };
    const { core } = this.surroundings;
    const remembered = this.#epochBefore === undefined ? {} : { epochBefore: this.#epochBefore };
    const lost = lostInAll(this.losses);
    const engine = await startEngine({ broker, log, revision, timing: program, core, lost, ...remembered });
    if (program.isEnded) return;
    this.#engine = engine;
    this.#epochBefore = engine.epoch;
  }

  protected ended(): void {
    this.#engine = null;
  }

  protected override forgot(): void {
    this.#epochBefore = undefined;
  }
}
