import type { EngineProgram } from './engine-program.ts';
import { Lasting } from './lasting.ts';
import type { World } from './world.ts';

/** The next look is at most 5 s away, and four of them take 2 s and their time on the way. */
const MUST_BE_FOUND_MS = 12_000;
/** By an engine that is current. */
const MUST_BE_SAID_MS = 8_000;

/**
 * A program that knows of something that the broker has lost finds it, and begins anew; an engine that had read facts that are gone says in the
 * stream that they are missing, unless they came again. Look once a second.
 */
export class LossCheck {
  readonly #world: World;
  readonly #lasting: Lasting;

  constructor(world: World) {
    this.#world = world;
    this.#lasting = new Lasting(world);
  }

  look(): void {
    const { model, engines } = this.#world;
    const answers = model.isUp && !model.isElecting && !model.isFull;
    for (const program of this.#world.programs())
      this.#lasting.note('LOSS_NOT_FOUND', program.name, answers && program.misses, MUST_BE_FOUND_MS);
    for (const engine of engines)
      this.#lasting.note('LOSS_NOT_TOLD', engine.name, answers && this.#isSilent(engine), MUST_BE_SAID_MS);
  }

  #isSilent(program: EngineProgram): boolean {
    if (!program.canAsk || program.lost.length === 0) return false;
    if (program.engine?.health().missing.length !== 0) return false;
    const { expected } = this.#world.model;
    return program.lost.some((lost) => !expected.hasComeTo(lost));
  }
}
