import type { EdgeCore } from '../fanout/edge-core.ts';
import type { World } from './world.ts';

/** An edge that has shown something old for so long has to say that it is behind, or not ready. */
const MUST_BE_TOLD_MS = 8_000;

/** Holds what an edge says of itself against what it shows. Look once a second. */
export class LagCheck {
  readonly #world: World;
  /** Since when an edge has shown something old and said the opposite, by what it said. */
  readonly #since = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
  }

  look(): void {
    for (const { name, core, program } of this.#world.edges) {
      // A program that stands still answers nobody who asks whether it is current.
      const health = program?.isRunning === true ? core?.health() : undefined;
      const isStale = health !== undefined && this.#isStale(core!);
      this.#note('LAG_NOT_TOLD', name, isStale && health.isConnected && health.behind === 0);
      this.#note('NOT_READY', name, isStale && health.missing.length === 0);
    }
  }

  #isStale({ shelf }: EdgeCore): boolean {
    return this.#world.model.expected.others((channel) => shelf.current(channel)).length > 0;
  }

  #note(rule: string, name: string, isUntrue: boolean): void {
    const { clock } = this.#world;
    const of = `${rule} ${name}`;
    const since = this.#since.get(of) ?? clock.now();
    if (isUntrue) this.#since.set(of, since);
    else this.#since.delete(of);
    if (isUntrue && clock.now() - since === MUST_BE_TOLD_MS)
      this.#world.violated(rule, `${name} for ${MUST_BE_TOLD_MS} ms`);
  }
}
