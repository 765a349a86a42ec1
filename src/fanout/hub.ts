import type { Channel } from '../model/document.ts';
import type { Timing } from '../timing.ts';
import type { ChannelOnAir, Newest } from './channels/channel-on-air.ts';
import type { History } from './channels/history.ts';
import type { SourceHealth } from './channels/source-health.ts';
import type { View } from './channels/view.ts';
import { Views } from './channels/views.ts';
import type { Connection } from './connections/connection.ts';
import { type ReportTurnedAway, TurnedAway } from './connections/turned-away.ts';
import { Paces } from './cursors/pace.ts';
import type { Upstream } from './cursors/reach.ts';
import { Deadlines } from './deadlines.ts';
import { countOne, type EdgeCounts } from './edge-counts.ts';
import { PastFrames } from './frames/past-frames.ts';
import type { EncoderOf, StreamFormat } from './frames/stream-format.ts';
import { FRAGMENT_BYTES } from './frames/websocket-frame.ts';
import { type Packing, wireOf } from './frames/wire.ts';
import type { Limits } from './limits.ts';
import { Keepalives } from './screens/keepalives.ts';
import { Screen, type ScreenContext } from './screens/screen.ts';
import { welcomeText } from './screens/welcome.ts';
import { Cohorts } from './sending/cohorts.ts';
import { Dispatcher } from './sending/dispatcher.ts';
import { JoinedParts } from './sending/joined-parts.ts';

export interface HubOptions {
  readonly serverId: string;
  readonly history: History;
  readonly encoderOf: EncoderOf;
  readonly sourceHealth: SourceHealth;
  readonly limits: Limits;
  readonly keepaliveMs: number;
  readonly timing: Timing;
  readonly counts: EdgeCounts;
  readonly upstream: Omit<Upstream, 'live'>;
  /** What went wrong and was survived, for the log. */
  readonly report: (what: string, error: unknown) => void;
  /** Peers that were refused or ended for what they did, for the log; already rate-limited. */
  readonly reportTurnedAway?: ReportTurnedAway;
}

/** Brings channels and screens together. Whatever is below gets what it needs from here, and never the hub. */
export class Hub {
  // For those who take connections, too.
  readonly limits: Limits;
  readonly counts: EdgeCounts;
  readonly timing: Timing;
  readonly turnedAway: TurnedAway;
  readonly #views: Views;
  readonly #cohorts: Cohorts;
  readonly #dispatcher: Dispatcher;
  readonly #deadlines: Deadlines;
  readonly #screens = new Set<Screen>();
  readonly #shared: ScreenContext;
  #isDraining = false;

  constructor(options: HubOptions) {
    const { limits, counts, timing, history, encoderOf, report } = options;
    const fragmentBytes = Math.min(FRAGMENT_BYTES, Math.floor(limits.outboundBytes / 4));
    const onAir = (channel: ChannelOnAir, view: View): void => this.#onAir(channel, view);
    const paces = new Paces(timing);
    const keepalives = new Keepalives(options.keepaliveMs, options.sourceHealth, timing);
    this.limits = limits;
    this.counts = counts;
    this.timing = timing;
    this.turnedAway = new TurnedAway(timing, options.reportTurnedAway ?? (() => {}));
    this.#views = new Views({
      encoderOf,
      fragmentBytes,
      timing,
      history,
      report,
      most: limits.views,
      onAir,
    });
    this.#dispatcher = new Dispatcher(timing);
    this.#cohorts = new Cohorts({ paces, counts, due: (cohort) => this.#dispatcher.cohortDue(cohort) });
    const live = this.#views.live.channels;
    this.#shared = {
      limits,
      counts,
      timing,
      report,
      paces,
      keepalives,
      turnedAway: this.turnedAway,
      views: this.#views,
      cohorts: this.#cohorts,
      dispatcher: this.#dispatcher,
      joined: new JoinedParts(),
      upstream: { ...options.upstream, live },
      past: {
        history,
        timing,
        live,
        unansweredMs: limits.unansweredMs,
        frames: new PastFrames(encoderOf, fragmentBytes),
      },
      welcome: welcomeTexts(options),
      gone: (screen) => this.#screens.delete(screen),
    };
    const lookMs = Math.max(1, Math.floor(options.keepaliveMs / 20));
    this.#deadlines = new Deadlines(timing, lookMs, this.#screens, () => keepalives.newRound());
  }

  /** There is a newer version of the channel. */
  renewed(channel: Channel, versioned: Newest): void {
    this.counts.versions += 1;
    this.#views.renewed(channel, versioned);
  }

  /** What comes, as it comes. */
  get live(): View {
    return this.#views.live;
  }

  /** Different delays and choices of rows that screens look through now. */
  get viewsInUse(): number {
    return this.#views.inUse;
  }

  get screens(): ReadonlySet<Screen> {
    return this.#screens;
  }

  /** How many there are of each format. */
  get screensByFormat(): ReadonlyMap<StreamFormat, number> {
    const counts = new Map<StreamFormat, number>();
    for (const { wire } of this.#screens) countOne(counts, wire.format);
    return counts;
  }

  /** Of the screen that has most of them (SC14). */
  get outboundBytesMost(): number {
    let most = 0;
    for (const { outboundBytes } of this.#screens) most = Math.max(most, outboundBytes);
    return most;
  }

  /** From a version's arrival until it was written to the last socket, the 99th of 100 of the last minute; null: nothing was written. */
  get writtenP99Ms(): number | null {
    return this.#dispatcher.writtenP99Ms(this.timing.elapsed());
  }

  /** From now on screens have to go elsewhere (SC16). */
  stopTaking(): void {
    this.#isDraining = true;
  }

  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** Why no further screen is taken; null when one is. */
  noRoom(): { code: 'DRAINING' | 'FULL'; message: string } | null {
    if (this.#isDraining) return { code: 'DRAINING', message: 'this edge is about to stop; try another one' };
    if (this.#screens.size < this.limits.screens) return null;
    return { code: 'FULL', message: 'this edge serves as many screens as it may' };
  }

  add(connection: Connection, format: StreamFormat, packing: Packing = 'plain'): Screen {
    const screen = new Screen(this.#shared, connection, wireOf(format, packing));
    this.#screens.add(screen);
    this.#dispatcher.arrived();
    this.counts.opened += 1;
    return screen;
  }

  stop(): void {
    this.#deadlines.stop();
  }

  /** Those in step first: who is alone would join them otherwise, and get the channel twice. */
  #onAir(channel: ChannelOnAir, view: View): void {
    this.#cohorts.joinNew(channel, view);
    for (const screen of this.#screens) screen.joinNew(channel, view);
  }
}

/** One text for all screens of a format. */
function welcomeTexts(options: HubOptions): (format: StreamFormat) => string {
  const texts = new Map<StreamFormat, string>();
  return (format) => {
    const text = texts.get(format) ?? welcomeText(options, format);
    texts.set(format, text);
    return text;
  };
}
