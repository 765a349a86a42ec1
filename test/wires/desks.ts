/** Recipients that live in memory, and gateways that die where a seed says: for runs in which nothing takes real time. */
import type { Broker, DeliveryStore } from '../../src/broker/broker.ts';
import type { Dice } from '../../src/simulation/dice.ts';
import type { Timing } from '../../src/timing.ts';
import { type Letter, NotHanded, type Way } from '../../src/wires/way.ts';

/** One start of a gateway. At every point where it waits for something it may die: then nothing of it goes on. */
export class Life {
  isOver = false;
  readonly #diesAt: () => boolean;

  constructor(diesAt: () => boolean = () => false) {
    this.#diesAt = diesAt;
  }

  async point(): Promise<void> {
    if (!this.isOver && this.#diesAt()) this.isOver = true;
    if (this.isOver) await new Promise<never>(() => {});
  }

  async through<T>(work: () => Promise<T>): Promise<T> {
    await this.point();
    const result = await work();
    await this.point();
    return result;
  }

  /** A broker that hears nothing more from the dead. */
  broker(broker: Broker): Broker {
    const { deliveries } = broker;
    const own: DeliveryStore = {
      read: (...asked) => this.through(() => deliveries.read(...asked)),
      write: (...said) => this.through(() => deliveries.write(...said)),
      stories: (...asked) => this.through(() => deliveries.stories(...asked)),
    };
    return new Proxy(broker, {
      get: (target, name) => {
        if (name === 'deliveries') return own;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }

  timing(timing: Timing): Timing {
    const alive = (run: () => void) => (): void => {
      if (!this.isOver) run();
    };
    return {
      now: () => timing.now(),
      elapsed: () => timing.elapsed(),
      soon: (run) => timing.soon(alive(run)),
      every: (ms, run) => {
        const stop = timing.every(ms, () => {
          if (this.isOver) stop();
          else run();
        });
        return stop;
      },
      after: (ms, run) => timing.after(ms, alive(run)),
    };
  }
}

/** A way without a place where letters are made ready. */
export const wayOf = (hand: Way['hand']): Way => ({
  place: async () => null,
  prepare: async () => {},
  hand,
  close: async () => {},
});

/** Takes requests; some of its answers do not come, some requests it refuses. */
export class PushDesk {
  readonly got: Letter[] = [];
  isReliable = false;
  readonly #dice: Dice;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  way(life: Life): Way {
    return wayOf((letter) => life.through(() => this.#take(letter)));
  }

  async #take(letter: Letter): Promise<void> {
    if (!this.isReliable && this.#dice.share() < 0.2) throw new NotHanded('it answers 503');
    this.got.push(letter);
    if (!this.isReliable && this.#dice.share() < 0.2) throw new NotHanded('its answer did not come');
  }

  /** Without repeats, as its own book of keys has it. */
  get once(): Letter[] {
    const keys = new Set<string>();
    return this.got.filter(({ key }) => !keys.has(key) && keys.add(key));
  }
}

/** A folder as `FileDrop` uses it, from which a desk takes files. */
export class FolderDesk {
  readonly seen: Letter[] = [];
  readonly #hidden = new Map<string, Letter>();
  readonly #files = new Map<string, Letter>();

  way(life: Life): Way {
    return {
      place: async () => 'folder',
      prepare: (letter) =>
        life.through(async () => {
          this.#hidden.set(`${letter.name}.${letter.dispatch.number}`, letter);
        }),
      hand: (letter) =>
        life.through(async () => {
          const name = `${letter.name}.${letter.dispatch.number}`;
          const ready = this.#hidden.get(name);
          if (ready === undefined) return;
          this.#hidden.delete(name);
          this.#files.set(letter.name, ready);
          this.seen.push(ready);
        }),
      close: async () => {},
    };
  }

  /** What a desk found that looks now and then. */
  readonly picked: Letter[] = [];

  takeAll(): void {
    this.picked.push(...this.#files.values());
    this.#files.clear();
  }
}
