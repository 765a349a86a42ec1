import type { SourceNews, SourceStatus } from '../../broker/broker.ts';
import { BrokerClock } from '../../broker/broker-clock.ts';
import { type Channel, channelOf, type Document } from '../../model/document.ts';
import type { Instant } from '../../model/fact.ts';
import { LATE_MS, type Missing } from '../../model/missing.ts';
import { disciplineOf, eventRsc, GENERAL, levelOf, type Rsc, unpad } from '../../model/rsc.ts';
import type { SourceReport, SourceState } from '../../model/server-words.ts';
import { EnginesHeard, type Shown } from './engines-heard.ts';

/** `now`: milliseconds of a clock that only goes forward. */
export interface SourceHealth {
  /** The sources behind these documents. */
  of(documents: Iterable<Document>, now: number): readonly SourceReport[];
  /** How far what is shown is behind the facts that the broker has; null where that cannot be known. */
  behindMs(now: number): number | null;
}

const MICROSECONDS_PER_MS = 1_000;

const STATES: Readonly<Record<SourceStatus['state'], SourceState>> = {
  OK: 'ok',
  SILENT: 'silent',
  GAP: 'gap',
};

/**
 * How each venue source is doing (SC12), from what the engines tell. A document depends on the sources that have
 * sent facts about its event; one of a discipline or of the whole competition on all below it.
 */
export class VenueSources implements SourceHealth {
  readonly #connected: () => boolean;
  readonly #shown: Shown;
  readonly #engines: EnginesHeard;
  readonly #clock: BrokerClock;
  readonly #statuses = new Map<string, SourceStatus>();
  readonly #sourcesOf = new Map<Rsc, Set<string>>();

  /** `connected`: whether news can arrive, of the broker that all was learnt from; `wallClock`: milliseconds since 1970 by this machine. */
  constructor(connected: () => boolean, shown: Shown, wallClock: () => number) {
    this.#connected = connected;
    this.#shown = shown;
    this.#engines = new EnginesHeard(shown);
    this.#clock = new BrokerClock(wallClock);
  }

  take(news: SourceNews, storedAt: Instant, now: number): void {
    if ('status' in news) this.#note(news.status);
    else if (this.#engines.take(news.seen, now)) this.#clock.came(storedAt);
  }

  behindMs(now: number): number | null {
    return this.#connected() ? this.#engines.behind(now).ms : null;
  }

  /** Facts that the broker has and that are not published; null: not known. */
  behindFacts(now: number): number | null {
    return this.#connected() ? this.#engines.behind(now).facts : null;
  }

  /** How many engines are heard. */
  engines(now: number): number {
    return this.#engines.count(now);
  }

  /** By how many milliseconds the clock of this machine is ahead of the broker's; null: not known. */
  get aheadMs(): number | null {
    return this.#clock.aheadMs;
  }

  /** What the engines owe this edge. */
  missing(now: number): readonly Missing[] {
    const { ms, missing } = this.#engines.behind(now);
    if (ms === null || ms <= LATE_MS) return missing;
    const message = `what is shown is ${Math.round(ms / 1_000)} s behind the facts`;
    return [...missing, { code: 'BEHIND', message }];
  }

  /** Documents whose sources are not known stand for themselves, by their discipline, as `unknown`. */
  of(documents: Iterable<Document>, now: number): readonly SourceReport[] {
    const reports = new Map<string, SourceReport>();
    for (const [event, isFrozen] of eventsOf(documents, new Set(this.#shown.frozen()))) {
      const sources = this.#behind(event);
      if (sources.size === 0) reports.set(disciplineOf(event), unknown(disciplineOf(event)));
      for (const source of sources) {
        if (!isFrozen && reports.has(source)) continue;
        reports.set(source, this.#report(this.#statuses.get(source)!, now, isFrozen));
      }
    }
    return [...reports.values()].sort((one, other) => (one.source < other.source ? -1 : 1));
  }

  #note(status: SourceStatus): void {
    const { source, events, streamSeq } = status;
    const before = this.#statuses.get(source);
    // Engines run side by side, and one may be behind.
    if (before !== undefined && before.streamSeq > streamSeq) return;
    this.#statuses.set(source, status);
    for (const event of events) {
      const sources = this.#sourcesOf.get(event) ?? new Set();
      this.#sourcesOf.set(event, sources.add(source));
    }
  }

  #behind(event: Rsc): ReadonlySet<string> {
    if (levelOf(event) !== 'discipline') return this.#sourcesOf.get(event) ?? new Set();
    const isGeneral = event === GENERAL;
    const above = unpad(event);
    const behind = new Set<string>();
    for (const [each, sources] of this.#sourcesOf) {
      if (isGeneral || each.startsWith(above)) for (const source of sources) behind.add(source);
    }
    return behind;
  }

  #report({ source, state, lastFactAt }: SourceStatus, now: number, isFrozen: boolean): SourceReport {
    const behindMs = this.behindMs(now);
    if (behindMs === null) return unknown(source);
    const lastFactAgeMs = Math.max(0, Math.round(this.#clock.now() - lastFactAt / MICROSECONDS_PER_MS));
    const said = STATES[state];
    const isLate = isFrozen || behindMs > LATE_MS;
    return { source, state: said === 'ok' && isLate ? 'late' : said, lastFactAgeMs };
  }
}

const unknown = (source: string): SourceReport => ({ source, state: 'unknown', lastFactAgeMs: null });

/** The events of these documents, and whether one of each stands still before a version that is stored. */
function eventsOf(documents: Iterable<Document>, frozen: ReadonlySet<Channel>): ReadonlyMap<Rsc, boolean> {
  const events = new Map<Rsc, boolean>();
  for (const { header } of documents) {
    const event = eventRsc(header.unit);
    events.set(event, events.get(event) === true || frozen.has(channelOf(header)));
  }
  return events;
}
