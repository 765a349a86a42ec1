import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { CampaignReport, Failure, Seeds } from './campaign.ts';

/** A piece of a campaign that is done, and what program did it. `build` is made of the content of all its modules. */
export type CampaignLine = CampaignReport & {
  readonly commit: string;
  readonly build: string;
  readonly from: number;
};

export interface CampaignTotal extends CampaignReport {
  /** Runs by commit. */
  readonly commits: Readonly<Record<string, number>>;
  /** Seeds that failed in an earlier build, and do not when they are run again. */
  readonly mended: readonly number[];
}

/** Older campaigns did not cut. */
const NOTHING_CUT = { cut: 0, restored: 0 };

/** A campaign over several sittings: a line for each piece that is done, so that the next one goes on where the file ends. */
export class CampaignFile {
  readonly #path: string | undefined;
  readonly #lines: CampaignLine[] = [];
  /** The end of the program has cut off a line: it does not count. */
  #isTorn = false;

  /** Without a path it lasts as long as the program. */
  constructor(path: string | undefined) {
    this.#path = path;
    if (path === undefined || !existsSync(path)) return;
    const text = readFileSync(path, 'utf8');
    this.#isTorn = text !== '' && !text.endsWith('\n');
    for (const line of text.split('\n'))
      if (line.endsWith('}')) this.#lines.push({ ...NOTHING_CUT, ...JSON.parse(line) });
  }

  get lines(): readonly CampaignLine[] {
    return this.#lines;
  }

  append(line: CampaignLine): void {
    this.#lines.push(line);
    if (this.#path === undefined) return;
    appendFileSync(this.#path, `${this.#isTorn ? '\n' : ''}${JSON.stringify(line)}\n`);
    this.#isTorn = false;
  }
}

/** Of these seeds those that no line has, and those that failed in another build, in pieces of at most so many. */
export function leftOf(
  { from, seeds }: Seeds,
  lines: readonly CampaignLine[],
  build: string,
  most: number,
): Seeds[] {
  const done = new Set<number>();
  for (const line of lines) {
    for (let seed = line.from; seed < line.from + line.runs; seed += 1) done.add(seed);
    if (line.build === build) continue;
    for (const { scenario } of line.failures) done.delete(scenario.seed);
  }
  const pieces: { from: number; seeds: number }[] = [];
  for (let seed = from; seed < from + seeds; seed += 1) {
    if (done.has(seed)) continue;
    const last = pieces.at(-1);
    if (last !== undefined && last.from + last.seeds === seed && last.seeds < most) last.seeds += 1;
    else pieces.push({ from: seed, seeds: 1 });
  }
  return pieces;
}

/** All lines together. Of a seed that was run again the later run says whether it fails. */
export function totalOf(lines: readonly CampaignLine[]): CampaignTotal {
  const total = { runs: 0, facts: 0, versions: 0, superseded: 0, cut: 0, restored: 0 };
  const faults: Record<string, number> = {};
  const commits: Record<string, number> = {};
  const failed = new Map<number, Failure>();
  const everFailed = new Set<number>();
  for (const line of lines) {
    const { from, runs, commit } = line;
    total.runs += runs;
    total.facts += line.facts;
    total.versions += line.versions;
    total.superseded += line.superseded;
    total.cut += line.cut;
    total.restored += line.restored;
    commits[commit] = (commits[commit] ?? 0) + runs;
    for (const [kind, times] of Object.entries(line.faults)) faults[kind] = (faults[kind] ?? 0) + times;
    for (let seed = from; seed < from + runs; seed += 1) failed.delete(seed);
    for (const failure of line.failures) {
      failed.set(failure.scenario.seed, failure);
      everFailed.add(failure.scenario.seed);
    }
  }
  const mended = [...everFailed].filter((seed) => !failed.has(seed));
  return { ...total, faults, commits, mended, failures: [...failed.values()] };
}
