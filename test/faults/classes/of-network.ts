/** What happens to the network between parts. */
import type { Dice } from '../../../src/simulation/dice.ts';
import type { Link, Weather } from '../link.ts';
import { type PartName, pause, type Stage } from '../stage.ts';
import { BOTH, CLUSTER, type FaultClass, SINGLE } from './fault-class.ts';

const stage = { hasLinks: true };
const SHORT_MS = [300, 2_000] as const;
/** Longer than the broker remembers message ids. */
const BEYOND_MS = [3_000, 5_000] as const;
/** Longer than an edge may be behind and ready. */
const LONG_MS = [13_000, 13_500] as const;

async function weather(links: readonly Link[], what: Weather, ms: number): Promise<void> {
  for (const link of links) link.set(what);
  await pause(ms);
  for (const link of links) link.set('open');
}

const broken = (
  on: Stage,
  parts: readonly (PartName | 'screens')[],
  what: Weather,
  ms: number,
): Promise<void> =>
  weather(
    parts.flatMap((part) => on.links(part)),
    what,
    ms,
  );

const lasting = (dice: Dice, [least, most]: readonly [number, number]): number => dice.between(least, most);

/** The connection stands, or half of it. */
const QUIET = ['silent', 'one-way', 'half-closed'] as const;

interface Kind {
  readonly one: 'engine' | 'edge';
  readonly parts: readonly PartName[];
  /** When one of two is cut off: screens of an edge stay with it. */
  readonly barMs?: number;
  /** When both are. */
  readonly longMs: readonly [number, number];
}

const KINDS: readonly Kind[] = [
  { one: 'engine', parts: ['engine-0', 'engine-1'], barMs: 1_000, longMs: BEYOND_MS },
  { one: 'edge', parts: ['edge-0', 'edge-1'], longMs: LONG_MS },
];
const EVERYBODY: readonly PartName[] = [...KINDS.flatMap(({ parts }) => parts), 'venue'];

/** Whatever can happen between an engine and the broker can happen between an edge and it. */
const ofKind = ({ one, parts, barMs, longMs }: Kind): FaultClass[] => {
  const bar = barMs === undefined ? {} : { silenceBarMs: barMs };
  return [
    {
      name: `${one}-cut`,
      what: `one of two ${one}s is cut off from the broker`,
      topologies: BOTH,
      seconds: 5,
      ...bar,
      stage,
      happen: (on, dice) => broken(on, [dice.one(parts)], 'cut', lasting(dice, SHORT_MS)),
    },
    {
      name: `${one}-cut-long`,
      what: `one of two ${one}s is cut off for longer than the broker remembers message ids`,
      topologies: SINGLE,
      seconds: 6,
      ...bar,
      hasLateEdge: true,
      stage,
      happen: (on, dice) =>
        broken(on, [dice.one(parts)], dice.one(['cut', 'silent']), lasting(dice, BEYOND_MS)),
    },
    {
      name: `${one}s-cut-long`,
      what: `both ${one}s are cut off for ${longMs[0] / 1_000} s and more`,
      topologies: one === 'engine' ? BOTH : SINGLE,
      seconds: Math.ceil(longMs[1] / 1_000) + 1,
      hasLateEdge: true,
      stage,
      happen: (on, dice) => broken(on, parts, dice.one(['cut', 'silent']), lasting(dice, longMs)),
    },
    {
      name: `${one}-silent`,
      what: `nothing comes through between one ${one} and the broker, nothing comes back, or half of the connection is closed`,
      topologies: SINGLE,
      seconds: 5,
      ...bar,
      stage,
      happen: (on, dice) => broken(on, [dice.one(parts)], dice.one(QUIET), lasting(dice, SHORT_MS)),
    },
  ];
};

export const OF_NETWORK: readonly FaultClass[] = [
  ...KINDS.flatMap(ofKind),
  {
    name: 'venue-cut',
    what: 'the venue is cut off from the broker, or nothing comes through',
    topologies: BOTH,
    seconds: 5,
    stage,
    happen: (on, dice) => broken(on, ['venue'], dice.one(['cut', ...QUIET]), lasting(dice, BEYOND_MS)),
  },
  {
    name: 'all-cut',
    what: 'nobody reaches the broker',
    topologies: SINGLE,
    seconds: 6,
    hasLateEdge: true,
    stage,
    happen: (on, dice) => broken(on, EVERYBODY, 'cut', lasting(dice, BEYOND_MS)),
  },
  {
    name: 'network-slow',
    what: 'everything is 25 to 450 ms away from the broker, each way',
    topologies: BOTH,
    seconds: 6,
    stage,
    happen: async (on, dice) => {
      on.delay(dice.between(25, 450));
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
    what: 'nothing comes through between screens and edges for a while, or half of the connection is closed',
    topologies: SINGLE,
    seconds: 5,
    stage,
    happen: (on, dice) => broken(on, ['screens'], dice.one(QUIET), lasting(dice, BEYOND_MS)),
  },
  {
    name: 'leader-apart',
    what: 'the server that leads VENUE is cut off from the other two, and everybody still reaches it',
    topologies: CLUSTER,
    seconds: 12,
    hasLateEdge: true,
    stage: { hasRouteLinks: true },
    happen: async ({ servers }, dice) => {
      const links = servers.routesOf(await servers.leaderOf());
      await weather(links, dice.one(['cut', 'silent']), dice.between(1_000, 10_000));
    },
  },
];
