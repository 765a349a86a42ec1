import type { Broker, Subscription } from '../broker/broker.ts';
import type { Timing } from '../timing.ts';
import { NEVER_TAKEN, type Output, type OutputHeard } from './output.ts';
import { outputIn } from './stored-output.ts';

/** Who looks is told again and again: silence means that it has lost its edge. */
const SAID_AGAIN_MS = 2_000;
/** Names come from whoever may write. */
const OUTPUTS_MOST = 100;

/** What outputs show, as a program has heard it of the broker, and how many pages show it of those that ask this program. */
export class OnAirHeard {
  readonly #broker: Pick<Broker, 'onAir' | 'connected'>;
  readonly #timing: Pick<Timing, 'every'>;
  readonly #outputs = new Map<string, Output>();
  readonly #lookers = new Map<string, number>();
  readonly #tells = new Set<() => void>();
  #stops: (() => unknown)[] = [];

  constructor(broker: Pick<Broker, 'onAir' | 'connected'>, timing: Pick<Timing, 'every'>) {
    this.#broker = broker;
    this.#timing = timing;
  }

  async start(): Promise<void> {
    const reading: Subscription = await this.#broker.onAir.follow((name, data) => this.#take(name, data));
    this.#stops = [() => reading.stop(), this.#timing.every(SAID_AGAIN_MS, () => this.#tell())];
  }

  async stop(): Promise<void> {
    for (const stop of this.#stops.splice(0)) await stop();
  }

  /** Those that something was ever taken to, by name. */
  get outputs(): readonly OutputHeard[] {
    return [...this.#outputs.keys()].sort().map((name) => this.output(name));
  }

  output(name: string): OutputHeard {
    return { name, ...(this.#outputs.get(name) ?? NEVER_TAKEN), isConfirmed: this.#broker.connected };
  }

  /** How many pages show each output. */
  get lookers(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#lookers);
  }

  /** `tell`: something may be otherwise, or nothing was said for a while. Gives who ends it. */
  follow(tell: () => void): () => void {
    const own = (): void => tell();
    this.#tells.add(own);
    return () => void this.#tells.delete(own);
  }

  /** As `follow`, for a page that shows this output. */
  show(name: string, tell: () => void): () => void {
    const end = this.follow(tell);
    this.#lookers.set(name, (this.#lookers.get(name) ?? 0) + 1);
    return () => {
      end();
      const left = this.#lookers.get(name)! - 1;
      if (left > 0) this.#lookers.set(name, left);
      else this.#lookers.delete(name);
    };
  }

  #take(name: string, data: Uint8Array): void {
    const output = outputIn(data);
    if (output === null || (!this.#outputs.has(name) && this.#outputs.size >= OUTPUTS_MOST)) return;
    this.#outputs.set(name, output);
    this.#tell();
  }

  #tell(): void {
    for (const tell of this.#tells) tell();
  }
}
