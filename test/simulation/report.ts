/** What is said about a campaign of simulated runs. */
import type { CampaignTotal } from '../../src/simulation/campaign-file.ts';
import type { Violation } from '../../src/simulation/world.ts';
import { COUNTED, grouped } from '../support/report-page.ts';

type Counted = (typeof COUNTED)[number];

/** What a rule of the simulation that was broken means to who watches; any other one is `wrong`. */
const MEANS: Readonly<Record<string, Counted>> = {
  END_STATE: 'lost',
  NOT_SETTLED: 'lost',
  RECORD_LOST: 'lost',
  BACK: 'doubled',
  EPOCH_BACK: 'doubled',
  HOLE: 'misleading',
  RESUMED_WITH_HOLE: 'misleading',
  RESUMED_FROM_NOTHING: 'misleading',
  RESUMED_WITHOUT_POSITION: 'misleading',
  LAG_NOT_TOLD: 'misleading',
  NOT_READY: 'misleading',
  NEVER_READY: 'misleading',
  LOSS_NOT_FOUND: 'misleading',
};

const meaningOf = ({ rule }: Violation): Counted => MEANS[rule] ?? 'wrong';

const sorted = (counts: Readonly<Record<string, number>>): [string, number][] =>
  Object.entries(counts).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Whole runs, each with all its screens: what was wrong in them, with which faults, and by which commits they were done. */
export function summaryOf({
  runs,
  facts,
  versions,
  superseded,
  cut,
  restored,
  faults,
  commits,
  mended,
  failures,
}: CampaignTotal): string {
  const found = failures.flatMap(({ violations }) => violations.map(meaningOf));
  const counts = COUNTED.map((name) => `${grouped(found.filter((each) => each === name).length)} ${name}`);
  return [
    `**${grouped(runs)} runs, ${grouped(facts)} facts, ${grouped(versions)} versions: ${counts.join(', ')}.**`,
    '',
    `By commit: ${sorted(commits)
      .map(([commit, of]) => `${commit} (${grouped(of)})`)
      .join(', ')}. ` +
      `An operator made a revision the newest ${grouped(superseded)} times, having been told. ` +
      `${grouped(cut)} facts were cut, and an archive was put back ${grouped(restored)} times.`,
    '',
    ...(mended.length === 0
      ? []
      : [
          `Seeds that failed in an earlier build, and pass in the one in which they were run again: ${mended.join(', ')}.`,
          '',
        ]),
    '| fault | times |',
    '| --- | ---: |',
    ...sorted(faults).map(([kind, times]) => `| \`${kind}\` | ${grouped(times)} |`),
    '',
    ...failures.map(
      ({ scenario, violations }) =>
        `- seed ${scenario.seed}: ${[...new Set(violations.map(({ rule }) => rule))].join(', ')}`,
    ),
    ...(failures.length > 0 ? [''] : []),
  ].join('\n');
}
