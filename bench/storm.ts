/**
 * Question: how long until all screens are up to date again after all of them were dropped at once?
 *
 *   this process --20 versions/s--> nats-server --> edge (its own command) <-- screens (two processes)
 *
 * Lists of 150 rows go on changing, and each screen follows one of them as JSON deltas: once there are twenty, which change in
 * turn, and once a single one, so that every version is for every screen. All screens are dropped in four ways: cut off
 * from their side; cut off from the edge's side; the edge killed (SIGKILL) and started again by its launcher; the edge killed
 * while another one runs. They come back as the subscriber library does: each after a
 * random wait (125-250 ms, longer after each attempt in vain), with the position that it holds. The time counts from
 * the drop until the last screen holds a version that was the newest within the last quarter of a second; `beside waits`
 * is the same without the waits of each screen. Every frame must follow on what the screen holds and name the hash that was
 * published; a sample is decoded and its hashes made anew from the rows; in the end all must hold the last version. What
 * edges asked of the broker is counted by the broker. Beside it, in the same run, the floor: a bare `ws` listener that takes as many screens back, cut off
 * or killed and started again, and gives each one ready frame; the bars are times of that. It would change with a network between, with TLS, with several
 * workers, and with screens that have cores of their own: here they share the machine's with the edge.
 * Needs a limit of open files above the number of screens (`ulimit -n`).
 */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuSeconds } from './fan-out/cpu-time.ts';
import { ask, ended } from './fan-out/stage.ts';
import { type BrokerLoad, brokerLoad, loadSince } from './storm/broker-load.ts';
import { startFloor } from './storm/floor.ts';
import { Publisher } from './storm/publisher.ts';
import { EPOCH, listsOf } from './storm/race.ts';
import type { Return } from './storm/returning-screen.ts';
import type { Back, Finished, Open, Storm } from './storm/screens.ts';
import { forkScreens, type RunningEdge, type Setting, setUp } from './storm/setting.ts';
import {
  type Answer,
  atMost,
  type Bar,
  type Benchmark,
  type Figure,
  numberOf,
  rounded,
} from './support/benchmark.ts';
import { machineMs } from './support/machine-time.ts';
import { needOpenFiles } from './support/open-files.ts';
import { briefOf, figuresWith } from './support/sentence.ts';

const RUNS = {
  smoke: { screens: 200, proved: 20 },
  real: { screens: 10_000, proved: 200 },
} as const;
const LISTS = [20, 1];
const ROWS = 150;
/** Of all lists together; more than are published until the last screen has to be back. */
const VERSIONS = 2_000;
const VERSIONS_PER_SECOND = 20;
const INTERVAL_MS = 1_000 / VERSIONS_PER_SECOND;
const SCREEN_PROCESSES = 2;
/** Versions go on for so long before the drop. */
const LEAD_MS = 300;
const QUIET_MS = 1_000;
/** Of what the bare listener takes. */
const LIMIT_TIMES = 2.5;
/** There is one version only, and no other one comes. */
const NEVER_MS = 1e12;

/** How all screens lose their connection; what follows is done at the moment of the drop. */
const DROPS = {
  'cut by the screens': () => {},
  'cut by the edge': ({ pid }: RunningEdge) => process.kill(pid, 'SIGUSR2'),
  'edge killed, started again': ({ pid }: RunningEdge) => process.kill(pid, 'SIGKILL'),
  'edge killed, another runs': ({ pid }: RunningEdge) => process.kill(pid, 'SIGKILL'),
} as const;

type Drop = keyof typeof DROPS;

const FLOOR = 'bare listener';
/** Which floor a way of being dropped is held against. */
const FLOORS: Readonly<Record<Drop, Drop>> = {
  'cut by the screens': 'cut by the screens',
  'cut by the edge': 'cut by the screens',
  'edge killed, started again': 'edge killed, started again',
  'edge killed, another runs': 'cut by the screens',
};

export const storm: Benchmark = {
  name: 'storm',
  question: 'How long until all screens are up to date again after all were dropped at once?',
  async run(size, progress): Promise<Answer> {
    const { screens, proved } = RUNS[size];
    needOpenFiles(screens);
    const figures: Figure[] = [];
    for (const lists of LISTS) {
      const setting = await setUp();
      try {
        const stage = await opened(setting, lists, screens, proved);
        for (const drop of Object.keys(DROPS) as Drop[]) {
          progress(`${screens} screens of ${lists} lists, ${drop} ...`);
          figures.push({ lists, ...(await stormOf(stage, drop)) });
        }
      } finally {
        await setting.strike();
      }
    }
    figures.push(...(await floors(screens, progress)));
    return { figures, bars: barsOf(figures) };
  },
  sentence: (figures) => {
    const each = Object.keys(DROPS).map((drop) => {
      const [first] = figuresWith(figures, { drop, lists: LISTS[0]! });
      return `${drop}: ${briefOf(first!, 's')} s`;
    });
    return `until ${numberOf(figures[0]!, 'screens')} screens are current, ${each.join('; ')}`;
  },
  inShort: (figures) => [
    `s until ${numberOf(figures[0]!, 'screens')} screens are current, with ${LISTS.join(' lists, and with ')}:`,
    ...Object.keys(DROPS).map((drop) => {
      const mine = figures.filter((figure) => figure.drop === drop);
      const seconds = mine.filter(({ lists }) => lists !== FLOOR).map((figure) => numberOf(figure, 's'));
      const floor = figures.find((figure) => figure.lists === FLOOR && figure.drop === FLOORS[drop as Drop]);
      // Runs that were kept before there was a floor have none.
      const beside = floor === undefined ? '' : ` (${FLOOR} ${numberOf(floor, 's')})`;
      return `${drop} ${seconds.join(', ')}${beside}`;
    }),
  ],
};

interface Stage {
  readonly setting: Setting;
  readonly publisher: Publisher;
  readonly edge: RunningEdge;
  readonly screens: readonly ChildProcess[];
  readonly count: number;
  readonly proved: number;
}

/** Everything runs, and every screen has the first version. */
async function opened(setting: Setting, races: number, count: number, proved: number): Promise<Stage> {
  const lists = listsOf(races, ROWS, Math.ceil(VERSIONS / races));
  const publisher = new Publisher(setting.broker, lists);
  await publisher.round();
  const edge = await setting.startEdge();
  const screens = Array.from({ length: SCREEN_PROCESSES }, () => setting.startScreens());
  await Promise.all(
    screens.map((child, part) => {
      const open: Open = {
        urls: [edge.streamUrl],
        epoch: EPOCH,
        lists: lists.map(({ channel, versions }) => ({
          channel,
          hashes: versions.map(({ document }) => document.hash),
        })),
        screens: count / SCREEN_PROCESSES,
        proved: proved / SCREEN_PROCESSES,
        part,
      };
      return ask(child, { open }, 'opened');
    }),
  );
  return { setting, publisher, edge, screens, count, proved };
}

async function stormOf(
  { setting, publisher, edge, screens, count, proved }: Stage,
  drop: Drop,
): Promise<Figure> {
  const urls = [edge.streamUrl];
  const edges = [edge];
  if (drop === 'edge killed, another runs') {
    const other = await setting.startEdge();
    edges.push(other);
    urls.push(other.streamUrl);
  }
  await pause(QUIET_MS);
  const dueAt = machineMs() + LEAD_MS;
  const droppedAt = dueAt + LEAD_MS;
  const first = publisher.published + 1;
  const cutAt = drop === 'cut by the screens' ? droppedAt : null;
  const order: Storm = { urls, first, dueAt, intervalMs: INTERVAL_MS, cutAt };
  const before = await meters(setting, edges);
  const backs = screens.map((child) => ask<Back>(child, { storm: order }, 'back'));
  publisher.begin(dueAt, INTERVAL_MS);
  await pause(droppedAt - machineMs());
  DROPS[drop](edge);
  const returns = (await Promise.all(backs)).flatMap((back) => back.returns);
  const after = await meters(setting, edges);
  await publisher.stop();
  const finish = { version: publisher.published };
  const finished = await Promise.all(screens.map((child) => ask<Finished>(child, { finish }, 'finished')));
  const wrong = finished.flatMap((each) => each.wrong);
  for (const why of wrong) process.stderr.write(`WRONG: ${why}\n`);
  return {
    drop,
    screens: count,
    ...timesOf(returns, droppedAt),
    'rows proved': proved,
    wrong: wrong.length,
    ...spent(before, after),
  };
}

/** The same drops of a listener that does nothing but take its screens back. */
async function floors(count: number, progress: (line: string) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const drop of new Set(Object.values(FLOORS))) {
    progress(`${count} screens of a bare listener, ${drop} ...`);
    const floor = await startFloor();
    const screens = Array.from({ length: SCREEN_PROCESSES }, () => forkScreens());
    try {
      await Promise.all(
        screens.map((child, part) => ask(child, { open: openAt(floor, count, part) }, 'opened')),
      );
      await pause(QUIET_MS);
      const droppedAt = machineMs() + LEAD_MS;
      const cutAt = drop === 'cut by the screens' ? droppedAt : null;
      const order: Storm = {
        urls: [floor.streamUrl],
        first: 1,
        dueAt: machineMs(),
        intervalMs: NEVER_MS,
        cutAt,
      };
      const backs = screens.map((child) => ask<Back>(child, { storm: order }, 'back'));
      await pause(droppedAt - machineMs());
      DROPS[drop](floor);
      const returns = (await Promise.all(backs)).flatMap((back) => back.returns);
      figures.push({ lists: FLOOR, drop, screens: count, ...timesOf(returns, droppedAt) });
    } finally {
      await Promise.all(screens.map(ended));
      await floor.stop();
    }
  }
  return figures;
}

const openAt = ({ streamUrl }: RunningEdge, count: number, part: number): Open => ({
  urls: [streamUrl],
  epoch: EPOCH,
  lists: [{ channel: FLOOR, hashes: ['floor'] }],
  screens: count / SCREEN_PROCESSES,
  proved: 0,
  part,
});

function timesOf(returns: readonly Return[], droppedAt: number): Figure {
  const seconds = returns.map(({ currentAt }) => (currentAt - droppedAt) / 1_000);
  const beside = returns.map(({ currentAt, waitedMs }) => (currentAt - droppedAt - waitedMs) / 1_000);
  const waited = returns.map(({ waitedMs }) => waitedMs);
  return {
    s: rounded(Math.max(...seconds)),
    'beside waits': rounded(Math.max(...beside)),
    p50: rounded(at(seconds, 0.5)),
    p99: rounded(at(seconds, 0.99)),
    'waits ms': `${Math.min(...waited)}-${Math.max(...waited)}`,
    attempts: rounded(returns.reduce((sum, { attempts }) => sum + attempts, 0) / returns.length),
    'connects/s': rate(returns.map(({ connectedAt }) => connectedAt)),
    'handshakes/s': rate(returns.map(({ acceptedAt }) => acceptedAt)),
    resumed: returns.filter(({ resumed }) => resumed).length,
    'sent whole': returns.filter(({ whole }) => whole).length,
  };
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1]!;

/** From the first to the last of these times. */
const rate = (times: readonly number[]): number =>
  Math.round((times.length / Math.max(1, Math.max(...times) - Math.min(...times))) * 1_000);

interface Meters {
  readonly atMs: number;
  /** Processor time by process; null: it is gone. */
  readonly edges: ReadonlyMap<number, number | null>;
  readonly broker: number;
  readonly load: BrokerLoad;
}

async function meters({ server, monitorUrl }: Setting, edges: readonly RunningEdge[]): Promise<Meters> {
  return {
    atMs: machineMs(),
    edges: new Map(edges.map(({ pid }) => [pid, cpuSeconds(pid)])),
    broker: cpuSeconds(server.pid) ?? 0,
    load: await brokerLoad(monitorUrl),
  };
}

/** Of an edge that was killed, what it used until then is not known any more. */
function spent(before: Meters, after: Meters): Figure {
  const edges = [...after.edges].reduce(
    (sum, [pid, now]) => sum + (now === null ? 0 : now - (before.edges.get(pid) ?? 0)),
    0,
  );
  const load = loadSince(before.load, after.load);
  return {
    'edge CPU s': rounded(edges),
    'broker CPU s': rounded(after.broker - before.broker),
    'asked of the broker': load.askedMessages,
    'kB asked': rounded(load.askedBytes / 1_000, 1),
    'sent by it': load.sentMessages,
    'kB sent': rounded(load.sentBytes / 1_000, 1),
  };
}

const barsOf = (figures: readonly Figure[]): Bar[] => {
  const edges = figures.filter(({ lists }) => lists !== FLOOR);
  return [
    ...edges.map(({ lists, drop, s }) => {
      const floor = figures.find((figure) => figure.lists === FLOOR && figure.drop === FLOORS[drop as Drop])!;
      return atMost(
        `until all are current / that of a bare listener, lists: ${lists}, ${drop}`,
        rounded((s as number) / (floor.s as number)),
        LIMIT_TIMES,
      );
    }),
    atMost(
      'wrong screens',
      edges.reduce((sum, { wrong }) => sum + (wrong as number), 0),
      0,
    ),
  ];
};
