import { Command } from 'commander';
import { projectRoot } from '../setup/project-root.ts';
import type { Failure as FailedRun, HowToRun } from '../simulation/campaign.ts';
import type { CampaignTotal } from '../simulation/campaign-file.ts';
import type { FaultKind } from '../simulation/faults.ts';
import { Failure, usageFailure } from './failure.ts';
import { positiveInteger, processes, upTo } from './options.ts';
import { Progress } from './progress.ts';
import { print } from './terminal.ts';

const EXAMPLES = `
Examples:
  $ npx splitsecond simulate --seeds 1000
  $ npx splitsecond simulate --seeds 1 --from 4711          one run, with what went wrong in it
  $ npx splitsecond simulate --seeds 500 --faults broker-elects,engine-cut --shrink
  $ npx splitsecond simulate --seeds 100000 --workers 2 --out campaign.ndjson

Each seed is a run of two engines, two edges, a venue and five screens over a broker, a network, clocks and disks that the seed
decides about; the same seed is the same run. With --out the same command goes on where the file ends, runs what failed in another
build again, and reports all that is in the file. Exit code 1 when something was that may not be.`;

interface SimulateOptions {
  readonly seeds: number;
  readonly from: number;
  readonly workers: number;
  readonly out?: string;
  readonly faults?: readonly string[];
  readonly shrink?: boolean;
  readonly json?: true;
}

export const simulateCommand = (): Command =>
  new Command('simulate')
    .description('the whole pipeline in this process under faults, once for each seed')
    .option('--seeds <n>', 'how many runs', upTo(10_000_000), 100)
    .option('--from <seed>', 'the first seed', positiveInteger, 1)
    .option('--workers <n>', 'on so many threads', processes, 1)
    .option('--out <file>', 'keep what is done in this file, and go on where it ends')
    .option('--faults <kinds>', 'only these kinds of faults', kindsIn)
    .option('--shrink', 'look for the least with which a failing run still fails')
    .option('--json', 'print the outcome as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(simulate);

const kindsIn = (text: string): readonly string[] => text.split(',');

/** Runs that are done together, and stand in one line of the file. */
const PIECE = 20;
/** What decides how a run goes. */
const CODE = ['src', 'sports'];

async function simulate(options: SimulateOptions): Promise<void> {
  const { seeds, from, workers, out, json } = options;
  const { CampaignFile, leftOf, totalOf } = await import('../simulation/campaign-file.ts');
  const { runByCrew } = await import('../simulation/crew.ts');
  const { commitOf } = await import('../setup/commit.ts');
  const { ownBuild } = await import('../setup/revision.ts');
  const how = await howToRun(options);
  const by = { commit: commitOf(projectRoot(), CODE), build: ownBuild() };
  const file = new CampaignFile(out);
  const pieces = leftOf({ from, seeds }, file.lines, by.build, Math.min(PIECE, Math.ceil(seeds / workers)));
  const count = pieces.reduce((sum, piece) => sum + piece.seeds, 0);
  const progress = new Progress('runs', count);
  await runByCrew(pieces, { workers, ...how }, (piece, report) => {
    file.append({ ...by, from: piece.from, ...report });
    progress.step(piece.seeds);
  });
  progress.done();
  const total = totalOf(file.lines);
  print(json === true ? `${JSON.stringify(total)}\n` : textOf(total));
  if (total.failures.length > 0)
    throw new Failure(
      `${total.failures.length} of ${total.runs} runs showed what may not be`,
      'each is repeated by its seed: simulate --seeds 1 --from SEED',
    );
}

async function howToRun({ faults, shrink: shrinks = false }: SimulateOptions): Promise<HowToRun> {
  const { ALL_KINDS } = await import('../simulation/faults.ts');
  const unknown = faults?.find((kind) => !ALL_KINDS.includes(kind as FaultKind));
  if (unknown !== undefined)
    throw usageFailure(`no kind of fault is "${unknown}"`, `there are ${ALL_KINDS.join(', ')}`);
  return { shrinks, ...(faults === undefined ? {} : { kinds: faults as readonly FaultKind[] }) };
}

function textOf({ runs, facts, versions, cut, restored, commits, faults, failures }: CampaignTotal): string {
  return [
    ...failures.map(failureText),
    `${runs} runs, ${facts} facts, ${versions} versions, ${failures.length} failed\n`,
    `${cut} facts were cut, ${restored} archives restored\n`,
    `commits: ${countsText(commits)}\n`,
    `faults: ${countsText(faults)}\n`,
  ].join('');
}

const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');

/** Lines of one failure that are printed at most. */
const LINES_MOST = 20;

function failureText({ scenario, violations }: FailedRun): string {
  const lines = violations.slice(0, LINES_MOST).map(({ at, rule, where }) => `  ${at} ms ${rule} ${where}\n`);
  return `${JSON.stringify(scenario)}\n${lines.join('')}`;
}
