import type { WireFact } from '../ingest/wire.ts';
import { formatInstant } from '../model/instant.ts';
import type { WireFacts } from './feed-file.ts';
import { Renumbering } from './renumbering.ts';
import { rewind, type Sent } from './rewind.ts';

/** Time as the replay sees it: given, so that a test decides how it passes. */
export interface ReplayClock {
  /** Microseconds since 1970, UTC. */
  now(): number;
  /** Resolves after `ms`, or at once when the signal is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Pace {
  /** 10: ten times as fast as it was; Infinity: without waiting. */
  readonly speed: number;
  /** The longest wait between two facts, in milliseconds. */
  readonly maxGapMs: number;
}

export interface ReplayOptions {
  readonly pace: Pace;
  readonly clock: ReplayClock;
  /** Resolves when the fact is safe with the broker. */
  publish(fact: WireFact): Promise<void>;
  /**
   * Makes the source epochs of this run its own (`<epoch>-<run>-<loop>`), so that a second run does not
   * look like copies of the first. Null keeps epochs and numbers as recorded.
   */
  readonly run: string | null;
  /** Start again at the end: facts of the loop before are withdrawn first, so all of them are kept. Needs a `run`. */
  readonly loop?: boolean;
  /** Between the last fact and the next loop. */
  readonly restMs?: number;
  readonly signal?: AbortSignal;
  onPublished?(fact: WireFact): void;
}

/**
 * Publishes a recording at the pace of its `sentAt` times and sets `sentAt` to now, so that latency
 * can be measured. Resolves at the end of the recording, or when the signal is aborted.
 */
export async function replay(recording: WireFacts, options: ReplayOptions): Promise<void> {
  const { run, loop = false, restMs = 0, signal, clock } = options;
  const stopped = (): boolean => signal?.aborted === true;
  let before: readonly Sent[] = [];
  for (let round = 1; !stopped(); round += 1) {
    const numbering = new Renumbering(run === null ? null : `${run}-${round}`);
    for (const fact of rewind(before, numbering)) {
      if (stopped()) return;
      await send(fact, options);
    }
    before = await playOnce(recording, numbering, options);
    if (!loop) return;
    await clock.wait(restMs, signal);
  }
}

async function playOnce(
  recording: WireFacts,
  numbering: Renumbering,
  options: ReplayOptions,
): Promise<readonly Sent[]> {
  const { pace, clock, signal } = options;
  const schedule = new Schedule(pace, clock.now());
  const sent: Sent[] = [];
  for await (const recorded of recording) {
    const waitMs = (schedule.dueAt(recorded.sentAt) - clock.now()) / 1_000;
    if (waitMs >= 1) await clock.wait(waitMs, signal);
    if (signal?.aborted === true) break;
    const fact = numbering.renumbered(recorded);
    await send(fact, options);
    if (options.loop === true)
      sent.push({ recorded, source: fact.source, epoch: fact.epoch ?? '1', seq: fact.seq });
  }
  return sent;
}

async function send(fact: WireFact, { clock, publish, onPublished }: ReplayOptions): Promise<void> {
  const now = { ...fact, sentAt: formatInstant(clock.now()) };
  await publish(now);
  onPublished?.(now);
}

/** When each fact is due, in microseconds: the gaps of the recording, shortened. Late facts do not push later ones back. */
class Schedule {
  readonly #pace: Pace;
  #due: number;
  #recordedAt: number | null = null;

  constructor(pace: Pace, now: number) {
    this.#pace = pace;
    this.#due = now;
  }

  dueAt(sentAt: string | undefined): number {
    const recordedAt = sentAt === undefined ? Number.NaN : Date.parse(sentAt);
    if (Number.isNaN(recordedAt)) return this.#due;
    if (this.#recordedAt !== null) {
      const gapMs = Math.max(0, recordedAt - this.#recordedAt) / this.#pace.speed;
      this.#due += Math.min(gapMs, this.#pace.maxGapMs) * 1_000;
    }
    this.#recordedAt = recordedAt;
    return this.#due;
  }
}
