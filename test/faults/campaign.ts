/** Many runs, one after the other; those that a file has already are not run again. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { thisCommit } from '../../bench/support/machine.ts';
import { projectRoot } from '../../src/setup/project-root.ts';
import type { FaultClass } from './classes/fault-class.ts';
import { type Outcome, type RunOptions, runClass } from './run-class.ts';
import type { Topology } from './servers.ts';

/** A finished run, as a line of the file. */
export interface FinishedRun extends Omit<Outcome, 'logs'> {
  readonly commit: string;
  /** When it ended: RFC 3339. */
  readonly at: string;
  readonly topology: Topology;
  readonly class: string;
  readonly seed: number;
}

export interface Planned {
  readonly fault: FaultClass;
  readonly seed: number;
  readonly topology: Topology;
}

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

const idOf = ({
  commit,
  topology,
  class: name,
  seed,
}: Pick<FinishedRun, 'commit' | 'topology' | 'class' | 'seed'>) => `${commit} ${topology} ${name} ${seed}`;

export interface CampaignOptions extends Omit<RunOptions, keyof Planned> {
  readonly file: string;
  readonly told: (run: FinishedRun) => void;
}

/** Gives all runs that were asked for, those that had been finished before included. */
export async function campaign(
  planned: readonly Planned[],
  options: CampaignOptions,
): Promise<FinishedRun[]> {
  const { file, told, ...how } = options;
  const commit = thisCommit();
  const before = new Map(finishedIn(file).map((run) => [idOf(run), run]));
  mkdirSync(dirname(file), { recursive: true });
  const runs: FinishedRun[] = [];
  for (const { fault, seed, topology } of planned) {
    const name = { commit, topology, class: fault.name, seed };
    const known = before.get(idOf(name));
    const run = known ?? (await finished({ fault, seed, topology, ...how }, name));
    if (known === undefined) appendFileSync(file, `${JSON.stringify(run)}\n`);
    runs.push(run);
    told(run);
  }
  return runs;
}

async function finished(
  options: RunOptions,
  name: Pick<FinishedRun, 'commit' | 'topology' | 'class' | 'seed'>,
): Promise<FinishedRun> {
  const { logs, ...outcome } = await runClass(options);
  if (logs !== '') keepLogs(`${name.topology}-${name.class}-${name.seed}`, logs);
  return { ...name, at: new Date().toISOString(), ...outcome };
}

/** What the parts of a run that went wrong have logged, for who looks into it. */
function keepLogs(name: string, logs: string): void {
  const folder = join(projectRoot(), '.splitsecond', 'faults');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.log`), logs);
}
