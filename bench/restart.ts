/**
 * Question: how long does an engine that is started again take until it is current, and an edge, after a long competition?
 *
 *   facts of units that are over, and of some under way --> nats-server <-- engine (read everything, published, put down, ended)
 *                                                           nats-server --> engine, started from a checkpoint; then without one
 *                                                           nats-server --> edge
 *
 * Timed from the start of the process to when it says that it is ready, which is after its warm-up. The engine must be the one that read
 * everything: the same number of facts, and nothing published. It would change with facts per unit, with rows per list, and with how many
 * units an event has. No bar is a ratio here: what is asked for is a time in which results may be away.
 */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Broker } from '../src/broker/broker.ts';
import { FolderStore } from '../src/checkpoints/folder-store.ts';
import { Shelf } from '../src/checkpoints/shelf.ts';
import { openBroker } from '../src/setup/open-broker.ts';
import { ended } from './fan-out/stage.ts';
import { Games } from './restart/games.ts';
import { type Answer, atMost, type Benchmark, type Figure, numberOf, rounded } from './support/benchmark.ts';
import { machineMs } from './support/machine-time.ts';
import { patiently } from './support/program-process.ts';
import { publishFact } from './support/publish-fact.ts';
import { briefOf } from './support/sentence.ts';

const RUNS = {
  smoke: { units: 4, underWay: 1 },
  real: { units: 2_000, underWay: 20 },
} as const;
const AT_ONCE = 500;
const LOOK_MS = 200;
const MIB = 1024;
const BARS = { 'with a checkpoint': 10, 'without one': 180, edge: 5 } as const;
const MIB_MOST = 400;

export const restart: Benchmark = {
  name: 'restart',
  question: 'How long until an engine or an edge that is started again is current, after a long competition?',
  async run(size, progress): Promise<Answer> {
    const { units, underWay } = RUNS[size];
    const folder = mkdtempSync(join(tmpdir(), 'restart-'));
    const { broker, url, close } = await openBroker();
    try {
      const facts = await published(broker, new Games(units, underWay));
      progress(`${facts} facts are published`);
      await putDown(broker, url, folder, facts);
      progress('an engine has read them, published and put itself down');
      const about = { facts, units };
      const figures = [
        { what: 'engine', from: 'with a checkpoint', ...about, ...(await timed(url, ...engineOf(folder))) },
        { what: 'engine', from: 'without one', ...about, ...(await timedWithout(broker, url)) },
        { what: 'edge', from: 'what is kept', ...about, ...(await timed(url, 'edge', '--port', '0')) },
      ];
      return { figures, bars: size === 'real' ? barsOf(figures) : [] };
    } finally {
      await close();
      rmSync(folder, { recursive: true });
    }
  },
  sentence: (figures) =>
    `${numberOf(figures[0]!, 'facts')} facts: ${figures
      .map((each) => `${each.what} ${briefOf(each, 'seconds')} s ${each.from}`)
      .join(', ')}`,
  inShort: (figures) => [
    'seconds until current (MiB):',
    ...figures.map(
      (each) => `${each.what}, ${each.from}: ${numberOf(each, 'seconds')} (${numberOf(each, 'MiB')})`,
    ),
  ],
};

const barsOf = ([checkpoint, everything, edge]: readonly Figure[]) => [
  atMost('seconds of an engine with a checkpoint', checkpoint!.seconds as number, BARS['with a checkpoint']),
  atMost('MiB of an engine with a checkpoint', checkpoint!.MiB as number, MIB_MOST),
  atMost('seconds of an engine without one', everything!.seconds as number, BARS['without one']),
  atMost('seconds of an edge', edge!.seconds as number, BARS.edge),
];

const engineOf = (folder: string): readonly string[] => [
  'engine',
  '--checkpoints',
  folder,
  '--checkpoint-every',
  '1s',
];

async function published(broker: Broker, games: Games): Promise<number> {
  let count = 0;
  let onTheirWay: Promise<void>[] = [];
  for (const fact of games.facts()) {
    onTheirWay.push(publishFact(broker, fact));
    count += 1;
    if (onTheirWay.length < AT_ONCE) continue;
    await Promise.all(onTheirWay);
    onTheirWay = [];
  }
  await Promise.all(onTheirWay);
  return count;
}

/** An engine reads everything for the first time, and ends once all of it is in a checkpoint. */
async function putDown(broker: Broker, url: string, folder: string, facts: number): Promise<void> {
  const engine = await patiently(url, ...engineOf(folder));
  try {
    const shelf = new Shelf(new FolderStore(folder), null);
    const last = await broker.lastFactSeq();
    if (last !== facts) throw new Error(`${last} facts are stored, and ${facts} were sent`);
    while ((await shelf.newest())?.streamSeq !== last) await pause(LOOK_MS);
  } finally {
    await ended(engine);
  }
}

/** The checkpoint in the broker goes as well. */
async function timedWithout(broker: Broker, url: string) {
  await broker.pieces.remove('newest-all');
  return timed(url, 'engine');
}

async function timed(url: string, ...args: readonly string[]) {
  const begin = machineMs();
  const program = await patiently(url, ...args);
  try {
    return { seconds: rounded((machineMs() - begin) / 1_000), MiB: mibOf(program) };
  } finally {
    await ended(program);
  }
}

/** The most that it had in memory, as Linux tells it. */
function mibOf({ pid }: ChildProcess): number | string {
  if (!existsSync('/proc/self/status')) return 'unknown';
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return rounded(Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / MIB, 0);
}
