import type { Channel, Document } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import type { Keepalive } from '../model/server-words.ts';
import type { VersionedDocument } from '../versions/versioned.ts';
import { ChannelOnAir } from './channels/channel-on-air.ts';
import { DelayedChannel } from './channels/delayed-channel.ts';
import { FilteredChannel } from './channels/filtered-channel.ts';
import type { History } from './channels/history.ts';
import type { RowChoice } from './channels/row-choice.ts';
import type { Shelf } from './channels/shelf.ts';
import type { SourceHealth } from './channels/source-health.ts';
import { type Derive, View, type ViewHost } from './channels/view.ts';
import type { Connection } from './connections/connection.ts';
import { type ReportTurnedAway, TurnedAway } from './connections/turned-away.ts';
import type { LiveCursor } from './cursors/live-cursor.ts';
import { Paces } from './cursors/pace.ts';
import type { Subscription } from './cursors/subscription.ts';
import { Deadlines } from './deadlines.ts';
import type { EdgeCounts } from './edge-counts.ts';
import { PastFrames } from './frames/past-frames.ts';
import type { EncoderOf, StreamFormat } from './frames/stream-format.ts';
import { FRAGMENT_BYTES } from './frames/websocket-frame.ts';
import { type Packing, wireOf } from './frames/wire.ts';
import type { Limits } from './limits.ts';
import { Screen } from './screens/screen.ts';
import { welcomeText } from './screens/welcome.ts';
import { Cohort } from './sending/cohort.ts';
import { JoinedParts } from './sending/joined-parts.ts';
import { Tick } from './tick.ts';
import type { Timing } from './timing.ts';
import { Turns } from './turns.ts';

export interface HubOptions {
  readonly serverId: string;
  readonly shelf: Shelf;
  readonly history: History;
  readonly encoderOf: EncoderOf;
  readonly sourceHealth: SourceHealth;
  readonly limits: Limits;
  readonly keepaliveMs: number;
  readonly timing: Timing;
  readonly counts: EdgeCounts;
  /** Reads on in the stream, for a screen that has been further than this edge; fails when the broker cannot be asked. */
  readonly catchUp?: (channel: Channel, epoch: string) => Promise<void>;
  /** Whether what is published can reach this edge at all. Default: it can. */
  readonly isFed?: () => boolean;
  /** What went wrong and was survived, for the log. */
  readonly report: (what: string, error: unknown) => void;
  /** Peers that were refused or ended for what they did, for the log; already rate-limited. */
  readonly reportTurnedAway?: ReportTurnedAway;
}

/** Looks back at so many channels at once when a screen holds a pattern back. */
const LOOKS_BACK_AT_ONCE = 4;

/** With more channels than this a keep-alive lists only those that changed lately. */
const KEEPALIVE_CHANNELS = 200;

/** Brings channels and screens together: who follows what, and who has something to be sent. */
export class Hub implements ViewHost {
  readonly serverId: string;
  readonly history: History;
  readonly encoderOf: EncoderOf;
  readonly limits: Limits;
  readonly keepaliveMs: number;
  readonly timing: Timing;
  readonly counts: EdgeCounts;
  readonly report: HubOptions['report'];
  readonly catchUp: NonNullable<HubOptions['catchUp']>;
  readonly isFed: () => boolean;
  readonly turnedAway: TurnedAway;
  readonly paces: Paces;
  readonly pastFrames: PastFrames;
  readonly joined = new JoinedParts();
  readonly fragmentBytes: number;
  readonly #shelf: Shelf;
  readonly #sourceHealth: SourceHealth;
  /** What comes, as it comes. */
  readonly live: View;
  /** Held back or with some rows only: by key, shared by all screens with the same. */
  readonly #views = new Map<string, View>();
  readonly #screens = new Set<Screen>();
  readonly #welcomes = new Map<StreamFormat, string>();
  readonly #keepalives = new Map<string, string>();
  #isDraining = false;
  /** Screens in step, by wire and by what they follow. */
  readonly #cohorts = new Map<string, Cohort>();
  #due: Screen[] = [];
  readonly #dueInStep = new Set<Cohort>();
  readonly #tickEnd: Tick;
  readonly #deadlines: Deadlines;

  constructor(options: HubOptions) {
    this.serverId = options.serverId;
    this.history = options.history;
    this.encoderOf = options.encoderOf;
    this.limits = options.limits;
    this.keepaliveMs = options.keepaliveMs;
    this.timing = options.timing;
    this.counts = options.counts;
    this.report = options.report;
    this.catchUp = options.catchUp ?? (async () => {});
    this.isFed = options.isFed ?? (() => true);
    this.turnedAway = new TurnedAway(options.timing, options.reportTurnedAway ?? (() => {}));
    this.paces = new Paces(options.timing);
    this.#tickEnd = new Tick(options.timing, { choose: () => this.#choose(), write: () => this.#write() });
    this.fragmentBytes = Math.min(FRAGMENT_BYTES, Math.floor(options.limits.outboundBytes / 4));
    this.pastFrames = new PastFrames(options.encoderOf, this.fragmentBytes);
    this.live = new View(this);
    this.#shelf = options.shelf;
    this.#sourceHealth = options.sourceHealth;
    const lookMs = Math.max(1, Math.floor(this.keepaliveMs / 20));
    this.#deadlines = new Deadlines(this.timing, lookMs, this.#screens, () => this.#keepalives.clear());
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

  welcome(format: StreamFormat): string {
    let text = this.#welcomes.get(format);
    if (text === undefined) {
      text = welcomeText(this, format);
      this.#welcomes.set(format, text);
    }
    return text;
  }

  get screens(): ReadonlySet<Screen> {
    return this.#screens;
  }

  /** Different delays and choices of rows that screens look through now. */
  get viewsInUse(): number {
    return this.#views.size;
  }

  get channels(): ReadonlyMap<Channel, ChannelOnAir> {
    return this.live.channels;
  }

  add(connection: Connection, format: StreamFormat, packing: Packing = 'plain'): Screen {
    const screen = new Screen(this, connection, wireOf(format, packing));
    this.#screens.add(screen);
    this.#tickEnd.arrived();
    this.counts.opened += 1;
    return screen;
  }

  remove(screen: Screen): void {
    this.#screens.delete(screen);
  }

  /** The shelf holds a newer version of the channel. */
  renewed(channel: Channel): void {
    const held = this.#shelf.held(channel);
    if (held === null) return;
    this.counts.versions += 1;
    const now = this.timing.now();
    const onAir = this.live.channels.get(channel);
    if (onAir !== undefined) {
      onAir.renew(held, now);
      return;
    }
    const created = this.newChannel(channel, held);
    this.live.channels.set(channel, created);
    this.onAir(created, this.live);
  }

  /** The view with this delay and these rows, for one more subscription; null when there are too many others. */
  enter(delayMs: number, rows: RowChoice | null): View | null {
    const heldBack =
      delayMs === 0 ? this.live : this.#view(` held back ${delayMs}`, (key) => this.#heldBack(key, delayMs));
    if (heldBack === null || rows === null) return heldBack;
    const view = this.#view(`${heldBack.key} rows ${rows.tag}`, (key) => this.#filtered(key, heldBack, rows));
    if (view === null || view.users > 1) this.leave(heldBack);
    return view;
  }

  /** The other half of `enter`. */
  leave(view: View): void {
    if (view === this.live) return;
    view.users -= 1;
    if (view.users > 0) return;
    view.close();
    this.#views.delete(view.key);
    if (view.source !== null) this.leave(view.source);
  }

  // What views ask for.

  newChannel(channel: Channel, held: VersionedDocument): ChannelOnAir {
    const created = new ChannelOnAir(channel, held, this.encoderOf, this.fragmentBytes);
    created.changedAt = this.timing.now();
    return created;
  }

  onAir(channel: ChannelOnAir, view: View): void {
    for (const cohort of this.#cohorts.values()) cohort.joinNew(channel, view);
    for (const screen of this.#screens) screen.joinNew(channel, view);
    for (const other of this.#views.values()) if (other.source === view) other.sourceOnAir(channel);
  }

  now(): number {
    return this.timing.now();
  }

  /** Notes a screen with something to send; all of them are served at the end of the tick. */
  due(screen: Screen): void {
    this.#due.push(screen);
    this.#tickEnd.due();
  }

  dueInStep(cohort: Cohort): void {
    this.#dueInStep.add(cohort);
    this.#tickEnd.due();
  }

  /** The cohort that a current screen can join; null when that has something newer under way. */
  cohortOf(
    screen: Screen,
    subscriptions: readonly Subscription[],
    followers: ReadonlyMap<Channel, LiveCursor>,
  ): Cohort | null {
    const { format, packing } = screen.wire;
    const key = `${format} ${packing} ${screen.followsKey}`;
    const known = this.#cohorts.get(key);
    if (known !== undefined) return known.isCurrent && known.followers.size === followers.size ? known : null;
    const cohort = new Cohort(key, screen.wire, subscriptions, followers.values(), this);
    this.#cohorts.set(key, cohort);
    return cohort;
  }

  dissolved(cohort: Cohort): void {
    this.#cohorts.delete(cohort.key);
  }

  /** The keep-alive of a screen; screens that follow the same share the text of one tick. */
  keepaliveFor(screen: Screen, isFirst: boolean): string {
    const key = screen.followsKey + (isFirst ? ' 1' : '');
    let text = this.#keepalives.get(key);
    if (text === undefined) {
      text = JSON.stringify({ keepalive: this.#keepalive(screen, isFirst) });
      this.#keepalives.set(key, text);
    }
    return text;
  }

  stop(): void {
    this.#deadlines.stop();
  }

  #view(key: string, made: (key: string) => View): View | null {
    let view = this.#views.get(key);
    if (view === undefined) {
      if (this.#views.size >= this.limits.views) return null;
      view = made(key);
      this.#views.set(key, view);
    }
    view.users += 1;
    return view;
  }

  #heldBack(key: string, delayMs: number): View {
    const { timing, history, report, live } = this;
    const reads = new Turns(LOOKS_BACK_AT_ONCE);
    const derive: Derive = (source, shown) =>
      new DelayedChannel(source, delayMs, { timing, history, reads, report, shown });
    return new View(this, { key, delayMs, rows: null, source: live, derive });
  }

  /** Holds on to the view that it is made of: `enter` has entered that already. */
  #filtered(key: string, source: View, rows: RowChoice): View {
    const derive: Derive = (channel, shown) => new FilteredChannel(channel, rows, shown);
    return new View(this, { key, delayMs: source.delayMs, rows, source, derive });
  }

  #keepalive(screen: Screen, isFirst: boolean): Keepalive {
    const now = this.timing.now();
    const followed = [...screen.followers.values()].map(({ channel }) => channel);
    const isPartial = !isFirst && followed.length > KEEPALIVE_CHANNELS;
    const since = now - 2 * this.keepaliveMs;
    const listed = isPartial ? followed.filter(({ changedAt }) => changedAt >= since) : followed;
    return {
      at: new Date(now).toISOString(),
      sources: this.#sourceHealth.of(documentsOf(followed), now),
      positions: positionsOf(listed),
      ...(isPartial ? { partial: true } : {}),
    };
  }

  #choose(): void {
    for (const cohort of this.#dueInStep) cohort.choose();
  }

  /** Those in step first, so that they are current when others join them. */
  #write(): void {
    for (const cohort of this.#dueInStep) cohort.write();
    this.#dueInStep.clear();
    const due = this.#due;
    this.#due = [];
    for (const screen of due) screen.flush();
  }
}

function* documentsOf(channels: readonly ChannelOnAir[]): Generator<Document> {
  for (const { current } of channels) yield current;
}

function positionsOf(channels: readonly ChannelOnAir[]): Record<Channel, Position> {
  const positions: Record<Channel, Position> = {};
  for (const { channel, current } of channels)
    positions[channel] = { epoch: current.epoch, version: current.version };
  return positions;
}
