/** What happens to one broker, to a cluster of three, and to everything at once. */
import { pause } from '../stage.ts';
import { BOTH, CLUSTER, type FaultClass, SINGLE } from './fault-class.ts';

const MIB = 1024 * 1024;
const ALL = [0, 1, 2] as const;

export const OF_BROKER: readonly FaultClass[] = [
  {
    name: 'broker-killed',
    what: 'the broker is killed, and comes back with its store',
    topologies: SINGLE,
    seconds: 5,
    hasLateEdge: true,
    happen: ({ servers }, dice) => servers.restart(0, 'killed', dice.between(100, 2_000)),
  },
  {
    name: 'broker-terminated',
    what: 'the broker ends in order, and comes back',
    topologies: SINGLE,
    seconds: 5,
    happen: ({ servers }, dice) => servers.restart(0, 'terminated', dice.between(100, 2_000)),
  },
  {
    name: 'broker-paused',
    what: 'the broker stops for a while, its connections stand',
    topologies: SINGLE,
    seconds: 6,
    happen: async ({ servers }, dice) => {
      servers.signal(0, 'SIGSTOP');
      await pause(dice.between(500, 5_000));
      servers.signal(0, 'SIGCONT');
    },
  },
  {
    name: 'store-rolled-back',
    what: 'the broker comes back with an earlier copy of its store',
    topologies: SINGLE,
    seconds: 6,
    hasLateEdge: true,
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
    hasLateEdge: true,
    happen: async ({ servers }, dice) => {
      await servers.down(0);
      await servers.loseStore(0);
      await pause(dice.between(0, 1_000));
      await servers.up(0);
    },
  },
  {
    name: 'disk-full',
    what: 'the broker has no room for a while',
    topologies: SINGLE,
    seconds: 6,
    hasLateEdge: true,
    stage: { storeMax: 16 * MIB },
    happen: async ({ servers }, dice) => {
      await servers.fill();
      await pause(dice.between(500, 3_000));
      await servers.makeRoom();
    },
  },
  {
    name: 'copies',
    what: 'all facts are published once more, in any order, twice: within the time in which ids are remembered, and after it',
    topologies: BOTH,
    seconds: 6,
    stage: { duplicateWindowMs: 2_000 },
    happen: async ({ servers }, dice) => {
      await servers.repeat((facts) => dice.shuffled(facts));
      await pause(2_500);
      await servers.repeat((facts) => dice.shuffled(facts));
    },
  },
  {
    name: 'power-cut',
    what: 'broker, engines, edges and venue are killed at the same moment, and started again',
    topologies: BOTH,
    seconds: 5,
    happen: async (stage, dice) => {
      const { servers, engines, edges } = stage;
      const ms = dice.between(300, 1_000);
      const back = servers.ports.map((_port, index) => servers.restart(index, 'killed', ms));
      await Promise.all([...engines, ...edges].map((part) => part.end()));
      await stage.killVenue();
      await Promise.all(back);
      stage.startVenue();
      await Promise.all([...engines, ...edges].map((part) => part.start()));
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
    reason:
      'a server of nats-server 2.9 waits 4 to 9 s, by chance and not to be set, until it stands for a stream that has no leader',
    happen: async ({ servers }, dice) =>
      servers.restart(await servers.leaderOf(), 'killed', dice.between(500, 3_000)),
  },
  {
    name: 'leader-paused',
    what: 'the server that leads VENUE stops for a while, its connections stand',
    topologies: CLUSTER,
    seconds: 10,
    happen: async ({ servers }, dice) => {
      const leader = await servers.leaderOf();
      servers.signal(leader, 'SIGSTOP');
      await pause(dice.between(1_000, 8_000));
      servers.signal(leader, 'SIGCONT');
    },
  },
  {
    name: 'two-killed',
    what: 'two of three servers are killed, and come back',
    topologies: CLUSTER,
    seconds: 8,
    happen: async ({ servers }, dice) => {
      const ms = dice.between(500, 3_000);
      const [one, other] = dice.shuffled(ALL);
      await Promise.all([one!, other!].map((index) => servers.restart(index, 'killed', ms)));
    },
  },
  {
    name: 'all-killed',
    what: 'all three servers are killed, and come back',
    topologies: CLUSTER,
    seconds: 8,
    hasLateEdge: true,
    happen: async ({ servers }, dice) => {
      const ms = dice.between(500, 2_000);
      await Promise.all(ALL.map((index) => servers.restart(index, 'killed', ms)));
    },
  },
  {
    name: 'rolling-restart',
    what: 'one server after the other is restarted, when all are whole again',
    topologies: CLUSTER,
    seconds: 12,
    happen: async ({ servers }) => {
      for (const index of ALL) {
        await servers.restart(index, 'terminated', 300);
        await servers.untilHealthy();
      }
    },
  },
  {
    name: 'hasty-restart',
    what: 'one server after the other is restarted, without waiting for anything',
    topologies: CLUSTER,
    seconds: 10,
    happen: async ({ servers }, dice) => {
      for (const index of ALL) {
        await servers.restart(index, 'terminated', 300);
        await pause(dice.between(0, 1_000));
      }
    },
  },
  {
    name: 'one-store-lost',
    what: 'one of three servers comes back with an empty store',
    topologies: CLUSTER,
    seconds: 10,
    hasLateEdge: true,
    happen: async ({ servers }, dice) => {
      const index = dice.throw(3);
      await servers.down(index);
      await servers.loseStore(index);
      await servers.up(index);
    },
  },
  {
    name: 'all-paused',
    what: 'all three servers stop for a while, their connections stand',
    topologies: CLUSTER,
    seconds: 8,
    happen: async ({ servers }, dice) => {
      for (const index of ALL) servers.signal(index, 'SIGSTOP');
      await pause(dice.between(500, 6_000));
      for (const index of ALL) servers.signal(index, 'SIGCONT');
    },
  },
  {
    name: 'all-rolled-back',
    what: 'the cluster comes back with earlier copies of its stores: what it had acknowledged since is lost',
    topologies: CLUSTER,
    seconds: 10,
    hasLateEdge: true,
    happen: async ({ servers }, dice) => {
      const each = (what: (index: number) => Promise<void>): Promise<unknown> => Promise.all(ALL.map(what));
      await each((index) => servers.down(index));
      await each((index) => servers.copyStore(index));
      await each((index) => servers.up(index));
      await servers.untilHealthy();
      await pause(dice.between(1_000, 2_500));
      await each((index) => servers.down(index));
      await each((index) => servers.putStoreBack(index));
      await each((index) => servers.up(index));
    },
  },
  {
    name: 'cluster-replaced',
    what: 'three servers with empty stores take the place of the three that were there',
    topologies: CLUSTER,
    seconds: 8,
    hasLateEdge: true,
    happen: async ({ servers }) => {
      await Promise.all(ALL.map((index) => servers.down(index)));
      await Promise.all(ALL.map((index) => servers.loseStore(index)));
      await Promise.all(ALL.map((index) => servers.up(index)));
    },
  },
];
