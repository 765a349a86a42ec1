/** What is said about a campaign: each class with its runs, and what was wrong. */
import { machineText, thisMachine } from '../../bench/support/machine.ts';
import { COUNTED, grouped } from '../support/report-page.ts';
import { type FinishedRun, STOOD_STILL_MS } from './campaign.ts';
import { CLASSES } from './classes/classes.ts';
import type { FaultClass } from './classes/fault-class.ts';
import type { Topology } from './servers.ts';

const TITLES: Readonly<Record<Topology, string>> = {
  single: 'One broker',
  cluster: 'A cluster of three',
};

export const isClean = (run: FinishedRun): boolean => COUNTED.every((name) => run[name] === 0);

const medianOf = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)]!;

/** Of all that were done: the newest run of each class and seed. */
export function summaryOf(done: readonly FinishedRun[]): string {
  const newest = new Map(done.map((run) => [`${run.topology} ${run.class} ${run.seed}`, run]));
  const runs = [...newest.values()];
  const days = [...new Set(runs.map(({ at }) => at.slice(0, 10)))].toSorted();
  const counts = COUNTED.map((name) => `${grouped(sumOf(runs, name))} ${name}`).join(', ');
  return [
    `**${runs.length} runs, ${grouped(sumOf(runs, 'facts'))} facts: ${counts}.**`,
    '',
    `${days.join(' to ')}, ${commitsOf(runs)}, ${machineText(thisMachine())}.`,
    '',
    'Silence is the longest time that a screen was without what the venue had said, in ms, over the runs that had the machine to themselves and in which it',
    'did not stand still; in brackets, where there are none such, over runs beside others.',
    '',
    ...(['single', 'cluster'] as const).flatMap((topology) => sectionOf(runs, topology)),
    ...stoodStill(done),
    ...complaintsOf(runs),
  ].join('\n');
}

const sumOf = (runs: readonly FinishedRun[], name: (typeof COUNTED)[number] | 'facts'): number =>
  runs.reduce((sum, run) => sum + run[name], 0);

function commitsOf(runs: readonly FinishedRun[]): string {
  const counts = new Map<string, number>();
  for (const { commit } of runs) counts.set(commit, (counts.get(commit) ?? 0) + 1);
  if (counts.size === 1) return `commit ${[...counts.keys()][0]}`;
  return `commits ${[...counts].map(([commit, count]) => `${commit} (${count} runs)`).join(', ')}`;
}

function sectionOf(all: readonly FinishedRun[], topology: Topology): string[] {
  const runs = all.filter((run) => run.topology === topology);
  if (runs.length === 0) return [];
  return [
    `### ${TITLES[topology]}: ${runs.length} runs, ${grouped(sumOf(runs, 'facts'))} facts`,
    '',
    '| class | what happens | runs | facts | lost | doubled | wrong | misleading | silence median | maximum | at most |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...CLASSES.flatMap((fault) => {
      const own = runs.filter((run) => run.class === fault.name);
      return own.length === 0 ? [] : [rowOf(fault, own)];
    }),
    '',
    ...CLASSES.flatMap(({ name, silenceBarMs, reason }) => {
      const quiet = quietOf(runs.filter((run) => run.class === name));
      return reason === undefined || isHeld(silenceBarMs, quiet)
        ? []
        : [`\`${name}\` is not held: ${reason}.`, ''];
    }),
  ];
}

/** Runs whose silence is a figure: alone, and watched without a pause. */
const quietOf = (runs: readonly FinishedRun[]): FinishedRun[] =>
  runs.filter(({ isAlone, stoodStillMs }) => isAlone && stoodStillMs <= STOOD_STILL_MS);

const isHeld = (barMs: number | undefined, quiet: readonly FinishedRun[]): boolean =>
  barMs === undefined || quiet.every(({ silenceMs }) => silenceMs <= barMs);

function rowOf({ name, what, silenceBarMs }: FaultClass, runs: readonly FinishedRun[]): string {
  const counts = [runs.length, sumOf(runs, 'facts'), ...COUNTED.map((each) => sumOf(runs, each))];
  const quiet = quietOf(runs);
  const silences = (quiet.length > 0 ? quiet : runs).map(({ silenceMs }) => silenceMs);
  const figures = [medianOf(silences), Math.max(...silences)].map((ms) =>
    quiet.length > 0 ? grouped(ms) : `(${grouped(ms)})`,
  );
  return `| \`${name}\` | ${what} | ${[...counts.map(grouped), ...figures, barOf(silenceBarMs, quiet)].join(' | ')} |`;
}

function barOf(barMs: number | undefined, quiet: readonly FinishedRun[]): string {
  if (barMs === undefined) return '';
  if (quiet.length === 0) return `${grouped(barMs)}, not measured`;
  return `${grouped(barMs)}${isHeld(barMs, quiet) ? '' : ' **not held**'}`;
}

/** What was done again is told with what was found in it. */
function stoodStill(done: readonly FinishedRun[]): string[] {
  const still = done.filter(({ stoodStillMs }) => stoodStillMs > STOOD_STILL_MS);
  if (still.length === 0) return [];
  return [
    `In ${still.length} runs, which were done again, the machine stood still for more than ${grouped(STOOD_STILL_MS)} ms; of these ` +
      `${still.filter((run) => !isClean(run)).length} had complaints.`,
    '',
  ];
}

function complaintsOf(runs: readonly FinishedRun[]): string[] {
  const bad = runs.filter((run) => !isClean(run));
  if (bad.length === 0) return [];
  return [
    '### What was wrong',
    '',
    ...bad.map(
      (run) =>
        `- \`${run.class}\`, ${run.topology}, seed ${run.seed}, ${run.commit}: ${run.complaints.slice(0, 3).join('; ')}`,
    ),
    '',
  ];
}

/** One run for a terminal. */
export const lineOf = (run: FinishedRun): string =>
  `${isClean(run) ? 'ok    ' : 'FAILED'} ${run.topology.padEnd(7)} ${run.class.padEnd(24)} seed ${String(run.seed).padEnd(4)} ` +
  `${run.facts} facts, silence ${grouped(run.silenceMs)} ms, ${run.seconds} s` +
  `${run.stoodStillMs > STOOD_STILL_MS ? `, stood still for ${grouped(run.stoodStillMs)} ms` : ''}` +
  `${isClean(run) ? '' : `\n       ${run.complaints.join('\n       ')}`}`;
