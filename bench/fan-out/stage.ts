import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machineMs } from '../support/machine-time.ts';
import { type Contestant, OURS } from './contestants.ts';
import { cpuSeconds } from './cpu-time.ts';
import { forkPinned } from './pinned.ts';
import { type ProgrammeName, programmeOf } from './programme.ts';

/** One server and its screens, each on its own core, ready to be measured. */
export interface Stage {
  readonly server: ChildProcess;
  readonly screens: ChildProcess;
  /** Those of the screens whose figures count; null where all do. */
  readonly probes: ChildProcess | null;
  /** Publishes for so long and waits until everything has come. */
  publish(ms: number, how?: Pace): Promise<Published>;
  /** Asks one of the processes and gives the answer. */
  ask<Answer>(whom: 'server' | 'screens' | 'probes', order: object, answer: string): Promise<Answer>;
  strike(): Promise<void>;
}

export interface Pace {
  /** Batches, open loop; none given: as fast as the screens keep up. */
  readonly perSecond?: number;
  /** Batches that are published at once, in one turn of the event loop. Default: one. */
  readonly burst?: number;
  /** How far it may get in the programme; the warm-up leaves the rest for what is measured. */
  readonly share?: number;
  /** Resolves when everything has come; by default when as many frames are there as were written. */
  readonly arrived?: () => Promise<void>;
}

export interface Published {
  /** Frames that arrived, all screens together. */
  readonly deliveries: number;
  /** Frames that each screen should have got. */
  readonly frames: number;
  /** From the first publish to the last arrival. */
  readonly ms: number;
  readonly beganAt: number;
  /** Shares of a core that were in use meanwhile; null where the machine does not tell. */
  readonly serverCpu: number | null;
  readonly screensCpu: number | null;
}

export interface Setting {
  readonly contestant: Contestant;
  readonly programme: ProgrammeName;
  /** Frames to have ready. */
  readonly frames: number;
  readonly screens: number;
  readonly serverOptions?: readonly string[];
  readonly screensProgram?: URL;
  /**
   * So many of the screens are in a process of their own, and connect in turn with the others, so that they are spread over the
   * order in which a server writes: what they see is not late because the others' process reads a thousand sockets one
   * after the other. Default: none, all screens are in one process.
   */
  readonly probes?: number;
  /** More for the screens to know when they open. */
  readonly opening?: object;
  /** Runs when the server is up and nobody has connected yet. */
  readonly beforeScreens?: (server: ChildProcess) => Promise<void>;
}

const SETTLE_MS = 500;
const READY_MS = 60_000;
/** Longer without anything new means that frames are lost. */
const ARRIVAL_MS = 15_000;
const LOOK_MS = 5;
/** In which screens and probes connect in turn. */
const ROUNDS = 10;

const COUNTING = new URL('./screens.js', import.meta.url);

export async function setUp(setting: Setting): Promise<Stage> {
  const { contestant, programme, frames, screens: count, serverOptions, screensProgram, opening } = setting;
  const { probes: probing = 0 } = setting;
  const folder = await mkdtemp(join(tmpdir(), 'splitsecond-bench-'));
  const children: ChildProcess[] = [];
  const strike = async (): Promise<void> => {
    await Promise.all(children.map(ended));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const args =
      contestant.name === OURS
        ? [programme, String(frames)]
        : [folder, await framesFile(folder, programme, frames)];
    const server = forkPinned(contestant.program, args, 'server', serverOptions);
    children.push(server);
    const { url } = await heard<{ url: string }>(server, 'ready');
    await setting.beforeScreens?.(server);
    const forked = (): ChildProcess => {
      const child = forkPinned(screensProgram ?? COUNTING, [], 'screens');
      children.push(child);
      return child;
    };
    const screens = forked();
    const probes = probing > 0 ? forked() : null;
    const arrivals = new Arrivals(server, probes === null ? [screens] : [screens, probes]);
    let published = 0;
    const open = async (child: ChildProcess, some: number): Promise<void> => {
      child.send({ open: { url, dialect: contestant.dialect, screens: some, ...opening } });
      await heard(child, 'opened');
    };
    if (probes === null) await open(screens, count);
    else {
      for (let round = 0; round < ROUNDS; round += 1) {
        await open(screens, shareOf(count - probing, round));
        await open(probes, shareOf(probing, round));
      }
    }
    await pause(SETTLE_MS);
    return {
      server,
      screens,
      probes,
      publish: async (ms, pace = {}) => {
        const order = { ms, screens: count, first: published, ...pace };
        const outcome = await publish(server, screens, probes, arrivals, order);
        published += outcome.frames;
        return outcome;
      },
      ask: (whom, order, answer) => ask({ server, screens, probes }[whom]!, order, answer),
      strike,
    };
  } catch (error) {
    await strike();
    throw error;
  }
}

/** The rounds' shares of a number: as even as they can be. */
const shareOf = (all: number, round: number): number =>
  Math.floor((all * (round + 1)) / ROUNDS) - Math.floor((all * round) / ROUNDS);

/** Frames that the screens have got, passed on to the server, which keeps a window ahead of them. */
class Arrivals {
  lastAt = 0;
  trouble: string | null = null;
  readonly #receivedBy: number[];

  constructor(server: ChildProcess, screens: readonly ChildProcess[]) {
    this.#receivedBy = screens.map(() => 0);
    for (const [index, child] of screens.entries()) {
      child.on('message', (word: { received?: number; lastAt: number; ended?: string }) => {
        if (word.ended !== undefined) this.trouble ??= word.ended;
        if (word.received === undefined) return;
        this.#receivedBy[index] = word.received;
        this.lastAt = Math.max(this.lastAt, word.lastAt);
        if (server.connected) server.send({ received: this.received });
      });
    }
  }

  get received(): number {
    return this.#receivedBy.reduce((sum, each) => sum + each, 0);
  }

  /** Resolves when so many frames are there. */
  async reach(wanted: number): Promise<void> {
    let seen = this.received;
    for (let since = machineMs(); this.received < wanted; ) {
      if (this.trouble !== null) throw new Error(this.trouble);
      if (this.received !== seen) {
        seen = this.received;
        since = machineMs();
      }
      if (machineMs() - since > ARRIVAL_MS)
        throw new Error(`${wanted - this.received} frames did not arrive`);
      await pause(LOOK_MS);
    }
  }
}

interface Order extends Pace {
  readonly ms: number;
  readonly screens: number;
  /** Frames published before. */
  readonly first: number;
}

/** Until an open loop begins, so that both sides know its times before. */
const NOTICE_MS = 100;

async function publish(
  server: ChildProcess,
  screens: ChildProcess,
  probes: ChildProcess | null,
  arrivals: Arrivals,
  { ms, screens: count, first, perSecond, share = 1, burst = 1, arrived }: Order,
): Promise<Published> {
  const before = { received: arrivals.received, server: cpuOf(server), screens: cpuOf(screens) };
  if (perSecond === undefined) server.send({ publish: { ms, share, burst, screens: count } });
  else {
    const dueAt = machineMs() + NOTICE_MS;
    const schedule = { first, dueAt, intervalMs: 1_000 / perSecond };
    for (const child of [screens, probes]) child?.send({ schedule });
    server.send({ publish: { ms, perSecond, beganAt: dueAt, screens: count } });
  }
  const { deliveries, frames, beganAt } = await heard<{
    deliveries: number;
    frames: number;
    beganAt: number;
  }>(server, 'published');
  if (frames === 0) throw new Error('nothing was published: the programme is too short');
  await (arrived?.() ?? arrivals.reach(before.received + deliveries));
  const elapsed = arrivals.lastAt - beganAt;
  const ofCore = (now: number | null, then: number | null): number | null =>
    now === null || then === null ? null : (now - then) / (elapsed / 1_000);
  return {
    deliveries,
    frames,
    ms: elapsed,
    beganAt,
    serverCpu: ofCore(cpuOf(server), before.server),
    screensCpu: ofCore(cpuOf(screens), before.screens),
  };
}

const cpuOf = ({ pid }: ChildProcess): number | null => cpuSeconds(pid!);

async function framesFile(folder: string, programme: ProgrammeName, frames: number): Promise<string> {
  const path = join(folder, 'frames.json');
  await writeFile(path, await framesText(programme, frames));
  return path;
}

let newest: { readonly key: string; readonly text: string } | null = null;

/** The same frames go to one peer after the other. */
async function framesText(programme: ProgrammeName, frames: number): Promise<string> {
  const key = `${programme} ${frames}`;
  if (newest?.key !== key) {
    const { batches } = await programmeOf(programme, frames);
    newest = { key, text: JSON.stringify(batches.map((batch) => ({ frames: batch.frames }))) };
  }
  return newest.text;
}

/** Tells the process something and gives what it answers under that name. */
export function ask<Answer>(child: ChildProcess, order: object, answer: string): Promise<Answer> {
  const answered = heard<Answer>(child, answer);
  child.send(order);
  return answered;
}

/** The next word of this name that the process says. Rejects when it ends first, or says nothing for a minute. */
export function heard<Word>(child: ChildProcess, name: string): Promise<Word> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => stop(new Error(`no "${name}" from ${child.spawnargs.at(-1)}`)), READY_MS);
    const take = (word: Record<string, Word>): void => {
      if (word[name] !== undefined) stop(null, word[name]);
    };
    const died = (code: number | null): void => stop(new Error(`a process ended with code ${code}`));
    const stop = (error: Error | null, word?: Word): void => {
      clearTimeout(timer);
      child.off('message', take);
      child.off('exit', died);
      if (error === null) resolve(word!);
      else reject(error);
    };
    child.on('message', take);
    child.once('exit', died);
  });
}

/** Lets a process stop what it has started, and kills it when it does not. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    if (child.connected) child.disconnect();
  });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
