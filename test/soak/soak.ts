/** A pipeline that runs for long under an even load, and what its processes are like all the while. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ScreenWord } from '../faults/journal.ts';
import { now, pause, type ScreenOptions, Stage } from '../faults/stage.ts';
import { toldBy } from '../faults/told.ts';
import { metricIn } from '../support/metric.ts';
import { endOf } from '../support/part-process.ts';
import { Lateness } from './lateness.ts';
import { soakOf } from './meet.ts';
import type { Reading } from './trend.ts';

export interface SoakOptions {
  readonly minutes: number;
  readonly perSecond: number;
  /** That come and go. */
  readonly screens: number;
  /** Between two looks. */
  readonly everyMs: number;
  readonly progress: (line: string) => void;
}

export interface Soak {
  readonly facts: number;
  readonly seconds: number;
  /** By what is read, for example `engine-0 memory`. */
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
  /** Facts that the screens which look did not show in the end. */
  readonly missing: number;
  /** What was wrong, in words. */
  readonly troubles: readonly string[];
}

const CHURN = fileURLToPath(new URL('./churn.js', import.meta.url));
const STAY_SECONDS = 30;
const MS = 1_000;
/** Of an RSC: discipline, gender and event. */
const EVENT_LENGTH = 22;
const SETTLE_MS = 30_000;

const looking = (homes: readonly string[]): ScreenOptions[] =>
  homes.map((url, index) => ({
    name: `looking-${index}`,
    urls: [url],
    mode: 'live',
    delta: true,
    isSteady: true,
    channel: 'ATH*/RESULT',
  }));

export async function soak(options: SoakOptions): Promise<Soak> {
  const { minutes, perSecond, everyMs, progress } = options;
  const facts = Math.round(minutes * 60 * perSecond);
  const sayings = soakOf(facts);
  const late = [new Lateness(), new Lateness()];
  const troubles: string[] = [];
  let underWay = '';
  const notes = {
    said: (place: number, at: number): void => {
      const { unit, mark } = sayings[place]!;
      const event = unit.slice(0, EVENT_LENGTH);
      if (event !== underWay) churn.say({ event });
      underWay = event;
      if (mark !== undefined) for (const each of late) each.said(unit, mark, at);
    },
    word: (word: ScreenWord): void => {
      if (word.complaint !== undefined) troubles.push(`${word.complaint}: ${word.screen}, ${word.why}`);
      else if (word.ended !== undefined) troubles.push(`${word.screen} was ended with ${word.ended}`);
      else late[Number(word.screen.at(-1))]!.shown(word);
    },
  };
  const stage = await Stage.set({
    topology: 'single',
    sayings,
    perSecond,
    // As in operation.
    checkpointEvery: '1m',
    screens: looking,
    notes,
  });
  const churn = toldBy(
    process.execPath,
    [CHURN, JSON.stringify([stage.edgeUrls, options.screens, STAY_SECONDS])],
    () => {},
  );
  const readings = new Map<string, Reading[]>();
  const began = now();
  const look = async (): Promise<void> => {
    const at = (now() - began) / MS;
    const values = await readingsOf(stage, late, churn.child.pid!);
    for (const [name, value] of values) readings.set(name, [...(readings.get(name) ?? []), { at, value }]);
    progress(
      `${Math.round(at)} s, ${stage.said.size} of ${facts} facts, late ${Math.round(values.get('lag ms')!)} ms`,
    );
  };
  try {
    stage.startVenue();
    while (!stage.isSaid) {
      await pause(everyMs);
      await look();
    }
    const giveUpAt = now() + SETTLE_MS;
    while (!(stage.isSettled && late.every(({ missing }) => missing === 0)) && now() < giveUpAt)
      await pause(100);
    const missing = late.reduce((sum, each) => sum + each.missing, 0);
    return { facts, seconds: (now() - began) / MS, readings, missing, troubles };
  } finally {
    await endOf(churn.child, 'SIGKILL');
    await stage.strike();
  }
}

async function readingsOf(
  stage: Stage,
  late: readonly Lateness[],
  churnPid: number,
): Promise<Map<string, number>> {
  const values = new Map<string, number>();
  for (const [name, pid] of [...stage.pids, ['screens', churnPid] as const]) {
    values.set(`${name} memory`, residentOf(pid));
    values.set(`${name} handles`, readdirSync(`/proc/${pid}/fd`).length);
  }
  const engines = await Promise.all(stage.engines.map(({ url }) => numbersAt(url)));
  const edges = await Promise.all(stage.edgeUrls.map(numbersAt));
  for (const [name, all] of [['engine', engines] as const, ['edge', edges] as const])
    for (const [index, numbers] of all.entries())
      for (const [what, value] of memoryOf(numbers)) values.set(`${name}-${index} ${what}`, value);
  values.set('units away', engines[0]!('splitsecond_units_away'));
  values.set('store bytes', await stage.servers.bytes());
  values.set('lag ms', Math.max(...late.map((each) => each.worst())));
  values.set(
    'disagreements',
    engines.reduce((sum, numbers) => sum + numbers('splitsecond_disagreements_total'), 0),
  );
  return values;
}

/** What Node itself knows of a program's memory; nothing of what is alive before the first whole collection. */
function memoryOf(numbers: Numbers): [string, number][] {
  const alive = numbers('splitsecond_memory_alive_bytes');
  const heap = numbers('nodejs_heap_size_total_bytes') + numbers('nodejs_external_memory_bytes');
  return [
    ...(Number.isNaN(alive) ? [] : [['alive', alive] as [string, number]]),
    ['outside', numbers('process_resident_memory_bytes') - heap],
  ];
}

function residentOf(pid: number): number {
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
  return Number(kibibytes) * 1_024;
}

/** By the name of a metric. */
type Numbers = (name: string) => number;

async function numbersAt(url: string): Promise<Numbers> {
  const text = await (await fetch(`${url}/metrics`, { headers: { connection: 'close' } })).text();
  return (name) => {
    const value = metricIn(text, name);
    if (value === null) throw new Error(`${url} does not tell ${name}`);
    return value;
  };
}
