import { added } from '../broker/added.ts';
import type { Broker, Subscription } from '../broker/broker.ts';
import type { OutputPage } from '../incidents/part.ts';
import type { Timing } from '../timing.ts';
import { NEVER_TAKEN, type Output, type OutputHeard } from './output.ts';
import { OutputPages } from './output-pages.ts';
import { outputIn } from './stored-output.ts';

/** Who looks is told again and again: silence means that it has lost its edge. */
const SAID_AGAIN_MS = 2_000;
/** Names come from whoever may write. */
const OUTPUTS_MOST = 100;

/** What outputs show, as a program has heard it of the broker, and which pages show it of those that ask this program. */
export class OnAirHeard {
  readonly #broker: Pick<Broker, 'onAir' | 'connected'>;
  readonly #timing: Pick<Timing, 'every' | 'elapsed'>;
  readonly #outputs = new Map<string, Output>();
  readonly #pages = new OutputPages();
  readonly #tells = new Set<() => void>();
  #stops: (() => unknown)[] = [];

  constructor(broker: Pick<Broker, 'onAir' | 'connected'>, timing: Pick<Timing, 'every' | 'elapsed'>) {
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

  /** By output the pages that show it. */
  get pages(): Readonly<Record<string, readonly OutputPage[]>> {
    return this.#pages.shown(this.#timing.elapsed());
  }

  /** A page says that it shows this output. */
  show(name: string, page: OutputPage): void {
    this.#pages.take(name, page, this.#timing.elapsed());
  }

  /** `tell`: something may be otherwise, or nothing was said for a while. Gives who ends it. */
  follow(tell: () => void): () => void {
    return added(this.#tells, () => tell());
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
