/**
 * Question: how much memory does a server keep for one screen that has nothing to do?
 *
 *   server (core 0)  <--N connections, each follows one unit--  N screens in another process (core 1)
 *
 * Resident memory of the server's processes with all screens connected and a keep-alive sent, less what it was
 * before the first of them, divided by the screens. Node collects garbage before both readings. The kernel's
 * socket buffers are not in it, they are alike for all. The edge is measured twice: with screens that offer no
 * compression, and with screens that have all negotiated permessage-deflate, whose streams would cost tens of kB each if
 * they were kept (SC17: they are not). Every screen stays connected to the end, or no figure is printed. It would change
 * with the number of documents that a screen follows.
 * Needs a limit of open files above the number of screens (`ulimit -n`).
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Contestant, OURS, presentOnes } from './fan-out/contestants.ts';
import { residentBytes } from './fan-out/cpu-time.ts';
import { ask, setUp } from './fan-out/stage.ts';
import { type Answer, atMost, type Benchmark, type Figure, numberOf, rounded } from './support/benchmark.ts';
import { needOpenFiles } from './support/open-files.ts';
import { besideOthers } from './support/sentence.ts';

const RUNS = {
  smoke: { screens: 100, idleMs: 200 },
  real: { screens: 10_000, idleMs: 8_000 },
} as const;
const DEFLATED = `${OURS}, permessage-deflate`;
const LIMIT_KB = 12;
const KILO = 1_000;
const COLLECT_ON_ASKING = ['--expose-gc'];

export const memory: Benchmark = {
  name: 'memory',
  question: 'How much memory does a server keep for one idle screen (kB)?',
  async run(size, progress): Promise<Answer> {
    const { screens, idleMs } = RUNS[size];
    needOpenFiles(screens);
    const figures: Figure[] = [];
    for (const contestant of presentOnes(size, progress)) {
      const { name } = contestant;
      progress(`${name}, ${screens} screens ...`);
      figures.push({ server: name, ...(await measure(contestant, screens, idleMs)) });
      if (name !== OURS) continue;
      progress(`${DEFLATED}, ${screens} screens ...`);
      const deflated: Contestant = { ...contestant, dialect: 'edge, deflated' };
      figures.push({ server: DEFLATED, ...(await measure(deflated, screens, idleMs)) });
    }
    const bars = figures
      .filter(({ server }) => server === OURS || server === DEFLATED)
      .map((figure) =>
        atMost(
          `kB per idle screen, ${screens} screens, ${figure.server}`,
          figure['kB per screen'] as number,
          LIMIT_KB,
        ),
      );
    return { figures, bars };
  },
  sentence: (figures) => besideOthers(figures, 'server', 'kB per screen', 'kB for an idle screen'),
  inShort: (figures) => [
    `kB for one of ${numberOf(figures[0]!, 'screens')} idle screens:`,
    ...figures.map((figure) => `${figure.server} ${numberOf(figure, 'kB per screen')}`),
  ],
};

async function measure(contestant: Contestant, screens: number, idleMs: number): Promise<Figure> {
  let before = 0;
  const stage = await setUp({
    contestant,
    programme: 'one unit of 256 B',
    frames: 1,
    screens,
    serverOptions: COLLECT_ON_ASKING,
    beforeScreens: async (server) => {
      await ask(server, { status: true }, 'status');
      before = residentOf(server.pid!);
    },
  });
  try {
    await pause(idleMs);
    await stage.ask('server', { status: true }, 'status');
    const after = residentOf(stage.server.pid!);
    // One frame to all of them shows that they are still there.
    const { deliveries } = await stage.publish(KILO);
    if (deliveries !== screens) throw new Error(`${screens - deliveries} screens are gone`);
    return {
      screens,
      'kB per screen': rounded((after - before) / screens / KILO),
      'MB without screens': Math.round(before / KILO / KILO),
      'MB with them': Math.round(after / KILO / KILO),
    };
  } finally {
    await stage.strike();
  }
}

function residentOf(pid: number): number {
  const bytes = residentBytes(pid);
  if (bytes === null) throw new Error('the memory of a process can be read on Linux only');
  return bytes;
}
