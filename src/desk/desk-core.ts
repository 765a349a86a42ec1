import type {
  Broker,
  BrokerStorage,
  RejectionMessage,
  StoredVenueMessage,
  Subscription,
} from '../broker/broker.ts';
import { BrokerClock } from '../broker/broker-clock.ts';
import type { EdgeHealth } from '../fanout/edge-core.ts';
import { alarmsLately } from '../incidents/logged.ts';
import type { Measured, RefusedFact, SourceSeen } from '../incidents/measured.ts';
import type { DeskPart, PartKind } from '../incidents/part.ts';
import { PARTS_TOPIC, partIn } from '../incidents/part-words.ts';
import { expectedOf, lostOf } from '../incidents/roster.ts';
import { bytesOf } from '../incidents/said.ts';
import { shownIncidents } from '../incidents/shown.ts';
import type { Situation } from '../incidents/situation.ts';
import { type Condition, conditionsIn, isKnown } from '../incidents/table.ts';
import type { Channel, Document } from '../model/document.ts';
import { secondsOf } from '../model/missing.ts';
import type { OutputHeard } from '../on-air/output.ts';
import type { Timing } from '../timing.ts';
import { DeskActions } from './desk-actions.ts';
import { HeldFacts } from './held-facts.ts';
import { IncidentKeeper } from './incident-keeper.ts';
import { LogDesk } from './log-desk.ts';
import { outputsSeen } from './outputs-seen.ts';
import { PartsHeard } from './parts-heard.ts';
import { RosterKeeper } from './roster-keeper.ts';
import { SITUATION_TOPIC } from './situation-heard.ts';
import { SourcesSeen } from './sources-seen.ts';
import { resultsOn, stillHeld, unitsSeen, unitsToLookAt } from './units-seen.ts';

const LOOK_MS = 1_000;
const STORAGE_MS = 10_000;
/** Who has listened for so long has heard everybody who is there. */
const SETTLED_MS = 10_000;
const LATELY_MS = 10 * 60_000;
/** Facts from so many places back tell from which venue sources are heard. */
const PLACES_BACK = 1_000;

/** Of sources and of held facts so many are named; incidents are found in all. */
const SHOWN_MOST = 500;

/** What a desk reads like any edge. */
export interface DeskEdge {
  readonly shelf: { channels(): Iterable<Channel>; current(channel: Channel): Document | null };
  health(): EdgeHealth;
}

export interface DeskOptions {
  readonly broker: Broker;
  readonly edge: DeskEdge;
  /** What is on air, as the broker says it. */
  readonly onAir: { readonly outputs: readonly OutputHeard[] };
  readonly timing: Timing;
  /** Which desk this is, for as long as it runs. */
  readonly name: string;
  /** Who says its facts: `DESK-<source>`. */
  readonly source: string;
  readonly outbox?: string;
  /** So many there should be at least, whether they were ever heard or not. */
  readonly least?: Readonly<Partial<Record<PartKind, number>>>;
  readonly newId: () => string;
  readonly warn: (line: string) => void;
}

/** One desk: measures everything once a second, keeps the incidents in the logbook, and tells everybody what it has found. */
export class DeskCore {
  readonly #options: DeskOptions;
  readonly #clock: BrokerClock;
  readonly #parts = new PartsHeard();
  readonly #held = new HeldFacts();
  readonly #sources: SourcesSeen;
  readonly #log: LogDesk;
  readonly #incidents: IncidentKeeper;
  readonly #roster: RosterKeeper;
  /** On the clock of `elapsed`. */
  #listensSince: number;
  /** In the line that says that it was opened. */
  readonly #opened: string;
  #refusedLately: { readonly fact: RefusedFact; readonly at: number }[] = [];
  #storage: BrokerStorage | null = null;
  #standing: readonly Condition[] = [];
  /** The highest place of a refused fact that was there before, and that of the last one that was read. */
  #rejectedBefore = 0;
  #rejectedUntil = 0;
  #actions: DeskActions | null = null;
  #stops: (() => unknown)[] = [];
  #newest: { readonly situation: Situation; readonly at: number };

  constructor(options: DeskOptions) {
    const { broker, timing, newId } = options;
    this.#options = options;
    this.#clock = new BrokerClock(() => timing.now());
    this.#sources = new SourcesSeen(broker);
    this.#listensSince = timing.elapsed();
    this.#opened = newId();
    this.#log = new LogDesk(broker.logbook, newId, ({ values }, storedAt) => {
      // Its own line of a moment ago: by that it knows the broker's clock, engines or not.
      if (values.opened === this.#opened) this.#clock.came(storedAt);
    });
    this.#incidents = new IncidentKeeper(this.#log, () => this.now(), this.#listensSince);
    this.#roster = new RosterKeeper(this.#log, this.#parts);
    this.#newest = { situation: this.#situation(this.#measured()), at: this.#listensSince };
  }

  /** Milliseconds since 1970 by the broker's clock. */
  now(): number {
    return Math.round(this.#clock.now());
  }

  /** Its copies of the documents. */
  get shelf(): DeskEdge['shelf'] {
    return this.#options.edge.shelf;
  }

  /** Null until it has started. */
  get actions(): DeskActions | null {
    return this.#actions;
  }

  async start(): Promise<void> {
    const { broker, timing, source, outbox, warn, name } = this.#options;
    await this.#log.start();
    await this.#log
      .note({ event: 'DESK_OPENED', values: { desk: name, opened: this.#opened }, by: null })
      .catch((error: unknown) => warn(`the logbook takes nothing: ${String(error)}`));
    this.#rejectedBefore = await broker.lastRejectionSeq();
    const readings: Subscription[] = [
      await broker.calls.listen(PARTS_TOPIC, (data) => this.#heardPart(data)),
      await this.#followSources(),
      await broker.consumeRejections((rejection) => this.#rejected(rejection)),
    ];
    this.#stops = [
      ...readings.map((reading) => () => reading.stop()),
      timing.every(LOOK_MS, () => this.#look()),
      timing.every(STORAGE_MS, () => this.#askStorage()),
    ];
    this.#askStorage();
    this.#actions = await DeskActions.open({
      broker,
      timing,
      source: `DESK-${source}`,
      ...(outbox === undefined ? {} : { outbox }),
      warn,
      log: this.#log,
      incidents: this.#incidents,
      roster: this.#roster,
      held: this.#held,
      now: () => this.now(),
    });
    await this.#followFacts();
  }

  async stop(): Promise<void> {
    for (const stop of this.#stops.splice(0)) await stop();
    await this.#actions?.close();
    await this.#sources.stop();
    await this.#log.stop();
  }

  /** What it says of itself. */
  part(): Omit<DeskPart, 'url' | 'isLeaving'> {
    const { missing, behind } = this.#options.edge.health();
    const { name } = this.#options;
    return { part: 'desk', name, missing, behind, clockAhead: secondsOf(this.#clock.aheadMs) };
  }

  /** What it found when it looked last, and how many milliseconds ago that was. */
  newest(): { readonly situation: Situation; readonly heardAgoMs: number } {
    const { situation, at } = this.#newest;
    return { situation, heardAgoMs: Math.round(this.#options.timing.elapsed() - at) };
  }

  #situation({ refusedLately, ...measured }: Measured): Situation {
    const now = this.now();
    return {
      ...measured,
      refusedInTenMinutes: refusedLately.length,
      sources: measured.sources.toSorted(worstFirst).slice(0, SHOWN_MOST),
      held: measured.held.slice(-SHOWN_MOST),
      units: unitsToLookAt(measured.units),
      at: now,
      desk: this.#options.name,
      isSettled: this.#isSettled,
      refused: this.#held.refused,
      incidents: shownIncidents(this.#log.incidents, this.#standing, now),
      alarmsInTenMinutes: alarmsLately(this.#log.lines, now),
      log: this.#log.events,
    };
  }

  get #isSettled(): boolean {
    const hasListened = this.#options.timing.elapsed() - this.#listensSince >= SETTLED_MS;
    return hasListened && this.#rejectedUntil >= this.#rejectedBefore;
  }

  #measured(): Measured {
    const { edge, onAir, timing, least = {} } = this.#options;
    const elapsed = timing.elapsed();
    const { isConnected, missing, behind } = edge.health();
    const roster = this.#log.roster;
    const results = resultsOn(edge.shelf);
    const parts = this.#parts.heard(elapsed);
    return {
      isConnected,
      missing,
      sources: this.#sources.seen(behind === null ? null : behind * 1_000, this.now()),
      held: stillHeld(this.#held.held, results),
      refusedLately: this.#refusedLately.map(({ fact }) => fact),
      ...unitsSeen(results, this.now()),
      outputs: outputsSeen(onAir.outputs, parts, this.now()),
      parts,
      lost: lostOf(roster, (name) => this.#parts.isHeard(name, elapsed)),
      expected: expectedOf(roster, least),
      broker: this.#storage,
    };
  }

  #look(): void {
    const { timing, broker, warn } = this.#options;
    const elapsed = timing.elapsed();
    this.#refusedLately = this.#refusedLately.filter(({ at }) => elapsed - at < LATELY_MS);
    const measured = this.#measured();
    // Who was away has to listen anew.
    if (!measured.isConnected) this.#listensSince = elapsed;
    const isSettled = this.#isSettled;
    // Before it has heard everybody nobody is missed, but the broker itself.
    const found = conditionsIn(measured).filter(({ code }) => isSettled || code === 'BROKER_GONE');
    this.#standing = this.#incidents.standing(found, elapsed);
    const situation = this.#situation(measured);
    this.#newest = { situation, at: elapsed };
    const bytes = bytesOf(situation);
    if (bytes.length <= broker.maxDataBytes) broker.calls.call(SITUATION_TOPIC, bytes);
    else
      warn(
        `what this desk has found is too long for the broker (${bytes.length} bytes): edges do not hear it`,
      );
    if (!broker.connected) return;
    const writing = [
      this.#roster.write(elapsed),
      this.#incidents.write(this.#standing, elapsed, (code) => isSettled && isKnown(code, measured)),
    ];
    for (const each of writing)
      each.catch((error: unknown) => warn(`the logbook takes nothing: ${String(error)}`));
  }

  #heardPart(data: Uint8Array): void {
    const word = partIn(data);
    if (word !== null && this.#parts.take(word, this.#options.timing.elapsed())) this.#roster.left(word);
  }

  /** The first word that is read can be that of an engine that is long gone: it says nothing of the clock. */
  #followSources(): Promise<Subscription> {
    let isFirst = true;
    return this.#options.broker.watchSourceNews((news, storedAt) => {
      if ('status' in news) this.#sources.take(news.status);
      else if (isFirst) isFirst = false;
      else this.#clock.came(storedAt);
    });
  }

  #rejected(rejection: RejectionMessage): void {
    const refused = this.#held.rejected(rejection);
    this.#rejectedUntil = Math.max(this.#rejectedUntil, rejection.venueStreamSeq);
    if (refused !== null && refused.streamSeq > this.#rejectedBefore)
      this.#refusedLately.push({ fact: refused, at: this.#options.timing.elapsed() });
  }

  /** From the oldest fact that may still be held: what was said of it since decides. */
  async #followFacts(): Promise<void> {
    const { broker, timing } = this.#options;
    for (let waited = 0; this.#rejectedUntil < this.#rejectedBefore && waited < SETTLED_MS; waited += 50)
      await new Promise<void>((resolve) => timing.after(50, resolve));
    const oldest = this.#held.held.map(({ streamSeq }) => streamSeq + 1);
    const fromSeq = Math.max(1, Math.min(...oldest, (await broker.lastFactSeq()) - PLACES_BACK));
    const reading = await broker.consumeFacts({ fromSeq }, (message) => this.#said(message));
    this.#stops.push(() => reading.stop());
  }

  #said(message: StoredVenueMessage): void {
    const [source = ''] = message.messageId.split(':', 1);
    if (source !== '') this.#sources.heardFrom(source, message.venue);
    this.#held.said(message);
  }

  #askStorage(): void {
    void this.#options.broker.storage().then(
      (told) => {
        this.#storage = told;
      },
      () => {
        this.#storage = null;
      },
    );
  }
}

const isWell = ({ state }: SourceSeen): number => (state === 'ok' ? 1 : 0);

/** Otherwise as they were. */
const worstFirst = (one: SourceSeen, other: SourceSeen): number => isWell(one) - isWell(other);
