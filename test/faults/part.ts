import { type PartOptions, type PartProcess, startPart } from '../support/part-process.ts';

/** An engine or an edge of a run, which is killed and started again where it was. */
export class Part {
  readonly #args: readonly string[];
  readonly #options: PartOptions;
  #end: PartProcess['end'] = async () => {};
  #process: PartProcess | null = null;
  /** Of all its lives. */
  #logged = '';

  constructor(args: readonly string[], options: PartOptions) {
    this.#args = args;
    this.#options = options;
  }

  /** Resolves when it says that it is ready. */
  async start(): Promise<void> {
    const started = (end: PartProcess['end']): void => {
      this.#end = end;
    };
    this.#process = await startPart(this.#args, { ...this.#options, started });
  }

  /** `SIGSTOP` and `SIGCONT`: its connections stand. */
  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGUSR2'): void {
    this.#process?.child.kill(signal);
  }

  async end(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await this.#end(signal);
    this.#logged = this.log;
    this.#process = null;
  }

  get url(): string {
    return this.#process?.url ?? '';
  }

  get pid(): number {
    return this.#process!.child.pid!;
  }

  get log(): string {
    return this.#logged + (this.#process?.log() ?? '');
  }
}
