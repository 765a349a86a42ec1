/** What happens to the venue and what it says, and to screens. */
import { execFile } from 'node:child_process';
import { copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Dice } from '../../../src/simulation/dice.ts';
import { pause, type Stage } from '../stage.ts';
import { BOTH, type FaultClass, SINGLE } from './fault-class.ts';

const run = promisify(execFile);

const outboxOf = ({ folder }: Stage): string => join(folder, 'outbox', 'FAULTS.outbox.ndjson');

async function outboxFull(stage: Stage, dice: Dice): Promise<void> {
  const limit = async (bytes: string): Promise<unknown> =>
    run('prlimit', ['--pid', String(stage.venue.child.pid), `--fsize=${bytes}:unlimited`]);
  // In the middle of a line, as a disk ends.
  await limit(String((await stat(outboxOf(stage))).size + dice.between(0, 150)));
  await pause(dice.between(300, 1_500));
  if (dice.once(2)) {
    await stage.killVenue();
    stage.startVenue();
  } else await limit('unlimited');
}

/** As a machine that is put back to what it was: numbers that were given are given again. */
async function outboxOld(stage: Stage, dice: Dice): Promise<void> {
  await stage.killVenue();
  const copy = join(stage.folder, 'outbox.copy');
  await copyFile(outboxOf(stage), copy);
  stage.startVenue();
  await pause(dice.between(1_000, 2_500));
  await stage.killVenue();
  await copyFile(copy, outboxOf(stage));
  // What had not left that machine is said again by who says it.
  await stage.unsayUnstored();
  stage.startVenue();
}

export const OF_VENUE: readonly FaultClass[] = [
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
    name: 'outbox-old',
    what: 'the venue is killed, and comes back with an earlier copy of its outbox',
    topologies: SINGLE,
    seconds: 5,
    happen: outboxOld,
  },
  {
    name: 'busy',
    what: 'the venue says 100 facts a second, 50 ms away from the broker as everybody is',
    topologies: SINGLE,
    seconds: 6,
    perSecond: 100,
    stage: { hasLinks: true },
    happen: async (stage) => {
      stage.delay(25);
      await pause(5_000);
    },
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
];
