import type { World } from './world.ts';

/** So long an operator looks at what an edge says before doing anything. */
const LOOKS_MS = 8_000;
/** Everything has been put right that comes right by itself. */
const TROUBLE_IS_OVER_MS = 52_000;
/** So long for an engine that was started again to become ready. */
const READY_MS = 5_000;

/**
 * Who does by hand what the runbook asks for, and only where programs say so: when edges have `NO_ENGINE` and the engines that run
 * `NEWER_REVISION`, one of these is started with `--supersede`, and the other one after it. Look once a second.
 */
export class Operator {
  readonly #world: World;
  #since: number | null = null;
  #isBusy = false;
  /** How often engines were made the newest. */
  superseded = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** How often the record was put back. */
  restored = 0;

  async look(): Promise<void> {
    const { clock, keeper } = this.#world;
    if (clock.now() - this.#world.begun > TROUBLE_IS_OVER_MS && keeper.isNeeded) await this.#restore();
    if (!this.#isTold) this.#since = null;
    else this.#since ??= clock.now();
    if (this.#since === null || this.#isBusy || clock.now() - this.#since < LOOKS_MS) return;
    this.#supersede();
  }

  /** As the runbook has it: everybody ends, so that nobody takes the places of others, and begins again once the facts are there. */
  async #restore(): Promise<void> {
    const { model, keeper } = this.#world;
    const programs = this.#world.programs();
    for (const program of programs) program.kill();
    model.loseStore();
    model.start();
    await keeper.restore().catch((error: unknown) => this.#world.violated('NOT_RESTORED', String(error)));
    for (const program of programs) program.start();
    this.restored += 1;
  }

  get #isTold(): boolean {
    const { edges, engines } = this.#world;
    const says = (missing: readonly { code: string }[] | undefined, code: string): boolean =>
      missing?.some((each) => each.code === code) === true;
    return (
      edges.every(({ core }) => says(core?.health().missing, 'NO_ENGINE')) &&
      engines.every(({ engine }) => says(engine?.health().missing, 'NEWER_REVISION'))
    );
  }

  #supersede(): void {
    const { clock, engines } = this.#world;
    const [first, ...others] = engines;
    this.superseded += 1;
    this.#isBusy = true;
    first!.startAgain({ supersede: true });
    clock.after(READY_MS, () => {
      for (const other of others) other.startAgain({ supersede: false });
      this.#isBusy = false;
    });
  }
}
