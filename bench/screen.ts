/**
 * Question: how long from a fact to the painted row in a browser, what does an update cost its main thread, and does its heap grow?
 *
 *   this process --fact--> nats-server --> engine --> nats-server --> edge --> Chromium (without a GPU), commentator screen
 *
 * The race has 150 rows, of which 20 change a second. A row counts as painted when the task after its frame runs; every fact must be
 * painted, or no figure is printed. Beside it in the same run: frames of the same page with nothing to do. First useful paint: from
 * the call of the page to the first row of a list, with an empty cache. For the heap one list changes 200 times a second, and what is left
 * after each collection of garbage is taken down; the slope is that of a line through the second half. It would change with the cores (here Chromium
 * shares the machine's with the pipeline), with a GPU, and with views that show more than one unit.
 *
 *   npm run bench -- screen --minutes 30      how long the heap is looked at; 2 when not given
 */
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Launched, launch } from '../src/cli/launcher.ts';
import { timeText } from '../src/model/time-text.ts';
import { openBroker } from '../src/setup/open-broker.ts';
import { ensureChromium, NO_CHROMIUM, QUIET_BROWSER } from '../test/support/chromium.ts';
import { EndlessList } from './screen/endless-list.ts';
import { type Painted, Probe, wallMs } from './screen/probe.ts';
import { type Answer, atLeast, atMost, type Benchmark, type Figure, rounded } from './support/benchmark.ts';
import { massRace } from './support/mass-race.ts';
import { publishFact } from './support/publish-fact.ts';
import { briefOf } from './support/sentence.ts';
import { latenessOfAll } from './venue-to-screen/sightings.ts';

const ROWS = 150;
const INTERVAL_MS = 50;
const HEAP_INTERVAL_MS = 5;
const RUNS = {
  smoke: { facts: 40, loads: 1, minutes: 0.15, looks: 4 },
  real: { facts: 500, loads: 9, minutes: 2, looks: 20 },
} as const;
const RESULTS_MAX_BYTES = 64 * 1024 * 1024;
const ARRIVAL_MS = 120_000;
const LOOK_MS = 20;
const MILLION = 1_000_000;
const HEAP_UNIT = 'ATHM100M--------------FNL-000100--';

export const screen: Benchmark = {
  name: 'screen',
  question:
    'How long from a fact to the painted row in a browser, what does an update cost, and does the heap grow?',
  async run(size, progress): Promise<Answer> {
    const executablePath = await ensureChromium();
    if (executablePath === null) throw new Error(NO_CHROMIUM);
    const options = { logLevel: 'error', engines: 1, resultsMaxBytes: RESULTS_MAX_BYTES } as const;
    const launched = await launch(options, pino({ level: 'silent' }));
    const browser = await chromium.launch({ executablePath, args: [...QUIET_BROWSER] });
    try {
      const { facts, loads, looks } = RUNS[size];
      progress(`${facts} facts, ${1_000 / INTERVAL_MS} a second ...`);
      const painting = await painted(launched, browser, facts);
      progress('first useful paint ...');
      const paints = await firstPaints(launched, browser, loads);
      const minutes = size === 'smoke' ? RUNS.smoke.minutes : minutesAsked();
      progress(`${minutes} minutes at ${1_000 / HEAP_INTERVAL_MS} updates a second ...`);
      const heap = await heapOver(launched, browser, minutes, looks);
      return {
        figures: [...painting.figures, ...paints, ...heap.figures],
        bars: [...painting.bars, ...heap.bars],
      };
    } finally {
      await browser.close();
      await launched.stop();
    }
  },
  sentence: (figures) => {
    const of = (what: string): string => said(figures, what);
    return `${of('fact to painted row, p50')} ms (p99 ${of('fact to painted row, p99')}); ${of('main thread per update')} ms of the main thread an update; ${of('frames per second')} frames a second; heap ${of('heap at the end')} MB after ${of('minutes')} minutes`;
  },
  inShort: (figures) => figures.map(({ what, value, unit }) => `${what}: ${value} ${unit}`.trim()),
};

const said = (figures: readonly Figure[], what: string): string =>
  briefOf(figures.find((figure) => figure.what === what)!, 'value');

const figure = (what: string, value: number, unit: string): Figure => ({ what, value: rounded(value), unit });

/** `--minutes 30` on the command line. */
function minutesAsked(args: readonly string[] = process.argv): number {
  const at = args.indexOf('--minutes');
  const asked = at < 0 ? RUNS.real.minutes : Number(args[at + 1]);
  if (!(asked > 0)) throw new Error('--minutes wants a number above 0');
  return asked;
}

const pageOf = async (launched: Launched, browser: Browser, address: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(`${launched.httpUrl}${address}`);
  return page;
};

const nowOf = (unit: string): string => `/commentator#view=now&discipline=${unit.slice(0, 3)}&units=${unit}`;

/** Facts at their pace, each until its row is painted; what the main thread does meanwhile. */
async function painted(launched: Launched, browser: Browser, facts: number): Promise<Answer> {
  const race = massRace(ROWS, facts);
  const { broker, close } = await openBroker({ url: launched.natsUrl });
  for (const fact of race.opening) await publishFact(broker, fact);
  const page = await pageOf(launched, browser, nowOf(race.unit));
  await page
    .locator('.now tbody tr')
    .nth(ROWS - 1)
    .waitFor();
  const probe = await Probe.in(page);
  const idle = await framesIn(probe, 2_000);
  const [framesBefore, before, began] = [await probe.frames(), await probe.metrics(), wallMs()];
  const due = new Map<string, number>();
  for (const [index, fact] of race.passings.entries()) {
    const at = began + index * INTERVAL_MS;
    await pause(Math.max(0, at - wallMs()));
    const { competitor, time } = fact.content as { competitor: string; time: number };
    due.set(`${competitor} ${timeText(time, 0)}`, at);
    await publishFact(broker, fact);
  }
  const took = wallMs() - began;
  const [framesAfter, after] = [await probe.frames(), await probe.metrics()];
  const late = await latenessIn(probe, due);
  await close();
  await page.context().close();
  const perUpdate = (name: string): number => ((after[name]! - before[name]!) * 1_000) / facts;
  const frames = ((framesAfter - framesBefore) * 1_000) / took;
  const { p50, p99, max } = latenessOfAll(late);
  return {
    figures: [
      figure('fact to painted row, p50', p50, 'ms'),
      figure('fact to painted row, p99', p99, 'ms'),
      figure('fact to painted row, max', max, 'ms'),
      figure('main thread per update', perUpdate('TaskDuration'), 'ms'),
      figure('of it script', perUpdate('ScriptDuration'), 'ms'),
      figure('of it style and layout', perUpdate('RecalcStyleDuration') + perUpdate('LayoutDuration'), 'ms'),
      figure('frames per second', frames, ''),
      figure('frames per second with nothing to do', idle, ''),
    ],
    bars: [atLeast('frames per second beside those with nothing to do', rounded(frames / idle), 0.9)],
  };
}

async function framesIn(probe: Probe, ms: number): Promise<number> {
  const [before, began] = [await probe.frames(), wallMs()];
  await pause(ms);
  return (((await probe.frames()) - before) * 1_000) / (wallMs() - began);
}

/** Of each fact; throws when one is never painted. */
async function latenessIn(probe: Probe, due: ReadonlyMap<string, number>): Promise<readonly number[]> {
  const waiting = new Map(due);
  const late: number[] = [];
  const last = wallMs() + ARRIVAL_MS;
  while (waiting.size > 0 && wallMs() < last) {
    for (const row of await probe.take())
      for (const [wanted, at] of waiting)
        if (says(row, wanted)) {
          waiting.delete(wanted);
          late.push(row.at - at);
        }
    await pause(100);
  }
  if (waiting.size > 0) throw new Error(`${waiting.size} of ${due.size} facts were not painted`);
  return late;
}

function says({ key, text }: Painted, wanted: string): boolean {
  const [competitor, time] = wanted.split(' ');
  return key === competitor && text.includes(time!);
}

async function firstPaints(launched: Launched, browser: Browser, loads: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, address] of [
    ['public page', '/'],
    ['commentator screen', '/commentator'],
  ] as const) {
    const took: number[] = [];
    for (let load = 0; load < loads; load += 1) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
      const page = await context.newPage();
      await page.addInitScript(FIRST_ROW);
      await page.goto(`${launched.httpUrl}${address}`);
      took.push(await firstRowMs(page));
      await context.close();
    }
    figures.push(figure(`first useful paint, ${name}`, latenessOfAll(took).p50, 'ms'));
  }
  return figures;
}

/** Asked from outside: the page's own policy lets nothing be evaluated in it. */
async function firstRowMs(page: Page): Promise<number> {
  const last = wallMs() + ARRIVAL_MS;
  while (wallMs() < last) {
    const ms = await page.evaluate<number | undefined>('window.firstRowMs');
    if (ms !== undefined) return ms;
    await pause(LOOK_MS);
  }
  throw new Error('no row was painted');
}

/** Milliseconds from the call of the page to the task after the frame with the first row. */
const FIRST_ROW = `(() => {
  const look = () => {
    if (document.querySelector('main tbody tr') === null) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { window.firstRowMs = performance.now(); };
    port2.postMessage(0);
  };
  requestAnimationFrame(look);
})()`;

async function heapOver(
  launched: Launched,
  browser: Browser,
  minutes: number,
  looks: number,
): Promise<Answer> {
  const { broker, close } = await openBroker({ url: launched.natsUrl });
  const list = new EndlessList(broker, HEAP_UNIT, ROWS);
  await list.begin();
  const page = await pageOf(launched, browser, nowOf(HEAP_UNIT));
  await page
    .locator('.now tbody tr')
    .nth(ROWS - 1)
    .waitFor();
  const probe = await Probe.in(page);
  const [began, first] = [wallMs(), list.version];
  const ms = minutes * 60_000;
  const heap: { readonly minute: number; readonly megabytes: number }[] = [];
  let isOver = false;
  const publishing = (async () => {
    for (let sent = 0; !isOver; sent += 1) {
      await pause(Math.max(0, began + sent * HEAP_INTERVAL_MS - wallMs()));
      await list.next();
    }
  })();
  for (let look = 0; look <= looks; look += 1) {
    await pause(Math.max(0, began + (look * ms) / looks - wallMs()));
    await probe.take();
    heap.push({ minute: (wallMs() - began) / 60_000, megabytes: (await probe.heapBytes()) / MILLION });
  }
  isOver = true;
  await publishing;
  const updates = list.version - first;
  await page.locator(`#proof:has-text("version ${list.version} ")`).waitFor();
  await page.context().close();
  await close();
  const settled = heap.slice(Math.floor(heap.length / 2));
  const [start, end] = [settled[0]!.megabytes, heap.at(-1)!.megabytes];
  return {
    figures: [
      figure('minutes', minutes, ''),
      figure('updates per second', (updates * 1_000) / ms, ''),
      figure('heap at the beginning', heap[0]!.megabytes, 'MB'),
      figure('heap at half time', start, 'MB'),
      figure('heap at the end', end, 'MB'),
      figure('slope of the second half', slopeOf(settled) * 1_000, 'kB a minute'),
    ],
    bars: [atMost('heap at the end beside that at half time', rounded(end / start), 1.1)],
  };
}

/** Of a line through the points, the least squares away from them: megabytes a minute. */
function slopeOf(points: readonly { readonly minute: number; readonly megabytes: number }[]): number {
  const mean = (of: (point: (typeof points)[number]) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [minute, megabytes] = [mean((point) => point.minute), mean((point) => point.megabytes)];
  const over = mean((point) => (point.minute - minute) * (point.megabytes - megabytes));
  const under = mean((point) => (point.minute - minute) ** 2);
  return under === 0 ? 0 : over / under;
}
