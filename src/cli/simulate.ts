import { Command } from 'commander';
import type { CampaignReport, Failure as FailedRun } from '../simulation/campaign.ts';
import type { FaultKind } from '../simulation/faults.ts';
import { Failure, usageFailure } from './failure.ts';
import { positiveInteger } from './options.ts';
import { Progress } from './progress.ts';
import { print } from './terminal.ts';

const EXAMPLES = `
Examples:
  $ npx splitsecond simulate --seeds 1000
  $ npx splitsecond simulate --seeds 1 --from 4711          one run, with what went wrong in it
  $ npx splitsecond simulate --seeds 500 --faults broker-elects,engine-cut --shrink

Each seed is a run of two engines, two edges, a venue and five screens over a broker, a network, clocks and disks that the seed
decides about; the same seed is the same run. Exit code 1 when something was that may not be.`;

interface SimulateOptions {
  readonly seeds: number;
  readonly from: number;
  readonly faults?: readonly string[];
  readonly shrink?: boolean;
  readonly json?: true;
}

export const simulateCommand = (): Command =>
  new Command('simulate')
    .description('the whole pipeline in this process under faults, once for each seed')
    .option('--seeds <n>', 'how many runs', positiveInteger, 100)
    .option('--from <seed>', 'the first seed', positiveInteger, 1)
    .option('--faults <kinds>', 'only these kinds of faults', kindsIn)
    .option('--shrink', 'look for the least with which a failing run still fails')
    .option('--json', 'print the outcome as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(simulate);

const kindsIn = (text: string): readonly string[] => text.split(',');

async function simulate({ seeds, from, faults, shrink = false, json }: SimulateOptions): Promise<void> {
  const { campaign } = await import('../simulation/campaign.ts');
  const { ALL_KINDS } = await import('../simulation/faults.ts');
  const unknown = faults?.find((kind) => !ALL_KINDS.includes(kind as FaultKind));
  if (unknown !== undefined)
    throw usageFailure(`no kind of fault is "${unknown}"`, `there are ${ALL_KINDS.join(', ')}`);
  const progress = new Progress('runs', seeds);
  const report = await campaign({
    from,
    seeds,
    shrinks: shrink,
    ended: () => progress.step(),
    ...(faults === undefined ? {} : { kinds: faults as readonly FaultKind[] }),
  });
  progress.done();
  print(json === true ? `${JSON.stringify(report)}\n` : textOf(report));
  if (report.failures.length > 0)
    throw new Failure(
      `${report.failures.length} of ${report.runs} runs showed what may not be`,
      'each is repeated by its seed: simulate --seeds 1 --from SEED',
    );
}

function textOf({ from, runs, facts, versions, faults, failures }: CampaignReport): string {
  const kinds = Object.entries(faults).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    ...failures.map(failureText),
    `seeds ${from} to ${from + runs - 1}: ${runs} runs, ${facts} facts, ${versions} versions, ${failures.length} failed\n`,
    `faults: ${kinds.map(([kind, times]) => `${kind} ${times}`).join(', ')}\n`,
  ].join('');
}

/** Lines of one failure that are printed at most. */
const LINES_MOST = 20;

function failureText({ scenario, violations }: FailedRun): string {
  const lines = violations.slice(0, LINES_MOST).map(({ at, rule, where }) => `  ${at} ms ${rule} ${where}\n`);
  return `${JSON.stringify(scenario)}\n${lines.join('')}`;
}
