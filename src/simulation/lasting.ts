import type { World } from './world.ts';

/** What must not last: tells once each time that it does. Look once a second. */
export class Lasting {
  readonly #world: World;
  /** Since when it is so, by rule and program. */
  readonly #since = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
  }

  note(rule: string, name: string, isSo: boolean, mostMs: number): void {
    const { clock } = this.#world;
    const of = `${rule} ${name}`;
    const since = this.#since.get(of) ?? clock.now();
    if (isSo) this.#since.set(of, since);
    else this.#since.delete(of);
    if (isSo && clock.now() - since === mostMs) this.#world.violated(rule, `${name} for ${mostMs} ms`);
  }
}
