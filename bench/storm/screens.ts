/** Part of the screens of `storm`, in a process of their own. */
import { setTimeout as pause } from 'node:timers/promises';
import { tell } from '../fan-out/tell.ts';
import { machineMs } from '../support/machine-time.ts';
import { seeded } from '../support/seeded.ts';
import { Proof } from './proof.ts';
import { type Return, ReturningScreen, type World } from './returning-screen.ts';

export interface Open {
  readonly urls: readonly string[];
  readonly epoch: string;
  /** What there is to follow: screen k follows list k modulo their number. Hashes by version, from 1. */
  readonly lists: readonly { readonly channel: string; readonly hashes: readonly string[] }[];
  readonly screens: number;
  /** Screens whose copy is proved row by row. */
  readonly proved: number;
  /** Of this process among all. */
  readonly part: number;
}

export interface Storm {
  readonly urls: readonly string[];
  /** Version `first` of the first list is due at `dueAt`, what is published after it each `intervalMs` later, list by list. */
  readonly first: number;
  readonly dueAt: number;
  readonly intervalMs: number;
  /** When these screens cut themselves off; null: somebody else does it. */
  readonly cutAt: number | null;
}

/** All screens of the process are up to date again. */
export interface Back {
  readonly returns: readonly Return[];
}

/** All screens of the process have the last version. */
export interface Finished {
  readonly wrong: readonly string[];
}

interface Order {
  readonly open?: Open;
  readonly storm?: Storm;
  readonly finish?: { readonly version: number };
}

const OPENED_AT_ONCE = 100;
const LOOK_MS = 10;
const FINISH_MS = 20_000;
const WRONG_KEPT = 20;
/** A version counts as the newest for this long after the next one was due: it is on its way. */
const GRACE_MS = 250;
/** From one address there are not enough ports for several storms. Linux takes all of 127.0.0.0/8 as its own. */
const ADDRESSES = 16;
const HAS_MANY = process.platform === 'linux';

let screens: ReturningScreen[] = [];
let urls: URL[] = [];
let open: Open | null = null;
let storm: Storm | null = null;
let opened = 0;
let back = 0;
let wrong: string[] = [];

process.on('message', (order: Order) => {
  if (order.open !== undefined) void openAll(order.open);
  if (order.storm !== undefined) void expect(order.storm);
  if (order.finish !== undefined) void finish(order.finish.version);
});
process.on('disconnect', () => process.exit());

async function openAll(order: Open): Promise<void> {
  open = order;
  urls = order.urls.map((url) => new URL(url));
  const random = seeded(order.part + 1);
  const worlds = order.lists.map((_list, index) => worldOf(order, index, random));
  screens = Array.from({ length: order.screens }, (_none, index) => {
    const address = `127.0.1.${1 + order.part * ADDRESSES + (index % ADDRESSES)}`;
    const proof = index < order.proved ? new Proof() : null;
    return new ReturningScreen(worlds[index % worlds.length]!, HAS_MANY ? address : null, proof);
  });
  for (let first = 0; first < screens.length; first += OPENED_AT_ONCE) {
    const some = screens.slice(first, first + OPENED_AT_ONCE);
    for (const screen of some) screen.connect();
    while (opened < first + some.length) await pause(LOOK_MS);
  }
  tell({ opened });
}

const worldOf = ({ epoch, lists }: Open, list: number, chance: () => number): World => ({
  get urls() {
    return urls;
  },
  channel: lists[list]!.channel,
  epoch,
  hashOf: (version) => lists[list]!.hashes[version - 1],
  isCurrent: (version) => version >= newestAt(machineMs() - GRACE_MS, list, lists.length),
  chance,
  opened: () => {
    opened += 1;
  },
  returned: () => {
    back += 1;
    if (back === screens.length) tell({ back: report() });
  },
  wrong: (why) => {
    if (wrong.length < WRONG_KEPT) wrong.push(why);
  },
});

/** The version of a list that was the last one due at that time. */
function newestAt(time: number, list: number, lists: number): number {
  if (storm === null) return 0;
  const { first, dueAt, intervalMs } = storm;
  return first + Math.floor(((time - dueAt) / intervalMs - list) / lists);
}

async function expect(order: Storm): Promise<void> {
  storm = order;
  urls = order.urls.map((url) => new URL(url));
  back = 0;
  for (const screen of screens) screen.expectStorm();
  if (order.cutAt === null) return;
  await pause(order.cutAt - machineMs());
  for (const screen of screens) screen.cut();
}

const report = (): Back => ({ returns: screens.map((screen) => screen.back!) });

/** When every screen has the last version: whether what it holds is right. */
async function finish(version: number): Promise<void> {
  const until = machineMs() + FINISH_MS;
  while (machineMs() < until && screens.some((screen) => screen.version < version)) await pause(LOOK_MS);
  const late = screens.filter((screen) => screen.version !== version).length;
  if (late > 0) wrong.push(`${late} screens do not show version ${version}`);
  const unproved = screens.slice(0, open!.proved).filter((screen) => !screen.isProved()).length;
  if (unproved > 0) wrong.push(`${unproved} copies are not what their hash says`);
  const finished: Finished = { wrong };
  tell({ finished });
  wrong = [];
}
