/** Many runs; those that a file has already are not run again. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commitOf } from '../../src/setup/commit.ts';
import { projectRoot } from '../../src/setup/project-root.ts';
import type { FaultClass } from './classes/fault-class.ts';
import { runApart } from './run-apart.ts';
import type { Outcome, RunOptions } from './run-class.ts';
import type { Topology } from './servers.ts';

/** A finished run, as a line of the file. */
export interface FinishedRun extends Omit<Outcome, 'logs'> {
  readonly commit: string;
  /** When it ended: RFC 3339. */
  readonly at: string;
  readonly topology: Topology;
  readonly class: string;
  readonly seed: number;
  /** No other run was beside it: its silence is a figure of a machine that does nothing else. */
  readonly isAlone: boolean;
}

export interface Planned {
  readonly fault: FaultClass;
  readonly seed: number;
  readonly topology: Topology;
}

/** What a run is of: a change in it makes others of them. */
const RUN = ['src', 'sports', 'schemas', 'test', 'bench', 'package-lock.json', ':!*.md', ':!bench/results'];
/** A harness that was not running for so long has not seen what there was to see. */
export const STOOD_STILL_MS = 1_000;
const START_MS = 90_000;
const MS = 1_000;

/** Seed by seed through all classes, so that a campaign that is stopped has had some of each. */
export function plan(
  faults: readonly FaultClass[],
  topologies: readonly Topology[],
  seeds: readonly number[],
): Planned[] {
  return seeds.flatMap((seed) =>
    topologies.flatMap((topology) =>
      faults
        .filter((fault) => fault.topologies.includes(topology))
        .map((fault) => ({ fault, seed, topology })),
    ),
  );
}

export function finishedIn(file: string): FinishedRun[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as FinishedRun);
}

type Name = Pick<FinishedRun, 'commit' | 'topology' | 'class' | 'seed'>;

const idOf = ({ commit, topology, class: name, seed }: Name): string =>
  `${commit} ${topology} ${name} ${seed}`;

export interface CampaignOptions extends Omit<RunOptions, keyof Planned> {
  readonly file: string;
  /** Runs at the same time, but for those of classes that promise a silence: these are alone. */
  readonly atOnce: number;
  /** So often a run is done again when the machine stood still. */
  readonly again: number;
  /** Nothing begins after it; what runs is ended, and counts for nothing. */
  readonly signal: AbortSignal;
  readonly told: (run: FinishedRun) => void;
}

/** Gives all runs that were asked for, those that had been finished before included. */
export async function campaign(
  planned: readonly Planned[],
  options: CampaignOptions,
): Promise<FinishedRun[]> {
  const { file, atOnce, again, told, signal, ...how } = options;
  const commit = commitOf(projectRoot(), RUN);
  const before = new Map(finishedIn(file).map((run) => [idOf(run), run]));
  mkdirSync(dirname(file), { recursive: true });
  const runs: FinishedRun[] = [];
  const take = async (each: Planned, isAlone: boolean): Promise<void> => {
    const name = { commit, topology: each.topology, class: each.fault.name, seed: each.seed };
    let run = before.get(idOf(name));
    for (
      let times = 0;
      run === undefined || (run.stoodStillMs > STOOD_STILL_MS && times <= again);
      times += 1
    ) {
      if (signal.aborted) return;
      run = await finished(each, { ...how, signal }, { ...name, isAlone });
      if (signal.aborted) return;
      appendFileSync(file, `${JSON.stringify(run)}\n`);
      told(run);
    }
    runs.push(run);
  };
  const isAlone = ({ fault }: Planned): boolean => atOnce === 1 || fault.silenceBarMs !== undefined;
  for (const each of planned.filter(isAlone)) await take(each, true);
  const together = planned.filter((each) => !isAlone(each)).values();
  const place = async (): Promise<void> => {
    for (const each of together) await take(each, false);
  };
  await Promise.all(Array.from({ length: atOnce }, place));
  return runs;
}

async function finished(
  { fault, seed, topology }: Planned,
  { signal, ...how }: Omit<RunOptions, keyof Planned> & Pick<CampaignOptions, 'signal'>,
  name: Name & Pick<FinishedRun, 'isAlone'>,
): Promise<FinishedRun> {
  const limitMs = START_MS + fault.seconds * MS + 2 * how.patienceMs;
  const order = { class: fault.name, seed, topology, ...how };
  const { logs, ...outcome } = await runApart(order, { limitMs, signal });
  if (logs !== '') keepLogs(`${name.topology}-${name.class}-${name.seed}`, logs);
  return { ...name, at: new Date().toISOString(), ...outcome };
}

/** What the parts of a run that went wrong have logged, for who looks into it. */
function keepLogs(name: string, logs: string): void {
  const folder = join(projectRoot(), '.splitsecond', 'faults');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.log`), logs);
}
