/** Screens of one unit that note how late each version comes, and some that hardly read, in a process of their own. */
import { build } from 'hdr-histogram-js';
import { machineMs } from '../support/machine-time.ts';
import { openLightScreen } from '../venue-to-screen/light-screen.ts';
import { DIALECTS, type DialectName } from './dialect.ts';
import { SlowScreen } from './slow-screen.ts';
import { tell } from './tell.ts';

interface Order {
  /** So many more screens. */
  readonly open?: {
    readonly url: string;
    readonly dialect: DialectName;
    readonly screens: number;
    /** Further screens that read one byte a second. */
    readonly slow?: number;
  };
  /** Frame `first + k` is due at `dueAt + k * intervalMs`. */
  readonly schedule?: { readonly first: number; readonly dueAt: number; readonly intervalMs: number };
  readonly lateness?: true;
  /** The slow ones read on. */
  readonly drain?: { readonly hash: string };
}

/** From when a version was due to when a screen had it, over all screens; milliseconds. */
export interface Lateness {
  /** Versions that screens have, all together. */
  readonly seen: number;
  readonly p50: number;
  readonly p99: number;
  readonly 'p99.9': number;
  readonly max: number;
}

/** What the slow screens show after they have read everything. */
export interface Drained {
  readonly right: number;
  /** Versions that were skipped for the slowest of them. */
  readonly skipped: number;
}

interface Arrived {
  readonly screen: number;
  readonly at: number;
  readonly frame: Buffer;
  /** Several versions can have come in one frame. */
  readonly shared: boolean;
}

const OPENED_AT_ONCE = 100;
const REPORT_MS = 5;
const MICROS_PER_MS = 1_000;
/** The first version that is published is the second one of the document. */
const FIRST_VERSION = 2;
const VERSION = '"version":';

let has = new Uint32Array(0);
let schedule: Order['schedule'];
let slow: SlowScreen[] = [];
let received = 0;
let reported = 0;
let lastAt = 0;
let seen = 0;
let arrived: Arrived[] = [];
const histogram = build({ numberOfSignificantValueDigits: 3 });

process.on('message', ({ open, schedule: announced, lateness, drain }: Order) => {
  if (open !== undefined) void openAll(open);
  if (announced !== undefined) begin(announced);
  if (lateness !== undefined) tell({ lateness: report() });
  if (drain !== undefined) void drainAll(drain.hash);
});
process.on('disconnect', () => process.exit());

async function openAll({ url, dialect, screens, slow: slowOnes = 0 }: NonNullable<Order['open']>) {
  const before = has.length;
  const all = before + screens;
  has = Uint32Array.from({ length: all }, (_none, screen) => has[screen] ?? FIRST_VERSION - 1);
  for (let first = before; first < all; first += OPENED_AT_ONCE) {
    const count = Math.min(OPENED_AT_ONCE, all - first);
    await Promise.all(
      Array.from({ length: count }, (_none, index) => openOne(new URL(url), dialect, first + index)),
    );
  }
  slow = Array.from({ length: slowOnes }, (_none, index) => new SlowScreen(new URL(url), index % 2 === 0));
  await Promise.all(slow.map((screen) => screen.opened));
  if (before === 0) setInterval(tellReceived, REPORT_MS);
  tell({ opened: screens });
}

/** Resolves with whatever comes first, or soon after where nothing comes by itself. */
function openOne(url: URL, name: DialectName, screen: number): Promise<void> {
  const { subprotocol, first, shares, counts } = DIALECTS[name];
  return new Promise((resolve) => {
    setTimeout(resolve, OPENED_AT_ONCE);
    openLightScreen({
      url,
      subprotocol,
      first: first?.text,
      firstIsBinary: first?.binary,
      onFrame: (frame) => {
        const at = machineMs();
        resolve();
        if (!counts(frame, 0)) return;
        if (arrived.length === 0) setImmediate(takeIn);
        arrived.push({ screen, at, frame: Buffer.from(frame), shared: shares !== undefined });
      },
      onEnd: (reason) => tell({ ended: `screen ${screen}: ${reason}` }),
    });
  });
}

/** What a frame says is read once all sockets that have something have been looked at, so that it makes nobody late. */
function takeIn(): void {
  const frames = arrived;
  arrived = [];
  for (const { screen, at, frame, shared } of frames) {
    const version = newestVersionIn(frame);
    if (version === null) continue;
    lastAt = Math.max(lastAt, at);
    received += shared ? Math.max(0, version - has[screen]!) : 1;
    note(screen, version, at);
  }
}

function newestVersionIn(frame: Buffer): number | null {
  const at = frame.lastIndexOf(VERSION);
  const version = Number.parseInt(frame.toString('latin1', at + VERSION.length, at + 20), 10);
  return at < 0 || Number.isNaN(version) ? null : version;
}

/** A newer version includes those before it. */
function note(screen: number, version: number, at: number): void {
  const before = has[screen]!;
  if (version <= before) return;
  has[screen] = version;
  if (schedule === undefined) return;
  const { first, dueAt, intervalMs } = schedule;
  for (let each = Math.max(before + 1, first + FIRST_VERSION); each <= version; each += 1) {
    const late = at - (dueAt + (each - first - FIRST_VERSION) * intervalMs);
    histogram.recordValue(Math.max(1, Math.round(late * MICROS_PER_MS)));
    seen += 1;
  }
}

function begin(announced: NonNullable<Order['schedule']>): void {
  schedule = announced;
  histogram.reset();
  seen = 0;
}

function report(): Lateness {
  const at = (percentile: number): number => histogram.getValueAtPercentile(percentile) / MICROS_PER_MS;
  return { seen, p50: at(50), p99: at(99), 'p99.9': at(99.9), max: histogram.maxValue / MICROS_PER_MS };
}

async function drainAll(hash: string): Promise<void> {
  const shown = await Promise.all(slow.map((screen) => screen.drain(hash)));
  const drained: Drained = {
    right: shown.filter(({ isRight }) => isRight).length,
    skipped: Math.max(0, ...shown.map(({ skipped }) => skipped)),
  };
  tell({ drained });
}

function tellReceived(): void {
  if (received === reported) return;
  reported = received;
  tell({ received, lastAt });
}
