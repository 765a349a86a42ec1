/** Engines of other programs beside those that run: another revision, and other rules that call themselves the same revision. */
import type { Dice } from '../../../src/simulation/dice.ts';
import { otherRules } from '../other-program.ts';
import { pause, type Stage } from '../stage.ts';
import { BOTH, type FaultClass, SINGLE } from './fault-class.ts';

/** An incident with a procedure (`src/OPERATIONS.md`, SplitsecondEnginesDisagree): it is counted, and who is wrong is ended. */
async function disagreed(stage: Stage, dice: Dice): Promise<void> {
  const [right, other] = stage.engines;
  await other!.end();
  const wrong = await stage.startEngine({ program: await otherRules(stage.folder) });
  // The wrong one is first for a while.
  await right!.end();
  await pause(dice.between(500, 2_000));
  await right!.start();
  await pause(dice.between(500, 2_000));
  const counted = await Promise.all([right!, wrong].map(({ url }) => disagreements(url)));
  await wrong.end();
  await stage.startEngine({ more: ['--supersede'] });
  if (counted.every((count) => count === 0)) throw new Error('nobody counted a disagreement');
}

async function disagreements(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`, { headers: { connection: 'close' } })).text();
  return Number(/^splitsecond_disagreements_total (\d+)$/m.exec(metrics)?.[1]);
}

export const OF_PROGRAMS: readonly FaultClass[] = [
  {
    name: 'upgrade',
    what: 'engines of another revision are started beside the older ones, which end then; units begin meanwhile',
    topologies: BOTH,
    seconds: 12,
    hasLateEdge: true,
    happen: async (stage, dice) => {
      await stage.startOtherRevision();
      await pause(dice.between(0, 1_000));
      for (const engine of stage.engines) await engine.end('SIGTERM');
    },
  },
  {
    name: 'other-rules',
    what: 'an engine has other rules under the same revision; it is ended, and a right one supersedes',
    topologies: SINGLE,
    seconds: 10,
    hasLateEdge: true,
    happen: disagreed,
  },
];
