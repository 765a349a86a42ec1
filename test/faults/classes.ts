/** What can happen to a pipeline, by name: the classes of the campaign. */
import type { Dice } from '../../src/simulation/dice.ts';
import type { Topology } from './servers.ts';
import { pause, type Stage, type StageOptions } from './stage.ts';

export interface FaultClass {
  readonly name: string;
  readonly what: string;
  readonly topologies: readonly Topology[];
  /** For how long the venue speaks. */
  readonly seconds: number;
  readonly stage?: Partial<StageOptions>;
  /** What issue and runbook promise of the silence at a screen. */
  readonly silenceBarMs?: number;
  /** Resolves when it is over. */
  happen(stage: Stage, dice: Dice): Promise<void>;
}

const BOTH: readonly Topology[] = ['single', 'cluster'];
const SINGLE: readonly Topology[] = ['single'];
const CLUSTER: readonly Topology[] = ['cluster'];

export const CLASSES: readonly FaultClass[] = [
  {
    name: 'calm',
    what: 'nothing',
    topologies: BOTH,
    seconds: 3,
    silenceBarMs: 1_000,
    happen: async () => {},
  },
  {
    name: 'engine-killed',
    what: 'one of two engines is killed, and started again',
    topologies: BOTH,
    seconds: 5,
    silenceBarMs: 1_000,
    happen: async ({ engines }, dice) => {
      const engine = dice.one(engines);
      await engine.end();
      await pause(dice.between(300, 1_500));
      await engine.start();
    },
  },
  {
    name: 'engine-paused',
    what: 'one of two engines stops for a while',
    topologies: BOTH,
    seconds: 5,
    silenceBarMs: 1_000,
    happen: async ({ engines }, dice) => {
      const engine = dice.one(engines);
      engine.signal('SIGSTOP');
      await pause(dice.between(300, 4_000));
      engine.signal('SIGCONT');
    },
  },
  {
    name: 'engines-killed',
    what: 'both engines are killed, and started again',
    topologies: BOTH,
    seconds: 5,
    happen: async ({ engines }, dice) => {
      await Promise.all(engines.map((engine) => engine.end()));
      await pause(dice.between(300, 2_000));
      await Promise.all(engines.map((engine) => engine.start()));
    },
  },
  {
    name: 'edge-killed',
    what: 'one of two edges is killed; its screens go to the other one',
    topologies: BOTH,
    seconds: 5,
    silenceBarMs: 2_000,
    happen: async ({ edges }, dice) => {
      const edge = dice.one(edges);
      await edge.end();
      await pause(dice.between(300, 1_500));
      await edge.start();
    },
  },
  {
    name: 'venue-killed',
    what: 'the venue is killed while it speaks, and goes on with its outbox',
    topologies: BOTH,
    seconds: 4,
    happen: async (stage, dice) => {
      for (let times = dice.between(1, 3); times > 0 && !stage.isSaid; times -= 1) {
        await stage.killVenue();
        await pause(dice.between(100, 500));
        stage.startVenue();
        await pause(dice.between(500, 1_000));
      }
    },
  },
  {
    name: 'broker-killed',
    what: 'the broker is killed, and comes back with its store',
    topologies: SINGLE,
    seconds: 5,
    happen: async ({ servers }, dice) => servers.restart(0, 'killed', dice.between(100, 2_000)),
  },
  {
    name: 'broker-terminated',
    what: 'the broker ends in order, and comes back',
    topologies: SINGLE,
    seconds: 5,
    happen: async ({ servers }, dice) => servers.restart(0, 'terminated', dice.between(100, 2_000)),
  },
  {
    name: 'store-rolled-back',
    what: 'the broker comes back with an earlier copy of its store',
    topologies: SINGLE,
    seconds: 6,
    happen: async ({ servers }, dice) => {
      await servers.down(0);
      await servers.copyStore(0);
      await servers.up(0);
      await pause(dice.between(1_000, 2_500));
      await servers.down(0);
      await servers.putStoreBack(0);
      await servers.up(0);
    },
  },
  {
    name: 'store-lost',
    what: 'the broker comes back with an empty store',
    topologies: SINGLE,
    seconds: 5,
    happen: async ({ servers }, dice) => {
      await servers.down(0);
      await servers.loseStore(0);
      await pause(dice.between(0, 1_000));
      await servers.up(0);
    },
  },
  {
    name: 'leader-terminated',
    what: 'the server that leads VENUE ends in order, and comes back',
    topologies: CLUSTER,
    seconds: 8,
    silenceBarMs: 1_000,
    happen: async ({ servers }, dice) =>
      servers.restart(await servers.leaderOf(), 'terminated', dice.between(500, 3_000)),
  },
  {
    name: 'leader-killed',
    what: 'the server that leads VENUE is killed, and comes back',
    topologies: CLUSTER,
    seconds: 10,
    silenceBarMs: 7_000,
    happen: async ({ servers }, dice) =>
      servers.restart(await servers.leaderOf(), 'killed', dice.between(500, 3_000)),
  },
];
