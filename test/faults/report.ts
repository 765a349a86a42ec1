/** The page about a campaign: each class with its runs, and what was wrong. */
import { thisMachine } from '../../bench/support/machine.ts';
import type { FinishedRun } from './campaign.ts';
import { CLASSES } from './classes/classes.ts';
import type { Topology } from './servers.ts';

const TITLES: Readonly<Record<Topology, string>> = {
  single: 'One broker',
  cluster: 'A cluster of three',
};
const COUNTED = ['lost', 'doubled', 'wrong', 'misleading'] as const;

export const isClean = (run: FinishedRun): boolean => COUNTED.every((name) => run[name] === 0);

const medianOf = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)] ?? 0;

const grouped = (value: number): string => Math.round(value).toLocaleString('en-US');

export function pageOf(runs: readonly FinishedRun[]): string {
  const { cpu, cores, memoryGiB, node } = thisMachine();
  const days = [...new Set(runs.map(({ at }) => at.slice(0, 10)))].toSorted();
  const commits = [...new Set(runs.map(({ commit }) => commit))];
  return [
    '# Fault campaign: the last whole run',
    '',
    'Made by `npm run faults -- report --write`; how it is done: [README](README.md).',
    '',
    `${runs.length} runs, ${grouped(sumOf(runs, 'facts'))} facts, ${days.join(' to ')}, commit ${commits.join(', ')}, ` +
      `${cpu.trim()}, ${cores} cores, ${memoryGiB} GiB, Node ${node.slice(1)}: ` +
      `${COUNTED.map((name) => `${grouped(sumOf(runs, name))} ${name}`).join(', ')}.`,
    '',
    ...(['single', 'cluster'] as const).flatMap((topology) => sectionOf(runs, topology)),
    ...complaintsOf(runs),
  ].join('\n');
}

const sumOf = (runs: readonly FinishedRun[], name: (typeof COUNTED)[number] | 'facts'): number =>
  runs.reduce((sum, run) => sum + run[name], 0);

function sectionOf(all: readonly FinishedRun[], topology: Topology): string[] {
  const runs = all.filter((run) => run.topology === topology);
  if (runs.length === 0) return [];
  return [
    `## ${TITLES[topology]}`,
    '',
    'Silence: the longest time that a screen was without what the venue had said, in ms, median and maximum over the runs.',
    '',
    '| class | what happens | runs | facts | lost | doubled | wrong | misleading | silence median | maximum | promised |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...CLASSES.flatMap(({ name, what, silenceBarMs }) => {
      const own = runs.filter((run) => run.class === name);
      if (own.length === 0) return [];
      const silences = own.map(({ silenceMs }) => silenceMs);
      const figures = [own.length, sumOf(own, 'facts'), ...COUNTED.map((each) => sumOf(own, each))];
      const most = Math.max(...silences);
      const promised =
        silenceBarMs === undefined
          ? ''
          : `${grouped(silenceBarMs)}${most > silenceBarMs ? ' **not held**' : ''}`;
      return [
        `| \`${name}\` | ${what} | ${[...figures, medianOf(silences), most].map(grouped).join(' | ')} | ${promised} |`,
      ];
    }),
    '',
  ];
}

function complaintsOf(runs: readonly FinishedRun[]): string[] {
  const bad = runs.filter((run) => !isClean(run));
  if (bad.length === 0) return [];
  return [
    '## What was wrong',
    '',
    ...bad.map(
      (run) =>
        `- \`${run.class}\`, ${run.topology}, seed ${run.seed}: ${run.complaints.slice(0, 3).join('; ')}`,
    ),
    '',
  ];
}

/** One run for a terminal. */
export const lineOf = (run: FinishedRun): string =>
  `${isClean(run) ? 'ok    ' : 'FAILED'} ${run.topology.padEnd(7)} ${run.class.padEnd(24)} seed ${String(run.seed).padEnd(4)} ` +
  `${run.facts} facts, silence ${grouped(run.silenceMs)} ms, ${run.seconds} s` +
  `${isClean(run) ? '' : `\n       ${run.complaints.join('\n       ')}`}`;
