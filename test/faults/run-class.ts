/** One run: a class of faults, a seed, a topology; from the first process to the verdict. */
import { Dice } from '../../src/simulation/dice.ts';
import type { FaultClass } from './classes/fault-class.ts';
import { type End, endOf } from './expected.ts';
import type { Journal } from './journal.ts';
import { hashesOf, judge, type Verdict } from './judge.ts';
import { meetOf } from './meet.ts';
import type { Topology } from './servers.ts';
import { now, pause, Stage } from './stage.ts';

export interface RunOptions {
  readonly fault: FaultClass;
  readonly seed: number;
  readonly topology: Topology;
  readonly perSecond: number;
  /** For so long a second copy vanishes in a broker that is one server. */
  readonly duplicateWindowMs: number;
  /** For so long everything may take to be right once the faults are over. */
  readonly patienceMs: number;
}

export interface Outcome extends Verdict {
  readonly facts: number;
  /** Of the whole run. */
  readonly seconds: number;
  /** The longest time that the harness itself did not run. */
  readonly stoodStillMs: number;
  /** What the parts logged; empty for a run without complaint. */
  readonly logs: string;
}

/** The venue has begun to speak, and nothing happens for so long yet. */
const FIRST_FACTS = 8;
const BEFORE_MS = 500;
const LOOK_MS = 100;
const CURRENT_MS = 600;

export async function runClass(options: RunOptions): Promise<Outcome> {
  const began = now();
  const { fault, seed, topology, duplicateWindowMs } = options;
  // In a cluster as in operation: a server of nats-server 2.9 that was away for longer takes a second copy that the others leave out, and has other
  // facts in the same places from then on.
  const window = topology === 'cluster' ? {} : { duplicateWindowMs };
  const perSecond = fault.perSecond ?? options.perSecond;
  const facts = Math.round(fault.seconds * perSecond);
  const sayings = meetOf(seed, facts, fault.starters);
  const [stage, end] = await Promise.all([
    Stage.set({ topology, sayings, perSecond, ...window, ...fault.stage }),
    endOf(sayings),
  ]);
  try {
    const troubles = await happened(stage, options, end);
    const verdict = judge(await journalOf(stage, sayings, end, troubles));
    const logs = verdict.complaints.length === 0 ? '' : `${stage.logs()}\n${await othersAt(stage, end)}`;
    const { stoodStillMs } = stage;
    return { ...verdict, facts, seconds: Math.round((now() - began) / 100) / 10, stoodStillMs, logs };
  } finally {
    await stage.strike();
  }
}

/** The venue speaks, the faults happen, and everything comes to its end; gives what did not. */
async function happened(stage: Stage, options: RunOptions, end: End): Promise<string[]> {
  const { fault, seed, patienceMs } = options;
  const dice = new Dice(seed);
  stage.startVenue();
  while (stage.said.size < FIRST_FACTS) await pause(LOOK_MS);
  await pause(dice.throw(BEFORE_MS));
  const troubles: string[] = [];
  await fault
    .happen(stage, dice)
    .catch((error: Error) => troubles.push(`the fault failed: ${error.message}`));
  const giveUpAt = now() + fault.seconds * 1_000 + patienceMs;
  const until = async (what: string, holds: () => boolean): Promise<void> => {
    while (!holds()) {
      if (now() > giveUpAt) return void troubles.push(`waited in vain until ${what}`);
      await pause(LOOK_MS);
    }
  };
  await until('all is said', () => stage.isSaid);
  await until('all screens show the end', () => stage.roles.every(({ name }) => shows(stage, name, end)));
  await until('the venue knows that all is processed', () => stage.isSettled);
  await until('both edges are ready', () => areReady(stage));
  if (fault.hasLateEdge === true) {
    await stage.startLateEdge();
    await until('a screen of an edge that starts now shows the end', () => shows(stage, 'late', end));
  }
  return troubles;
}

function shows({ words }: Stage, name: string, end: End): boolean {
  const hashes = hashesOf(words.filter(({ screen }) => screen === name));
  return [...end].every(([channel, hash]) => hashes.get(channel) === hash);
}

const areReady = ({ readiness }: Stage): boolean =>
  ['home-0', 'home-1'].every((home) => {
    const last = readiness.findLast((each) => each.home === home);
    return last?.isReady === true && last.at > now() - CURRENT_MS;
  });

async function journalOf(
  stage: Stage,
  sayings: Journal['sayings'],
  end: End,
  troubles: readonly string[],
): Promise<Journal> {
  const { said, numbers, words, readiness, roles } = stage;
  const stored = await stage.servers.facts();
  const wallOffset = Date.now() - now();
  return {
    sayings,
    said,
    numbers,
    words,
    readiness,
    stored,
    wallOffset,
    end,
    screens: roles,
    troubles,
  };
}

/** Documents of the first edge that are not what `rank` says, for who looks into it. */
async function othersAt(stage: Stage, end: End): Promise<string> {
  const hashes = hashesOf(stage.words.filter(({ screen }) => screen === 'home-0'));
  const others = [...end].filter(([channel, hash]) => hashes.get(channel) !== hash);
  const texts = others.map(async ([channel]) => {
    const url = `${stage.edges[0]!.url}/v1/documents/${channel}.json`;
    const response = await fetch(url, { headers: { connection: 'close' } }).catch(() => null);
    return `-- ${channel}\n${await response?.text()}`;
  });
  return (await Promise.all(texts)).join('\n');
}
