import type { Broker } from '../broker/broker.ts';
import { BrokerError } from '../broker/errors.ts';
import type { Loss } from '../broker/loss.ts';
import type { Timing } from '../timing.ts';
import type { SimulatedArchiveDisk } from './archive-disk.ts';
import type { ModelConnection } from './broker/connection.ts';
import type { BrokerModel } from './broker/model.ts';
import { NetworkWay } from './broker/network-way.ts';
import { Program } from './program.ts';
import type { Reading } from './reading.ts';
import type { SharedCore } from './shared-core.ts';

export interface Surroundings {
  readonly clock: Timing;
  readonly model: BrokerModel;
  readonly core: SharedCore;
  readonly reading: Reading;
  readonly archiveDisk: SimulatedArchiveDisk;
  /** Milliseconds that the next message takes, one way. */
  readonly delayMs: () => number;
  /** A program threw what no fault explains. */
  readonly failed: (name: string, error: unknown) => void;
}

const RESTART_MS = 1_000;
/** The folder of the archive. */
export const ARCHIVE = '/archive';

/** A program with a connection to the broker, and whoever starts it again when it has ended. */
export abstract class ConnectedProgram {
  readonly name: string;
  protected readonly surroundings: Surroundings;
  #program: Program | null = null;
  #way: NetworkWay | null = null;
  #connection: ModelConnection | null = null;
  /** How the line to the broker is, whoever uses it. */
  #line: 'open' | 'silent' | 'cut' = 'open';
  #skewMs = 0;
  #startedAt = 0;
  /** Of brokers, since its process began. */
  protected readonly losses: Loss[] = [];

  constructor(name: string, surroundings: Surroundings) {
    this.name = name;
    this.surroundings = surroundings;
  }

  /** Null while it does not run. */
  get program(): Program | null {
    return this.#program;
  }

  /** In the time of the world; the last time of several. */
  get startedAt(): number {
    return this.#startedAt;
  }

  /** Whether it could ask the broker something now. */
  get canAsk(): boolean {
    return this.#program?.isRunning === true && this.#line === 'open' && this.#connection?.connected === true;
  }

  /** Whether it would not find what it knows of. */
  get misses(): boolean {
    return this.canAsk && this.#connection!.misses;
  }

  /** Starts it, and again for as long as it cannot begin. */
  start(): void {
    const { clock, model, delayMs } = this.surroundings;
    this.#startedAt = clock.now();
    const program = new Program(clock);
    program.skewMs = this.#skewMs;
    this.#program = program;
    const way = new NetworkWay({ timing: clock, delayMs, server: model, program });
    if (!model.isUp || this.#line === 'cut') {
      this.#againLater(program);
      return;
    }
    const connection = model.connect(way);
    way.carries(connection);
    if (this.#line === 'silent') way.silence();
    this.#way = way;
    this.#connection = connection;
    connection.onReplaced((loss) =>
      program.run(() => {
        this.losses.push(loss);
        this.#againLater(program);
      }),
    );
    this.begin(connection, program).catch((error: unknown) => {
      if (!(error instanceof BrokerError)) this.surroundings.failed(this.name, error);
      program.run(() => this.#againLater(program));
    });
  }

  /** As SIGKILL does it. */
  kill(): void {
    this.#end();
    this.losses.length = 0;
    this.forgot();
  }

  #end(): void {
    const [way, connection] = [this.#way, this.#connection];
    this.#program?.end();
    this.#program = null;
    this.#way = null;
    this.#connection = null;
    way?.end();
    this.ended();
    void connection?.close();
  }

  pause(): void {
    this.#program?.pause();
  }

  goOn(): void {
    this.#program?.goOn();
  }

  cut(): void {
    this.#line = 'cut';
    this.#way?.cut();
  }

  silence(): void {
    this.#line = 'silent';
    this.#way?.silence();
  }

  mend(): void {
    this.#line = 'open';
    this.#way?.mend();
  }

  skew(ms: number): void {
    this.#skewMs = ms;
    if (this.#program !== null) this.#program.skewMs = ms;
  }

  /** What the program does once it is connected. */
  protected abstract begin(broker: Broker, program: Program): Promise<void>;

  /** The program has ended, or begins anew. */
  protected abstract ended(): void;

  /** Its process is gone with all that it remembered. */
  protected forgot(): void {}

  #againLater(program: Program): void {
    if (program !== this.#program) return;
    this.#end();
    this.surroundings.clock.after(RESTART_MS, () => {
      if (this.#program === null && this.isWanted) this.start();
    });
  }

  /** False once it was taken out of service. */
  protected isWanted = true;
}
