/** What happens to the network between parts. */
import type { Dice } from '../../../src/simulation/dice.ts';
import type { Weather } from '../link.ts';
import { type PartName, pause, type Stage } from '../stage.ts';
import { BOTH, type FaultClass, SINGLE } from './fault-class.ts';

const ENGINES: readonly PartName[] = ['engine-0', 'engine-1'];
const EDGES: readonly PartName[] = ['edge-0', 'edge-1'];
const stage = { hasLinks: true };
const SHORT_MS = [300, 2_000] as const;
/** Longer than the broker remembers message ids. */
const BEYOND_MS = [3_000, 5_000] as const;
const LONG_MS = [13_000, 13_500] as const;

async function broken(
  on: Stage,
  parts: readonly (PartName | 'screens')[],
  weather: Weather,
  ms: number,
): Promise<void> {
  const all = parts.flatMap((part) => on.links(part));
  for (const link of all) link.set(weather);
  await pause(ms);
  for (const link of all) link.set('open');
}

const lasting = (dice: Dice, [least, most]: readonly [number, number]): number => dice.between(least, most);

export const OF_NETWORK: readonly FaultClass[] = [
  {
    name: 'engine-cut',
    what: 'one of two engines is cut off from the broker',
    topologies: BOTH,
    seconds: 5,
    silenceBarMs: 1_000,
    stage,
    happen: (on, dice) => broken(on, [dice.one(ENGINES)], 'cut', lasting(dice, SHORT_MS)),
  },
  {
    name: 'engine-cut-long',
    what: 'one of two engines is cut off for longer than the broker remembers message ids',
    topologies: SINGLE,
    seconds: 6,
    silenceBarMs: 1_000,
    hasLateEdge: true,
    stage,
    happen: (on, dice) =>
      broken(on, [dice.one(ENGINES)], dice.one(['cut', 'silent']), lasting(dice, BEYOND_MS)),
  },
  {
    name: 'engines-cut-long',
    what: 'both engines are cut off for longer than the broker remembers message ids',
    topologies: BOTH,
    seconds: 6,
    hasLateEdge: true,
    stage,
    happen: (on, dice) => broken(on, ENGINES, dice.one(['cut', 'silent']), lasting(dice, BEYOND_MS)),
  },
  {
    name: 'engine-silent',
    what: 'nothing comes through between one engine and the broker, or nothing comes back',
    topologies: SINGLE,
    seconds: 5,
    silenceBarMs: 1_000,
    stage,
    happen: (on, dice) =>
      broken(on, [dice.one(ENGINES)], dice.one(['silent', 'one-way']), lasting(dice, SHORT_MS)),
  },
  {
    name: 'edge-cut',
    what: 'one of two edges is cut off from the broker',
    topologies: BOTH,
    seconds: 5,
    stage,
    happen: (on, dice) => broken(on, [dice.one(EDGES)], 'cut', lasting(dice, SHORT_MS)),
  },
  {
    name: 'edge-silent',
    what: 'nothing comes through between one edge and the broker, or nothing comes back',
    topologies: SINGLE,
    seconds: 5,
    stage,
    happen: (on, dice) =>
      broken(on, [dice.one(EDGES)], dice.one(['silent', 'one-way']), lasting(dice, SHORT_MS)),
  },
  {
    name: 'edges-cut-long',
    what: 'both edges are cut off for longer than one may be behind and ready',
    topologies: SINGLE,
    seconds: 15,
    stage,
    happen: (on, dice) => broken(on, EDGES, dice.one(['cut', 'silent']), lasting(dice, LONG_MS)),
  },
  {
    name: 'venue-cut',
    what: 'the venue is cut off from the broker, or nothing comes through',
    topologies: BOTH,
    seconds: 5,
    stage,
    happen: (on, dice) =>
      broken(on, ['venue'], dice.one(['cut', 'silent', 'one-way']), lasting(dice, BEYOND_MS)),
  },
  {
    name: 'all-cut',
    what: 'nobody reaches the broker',
    topologies: SINGLE,
    seconds: 6,
    hasLateEdge: true,
    stage,
    happen: (on, dice) => broken(on, [...ENGINES, ...EDGES, 'venue'], 'cut', lasting(dice, BEYOND_MS)),
  },
  {
    name: 'network-slow',
    what: 'everything is 25 to 450 ms away from the broker, each way',
    topologies: BOTH,
    seconds: 6,
    stage,
    happen: async (on, dice) => {
      const ms = dice.between(25, 450);
      for (const part of [...ENGINES, ...EDGES, 'venue'] as const)
        for (const link of on.links(part)) link.delay(ms);
      await pause(4_000);
    },
  },
  {
    name: 'screens-cut',
    what: 'the connections of screens break, again and again',
    topologies: SINGLE,
    seconds: 5,
    stage,
    happen: async (on, dice) => {
      for (let times = dice.between(1, 4); times > 0; times -= 1) {
        await broken(on, ['screens'], 'cut', dice.between(50, 500));
        await pause(dice.between(100, 700));
      }
    },
  },
  {
    name: 'screens-silent',
    what: 'nothing comes through between screens and edges for a while',
    topologies: SINGLE,
    seconds: 5,
    stage,
    happen: (on, dice) => broken(on, ['screens'], dice.one(['silent', 'one-way']), lasting(dice, BEYOND_MS)),
  },
];
