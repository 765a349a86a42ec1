/** What happens to engines and edges: whatever can happen to one of the two kinds can happen to the other. */
import type { Dice } from '../../../src/simulation/dice.ts';
import type { Part } from '../part.ts';
import { pause, type Stage } from '../stage.ts';
import { BOTH, type FaultClass, SINGLE } from './fault-class.ts';

interface Kind {
  readonly one: 'engine' | 'edge';
  readonly many: 'engines' | 'edges';
  /** When one of two is killed. */
  readonly killedBarMs: number;
  /** When one of two does nothing for a while: screens of an edge wait for it. */
  readonly stillBarMs?: number;
}

const KINDS: readonly Kind[] = [
  { one: 'engine', many: 'engines', killedBarMs: 1_000, stillBarMs: 1_000 },
  { one: 'edge', many: 'edges', killedBarMs: 2_000 },
];

/** Longer than an edge may be behind and ready. */
const LONG_MS = 13_000;
/** An edge may take five seconds to find that no engine says anything. */
const UNHEARD_MS = 7_000;

async function again(parts: readonly Part[], ms: number, signal?: NodeJS.Signals): Promise<void> {
  await Promise.all(parts.map((part) => part.end(signal)));
  await pause(ms);
  await Promise.all(parts.map((part) => part.start()));
}

async function stopped(parts: readonly Part[], ms: number): Promise<void> {
  for (const part of parts) part.signal('SIGSTOP');
  await pause(ms);
  for (const part of parts) part.signal('SIGCONT');
}

const ofKind = ({ one, many, killedBarMs, stillBarMs }: Kind): FaultClass[] => [
  {
    name: `${one}-killed`,
    what: `one of two ${many} is killed, and started again`,
    topologies: BOTH,
    seconds: 5,
    silenceBarMs: killedBarMs,
    happen: (stage, dice) => again([dice.one(stage[many])], dice.between(300, 1_500)),
  },
  {
    name: `${one}-ended`,
    what: `one of two ${many} ends in order, and is started again`,
    topologies: SINGLE,
    seconds: 5,
    happen: (stage, dice) => again([dice.one(stage[many])], dice.between(100, 500), 'SIGTERM'),
  },
  {
    name: `${one}-paused`,
    what: `one of two ${many} stops for a while, its connections stand`,
    topologies: one === 'engine' ? BOTH : SINGLE,
    seconds: 5,
    ...(stillBarMs === undefined ? {} : { silenceBarMs: stillBarMs }),
    happen: (stage, dice) => stopped([dice.one(stage[many])], dice.between(300, 4_000)),
  },
  {
    name: `${many}-killed`,
    what: `both ${many} are killed, and started again`,
    topologies: one === 'engine' ? BOTH : SINGLE,
    seconds: 5,
    happen: (stage, dice) => again(stage[many], dice.between(300, 2_000)),
  },
  {
    name: `${many}-paused-long`,
    what: `both ${many} stop for longer than an edge may be behind and ready`,
    topologies: SINGLE,
    seconds: 15,
    hasLateEdge: true,
    happen: (stage) => stopped(stage[many], LONG_MS),
  },
];

/** Nobody computes anything: an edge that says that it is ready then does not tell the truth. */
async function enginesGone({ engines, edgeUrls }: Stage, dice: Dice): Promise<void> {
  await Promise.all(engines.map((engine) => engine.end()));
  await pause(UNHEARD_MS + dice.throw(3_000));
  const answers = await Promise.all(
    edgeUrls.map(async (url) => (await fetch(`${url}/readyz`, { headers: { connection: 'close' } })).status),
  );
  await Promise.all(engines.map((engine) => engine.start()));
  if (answers.includes(200)) throw new Error('an edge was ready without any engine');
}

export const OF_PARTS: readonly FaultClass[] = [
  {
    name: 'calm',
    what: 'nothing',
    topologies: BOTH,
    seconds: 3,
    silenceBarMs: 1_000,
    happen: async () => {},
  },
  ...KINDS.flatMap(ofKind),
  {
    name: 'engines-gone',
    what: 'both engines are killed, and started again when edges have had time to say that there is none',
    topologies: SINGLE,
    seconds: 9,
    happen: enginesGone,
  },
  {
    name: 'engine-clock',
    what: "one engine's clock jumps by hours",
    topologies: SINGLE,
    seconds: 5,
    silenceBarMs: 1_000,
    stage: { hasSkewedClock: true },
    happen: async ({ engines }, dice) => {
      for (let times = dice.between(1, 3); times > 0; times -= 1) {
        engines[0]!.signal('SIGUSR2');
        await pause(dice.between(300, 1_000));
      }
    },
  },
  {
    name: 'start-together',
    what: 'everything starts at the same moment, on a broker that has nothing',
    topologies: BOTH,
    seconds: 3,
    stage: { startTogether: true },
    happen: async () => {},
  },
];
