import type { Broker } from '../broker/broker.ts';
import { type LostFacts, lostInAll } from '../broker/loss.ts';
import { type Engine, startEngine } from '../engine.ts';
import { SYSTEM_SOURCE } from '../ingest/system-source.ts';
import type { Channel } from '../model/document.ts';
import { ARCHIVE, ConnectedProgram, type Surroundings } from './connected-program.ts';
import type { Program } from './program.ts';

/** What two engines have published under one number is not the same. */
export interface Disagreement {
  readonly epoch: string;
  readonly channel: Channel;
}

/** What an engine says that is a fault of the run. */
export interface EngineComplaints {
  disagree(engine: string, fields: Disagreement): void;
  stopped(engine: string, fields: object): void;
}

export class EngineProgram extends ConnectedProgram {
  readonly revision: string;
  readonly #complaints: EngineComplaints;
  #engine: Engine | null = null;
  /** What the process remembers when it begins anew. */
  #epochBefore: string | undefined;
  /** As with `--supersede`, until it runs. */
  #supersedes = false;

  constructor(name: string, revision: string, surroundings: Surroundings, complaints: EngineComplaints) {
    super(name, surroundings);
    this.revision = revision;
    this.#complaints = complaints;
  }

  get engine(): Engine | null {
    return this.#engine;
  }

  /** Facts that it had read, and that a broker has lost since its process began. */
  get lost(): readonly LostFacts[] {
    return lostInAll(this.losses).filter(({ source }) => source !== SYSTEM_SOURCE);
  }

  /** Started again by hand; with `--supersede` its revision counts as the newest. */
  startAgain({ supersede }: { supersede: boolean }): void {
    this.kill();
    this.#supersedes = supersede;
    this.start();
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
      if (code === 'ENGINES_DISAGREE') this.#complaints.disagree(name, fields as Disagreement);
      if (code === 'UNIT_STOPPED') this.#complaints.stopped(name, fields);
    };
    const log = { info: () => {}, warn: () => {}, error };
    const { core, archiveDisk: disk } = this.surroundings;
    const remembered = this.#epochBefore === undefined ? {} : { epochBefore: this.#epochBefore };
    const supersede = this.#supersedes;
    const lost = lostInAll(this.losses);
    const archive = { archive: ARCHIVE, disk };
    const how = { broker, log, revision, timing: program, core, lost, supersede, ...archive };
    const engine = await startEngine({ ...how, ...remembered });
    if (program.isEnded) return;
    this.#engine = engine;
    this.#supersedes = false;
    this.#epochBefore = engine.epoch;
  }

  protected ended(): void {
    this.#engine = null;
  }

  protected override forgot(): void {
    this.#epochBefore = undefined;
  }
}
