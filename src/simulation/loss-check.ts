import type { World } from './world.ts';

/** The next look is at most 5 s away, and four of them take 2 s and their time on the way. */
const MUST_BE_FOUND_MS = 12_000;

/** A program that knows of something that the broker has lost finds it, and begins anew. Look once a second. */
export class LossCheck {
  readonly #world: World;
  readonly #since = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
  }

  look(): void {
    const { model, clock } = this.#world;
    const answers = model.isUp && !model.isElecting && !model.isFull;
    for (const program of this.#world.programs()) {
      if (!answers || !program.misses) {
        this.#since.delete(program.name);
        continue;
      }
      const since = this.#since.get(program.name) ?? clock.now();
      this.#since.set(program.name, since);
      if (clock.now() - since === MUST_BE_FOUND_MS)
        this.#world.violated('LOSS_NOT_FOUND', `${program.name} for ${MUST_BE_FOUND_MS} ms`);
    }
  }
}
