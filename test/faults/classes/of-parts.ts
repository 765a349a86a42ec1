/** What happens to engines, edges, the venue and screens. */

import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Dice } from '../../../src/simulation/dice.ts';
import { pause, type Stage } from '../stage.ts';
import { BOTH, type FaultClass, SINGLE } from './fault-class.ts';

const run = promisify(execFile);
/** Longer than an edge may be behind and ready. */
const LONG_MS = 13_000;

async function outboxFull(stage: Stage, dice: Dice): Promise<void> {
  const file = join(stage.folder, 'outbox', 'FAULTS.outbox.ndjson');
  const limit = async (bytes: string): Promise<unknown> =>
    run('prlimit', ['--pid', String(stage.venue.child.pid), `--fsize=${bytes}:unlimited`]);
  // In the middle of a line, as a disk ends.
  await limit(String((await stat(file)).size + dice.between(0, 150)));
  await pause(dice.between(300, 1_500));
  if (dice.once(2)) {
    await stage.killVenue();
    stage.startVenue();
  } else await limit('unlimited');
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
    name: 'engines-paused-long',
    what: 'both engines stop for longer than an edge may be behind and ready',
    topologies: SINGLE,
    seconds: 15,
    hasLateEdge: true,
    happen: async ({ engines }) => {
      for (const engine of engines) engine.signal('SIGSTOP');
      await pause(LONG_MS);
      for (const engine of engines) engine.signal('SIGCONT');
    },
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
    name: 'edge-ended',
    what: 'one of two edges ends in order, and is started again',
    topologies: SINGLE,
    seconds: 5,
    happen: async ({ edges }, dice) => {
      const edge = dice.one(edges);
      await edge.end('SIGTERM');
      await pause(dice.between(100, 500));
      await edge.start();
    },
  },
  {
    name: 'edge-paused',
    what: 'one of two edges stops for a while, and its screens wait',
    topologies: SINGLE,
    seconds: 5,
    happen: async ({ edges }, dice) => {
      const edge = dice.one(edges);
      edge.signal('SIGSTOP');
      await pause(dice.between(300, 4_000));
      edge.signal('SIGCONT');
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
    name: 'outbox-full',
    what: "the venue's disk ends in the middle of a line; half of the times the venue is killed then",
    topologies: SINGLE,
    seconds: 4,
    happen: outboxFull,
  },
  {
    name: 'screens-slow',
    what: 'screens do not read for a while',
    topologies: SINGLE,
    seconds: 5,
    happen: async (stage, dice) => {
      for (const { name } of stage.roles) stage.sleep(name, dice.between(500, 4_000));
      await pause(4_000);
    },
  },
  {
    name: 'many-starters',
    what: '5,000 starters in one of the finals',
    topologies: SINGLE,
    // Few facts: the screens share a process, and work out the hash of 5,000 rows at each version.
    seconds: 10,
    perSecond: 2,
    starters: 5_000,
    happen: async () => {},
  },
  {
    name: 'start-together',
    what: 'everything starts at the same moment, on a broker that has nothing',
    topologies: BOTH,
    seconds: 3,
    stage: { startTogether: true },
    happen: async () => {},
  },
  {
    name: 'upgrade',
    what: 'engines of another revision are started beside the older ones, which end then',
    topologies: SINGLE,
    seconds: 8,
    hasLateEdge: true,
    happen: async (stage, dice) => {
      await stage.startOtherRevision();
      await pause(dice.between(0, 1_000));
      for (const engine of stage.engines) await engine.end('SIGTERM');
    },
  },
];
