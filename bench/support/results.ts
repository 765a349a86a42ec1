/** The answers of real runs, one JSON line each, and the pictures made of the newest ones. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/setup/project-root.ts';
import type { Answer, Benchmark } from './benchmark.ts';
import { type Machine, thisCommit, thisMachine } from './machine.ts';

/** One real run: what was asked, what came out, and where. */
export interface Kept extends Answer {
  /** RFC 3339. */
  readonly at: string;
  readonly commit: string;
  readonly machine: Machine;
  readonly question: string;
}

const FOLDER = join(projectRoot(), 'bench', 'results');

const fileOf = (name: string): string => join(FOLDER, `${name}.jsonl`);

export const keptNow = ({ question }: Benchmark, { figures, bars }: Answer): Kept => ({
  at: new Date().toISOString(),
  commit: thisCommit(),
  machine: thisMachine(),
  question,
  figures,
  bars,
});

/** Appends the run to `results/NAME.jsonl`, and draws its pictures anew. */
export function keep(benchmark: Benchmark, run: Kept): void {
  mkdirSync(FOLDER, { recursive: true });
  appendFileSync(fileOf(benchmark.name), `${JSON.stringify(run)}\n`);
  for (const [name, picture] of Object.entries(benchmark.pictures?.(run.figures) ?? {}))
    writeFileSync(join(FOLDER, name), picture);
}

/** The run that was kept last; null for none. */
export function newestKept(name: string): Kept | null {
  if (!existsSync(fileOf(name))) return null;
  const line = readFileSync(fileOf(name), 'utf8').trimEnd().split('\n').at(-1)!;
  return JSON.parse(line) as Kept;
}
