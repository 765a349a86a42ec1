import type { EdgeCore } from '../fanout/edge-core.ts';
import { LATE_MS } from '../model/missing.ts';
import { Lasting } from './lasting.ts';
import type { World } from './world.ts';

/** An edge that has shown something for so long after it was old has to say that it is behind, and somewhat later that it is not ready. */
const MUST_BE_TOLD_MS = 8_000;
const MUST_NOT_BE_READY_MS = LATE_MS + 2_000;
/** What has just come may be about to be shown. */
const MOMENT_MS = 1_000;

/**
 * Holds what an edge says of itself against what it shows. What it shows is old from the fact on that made it so, or from when the edge
 * started or the broker lost something: then nobody can know at once. Look once a second.
 */
export class LagCheck {
  readonly #world: World;
  /** Since when an edge has shown what nothing is known of, by edge, channel and hash. */
  readonly #unknownSince = new Map<string, number>();
  /** That an edge says that it is current, and shows what was old for too long. */
  readonly #untrue: Lasting;

  constructor(world: World) {
    this.#world = world;
    this.#untrue = new Lasting(world);
  }

  look(): void {
    for (const { name, core, program, startedAt } of this.#world.edges) {
      // A program that stands still answers nobody who asks whether it is current.
      const health = program?.isRunning === true ? core?.health() : undefined;
      const since = Math.max(startedAt, this.#world.model.lostAtMs);
      const oldMs = health === undefined ? 0 : this.#oldestMs(name, core!, since);
      const saysCurrent = health?.isConnected === true && health.behind === 0;
      this.#untrue.note('LAG_NOT_TOLD', name, oldMs >= MUST_BE_TOLD_MS && saysCurrent, MOMENT_MS);
      const saysReady = health?.missing.length === 0;
      this.#untrue.note('NOT_READY', name, oldMs >= MUST_NOT_BE_READY_MS && saysReady, MOMENT_MS);
    }
  }

  /** For how long the oldest of what it shows has been old. */
  #oldestMs(edge: string, { shelf }: EdgeCore, knownSince: number): number {
    const now = this.#world.clock.now();
    const ages = this.#world.model.expected
      .old((channel) => shelf.current(channel))
      .map(({ channel, document, sinceMs }) => {
        const of = `${edge} ${channel} ${document?.hash}`;
        const since = sinceMs ?? this.#unknownSince.get(of) ?? now;
        if (sinceMs === null) this.#unknownSince.set(of, since);
        return now - Math.max(since, knownSince);
      });
    return Math.max(0, ...ages);
  }
}
