/**
 * Question: what does an update cost the main thread of a graphic, how long does anything hold it up, and does it still paint every frame?
 *
 *   this process: broker in memory --> edge --WebSocket--> Chromium (without a GPU), one graphic, 1920 by 1080
 *
 * Each graphic for itself follows the document that it is made of, which changes 20 times a second; the newest version must be there at the end, or no
 * figure is printed. The longest task is read off a trace, in a run of its own, since tracing costs something itself. Beside it in the same
 * run: frames of the same page with nothing to do. It would change with the cores (Chromium shares the machine's with the edge), with a GPU, and with
 * more graphics in one page.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { startEdge } from '../src/edge.ts';
import { BrokerModel } from '../src/simulation/broker/model.ts';
import { Publisher } from '../test/fanout/published-documents.ts';
import { ensureChromium, NO_CHROMIUM, QUIET_BROWSER } from '../test/support/chromium.ts';
import { type MovingDocument, movingDocuments } from './graphics/moving.ts';
import { Probe, wallMs } from './screen/probe.ts';
import { type Answer, atLeast, atMost, type Benchmark, type Figure, rounded } from './support/benchmark.ts';
import { briefOf } from './support/sentence.ts';

const INTERVAL_MS = 50;
const UPDATES = { smoke: 4, real: 200 } as const;
const IDLE_MS = { smoke: 200, real: 2_000 } as const;
const VIEWPORT = { width: 1_920, height: 1_080 };
/** As long as two frames of 50 a second: beyond it something is seen to stand still. */
const LONGEST_MS = 40;
const MICROS_PER_MS = 1_000;

export const graphics: Benchmark = {
  name: 'graphics',
  question:
    'What does an update cost the main thread of a graphic at 20 a second, what is the longest task, and does it paint every frame?',
  async run(size, progress): Promise<Answer> {
    const executablePath = await ensureChromium();
    if (executablePath === null) throw new Error(NO_CHROMIUM);
    const browser = await chromium.launch({ executablePath, args: [...QUIET_BROWSER] });
    try {
      const figures: Figure[] = [];
      for (const moving of movingDocuments()) {
        progress(`${moving.graphic} ...`);
        figures.push(await figureOf(moving, browser, size));
      }
      return { figures, bars: barsOf(figures) };
    } finally {
      await browser.close();
    }
  },
  sentence: (figures) => {
    const worst = (name: string): Figure =>
      figures.reduce((most, figure) => (Number(figure[name]) > Number(most[name]) ? figure : most));
    const dearest = worst(PER_UPDATE);
    const longest = worst(LONGEST);
    return `${briefOf(dearest, PER_UPDATE)} ms of the main thread an update at most (${dearest.graphic}); no task is longer than ${briefOf(longest, LONGEST)} ms (${longest.graphic})`;
  },
  inShort: (figures) =>
    figures.map(
      (figure) =>
        `${figure.graphic}: ${briefOf(figure, PER_UPDATE)} ms an update, longest task ${briefOf(figure, LONGEST)} ms, ${briefOf(figure, FRAMES)} frames a second`,
    ),
};

const PER_UPDATE = 'ms an update';
const LONGEST = 'longest task, ms';
const FRAMES = 'frames a second';
const IDLE_FRAMES = 'with nothing to do';

async function figureOf(moving: MovingDocument, browser: Browser, size: 'smoke' | 'real'): Promise<Figure> {
  const network = new BrokerModel();
  const publisher = new Publisher(network.connect(), moving.header, moving.rows);
  await publisher.begin();
  for (const header of moving.beside) await new Publisher(network.connect(), header, []).begin();
  const edge = await startEdge({ broker: network.connect() });
  const page = await (await browser.newContext({ viewport: VIEWPORT })).newPage();
  await page.goto(
    `${edge.httpUrl}/graphics/${moving.graphic}?${new URLSearchParams(saidFor(moving, publisher))}`,
  );
  await page.locator('[data-state=IN]').waitFor();
  const probe = await Probe.in(page);
  const idle = await framesIn(probe, () => pause(IDLE_MS[size]));
  const before = await probe.metrics();
  const frames = await framesIn(probe, () => told(publisher, moving, UPDATES[size]));
  const after = await probe.metrics();
  const longest = await longestTask(browser, page, () => told(publisher, moving, UPDATES[size] / 4));
  await isThere(page, publisher);
  await page.context().close();
  await edge.close();
  const perUpdate = (...names: readonly string[]): number =>
    rounded(names.reduce((sum, name) => sum + after[name]! - before[name]!, 0) * (1_000 / UPDATES[size]));
  return {
    graphic: moving.graphic,
    [PER_UPDATE]: perUpdate('TaskDuration'),
    'of it script': perUpdate('ScriptDuration'),
    'style and layout': perUpdate('RecalcStyleDuration', 'LayoutDuration'),
    [LONGEST]: rounded(longest),
    [FRAMES]: rounded(frames),
    [IDLE_FRAMES]: rounded(idle),
  };
}

/** Of who is singled out somebody has to be told: in a race under way nobody is. */
const saidFor = ({ graphic, rows }: MovingDocument, { channel }: Publisher): Record<string, string> => ({
  channel,
  ...(['lower-third', 'result-strap'].includes(graphic) ? { competitor: rows[0]!.key } : {}),
});

async function told(publisher: Publisher, { changed }: MovingDocument, updates: number): Promise<void> {
  const began = wallMs();
  for (let sent = 0; sent < updates; sent += 1) {
    await pause(Math.max(0, began + sent * INTERVAL_MS - wallMs()));
    const { rows, version } = publisher.current;
    const index = version % Math.min(rows.length, MOVING_ROWS);
    await publisher.renew(rows.map((row, at) => (at === index ? changed(row, version) : row)));
  }
  await pause(INTERVAL_MS);
}

/** Those that are on the page. */
const MOVING_ROWS = 8;

async function framesIn(probe: Probe, meanwhile: () => Promise<void>): Promise<number> {
  const [before, began] = [await probe.frames(), wallMs()];
  await meanwhile();
  return (((await probe.frames()) - before) * 1_000) / (wallMs() - began);
}

interface TraceEvent {
  readonly name: string;
  readonly tid: number;
  readonly pid: number;
  readonly dur?: number;
  /** Of it with a core, in microseconds as well. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Of the page's main thread, in milliseconds; time without a core, on a busy machine, is not counted where the browser knows it. */
async function longestTask(browser: Browser, page: Page, meanwhile: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await meanwhile();
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  const mains = trace.traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid} ${tid}`);
  const tasks = trace.traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && mains.includes(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error('the trace has no tasks of a main thread');
  return Math.max(...tasks.map(({ dur = 0, tdur = dur }) => tdur)) / MICROS_PER_MS;
}

/** The newest version comes as far as the graphic: it says another status than all before it. */
async function isThere(page: Page, publisher: Publisher): Promise<void> {
  await publisher.renew(publisher.current.rows, { status: 'OFFICIAL' });
  await page.locator('.standing[data-status=OFFICIAL]').waitFor({ state: 'attached' });
}

function barsOf(figures: readonly Figure[]): Answer['bars'] {
  const most = (name: string): number => Math.max(...figures.map((figure) => Number(figure[name])));
  const fewest = Math.min(...figures.map((figure) => Number(figure[FRAMES]) / Number(figure[IDLE_FRAMES])));
  return [
    atMost('longest task, ms', most(LONGEST), LONGEST_MS),
    atLeast('frames per second beside those with nothing to do', rounded(fewest), 0.9),
  ];
}
