import type { SourceNews, SourceStatus } from '../../broker/broker.ts';
import type { Document } from '../../model/document.ts';
import { disciplineOf, eventRsc, levelOf, type Rsc, unpad } from '../../model/rsc.ts';
import type { SourceReport, SourceState } from '../../model/server-words.ts';

export interface SourceHealth {
  /** The sources behind these documents. */
  of(documents: Iterable<Document>, now: number): readonly SourceReport[];
}

/** Engines say once a second that they look; after so long without a word nobody knows how the sources are. */
const LOOKED_AT_MS = 5_000;
const MICROSECONDS_PER_MS = 1_000;
/** Documents of this discipline are about the whole competition. */
const GENERAL = 'GEN';

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
  readonly #statuses = new Map<string, SourceStatus>();
  readonly #sourcesOf = new Map<Rsc, Set<string>>();
  /** The first word after the start can be an old one; from the second on somebody looks. */
  #lookedAt: number | null = null;
  #firstWord: number | null = null;

  /** `connected`: whether news can arrive. */
  constructor(connected: () => boolean) {
    this.#connected = connected;
  }

  take(news: SourceNews, now: number): void {
    if ('status' in news) this.#note(news.status);
    else if (this.#firstWord === null) this.#firstWord = news.seen.at;
    else if (this.#lookedAt !== null || news.seen.at !== this.#firstWord) this.#lookedAt = now;
  }

  /** Documents whose sources are not known stand for themselves, by their discipline, as `unknown`. */
  of(documents: Iterable<Document>, now: number): readonly SourceReport[] {
    const reports = new Map<string, SourceReport>();
    for (const event of eventsOf(documents)) {
      const sources = this.#behind(event);
      if (sources.size === 0) reports.set(disciplineOf(event), unknown(disciplineOf(event)));
      for (const source of sources) {
        if (!reports.has(source)) reports.set(source, this.#report(this.#statuses.get(source)!, now));
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
    const isGeneral = disciplineOf(event) === GENERAL;
    const above = unpad(event);
    const behind = new Set<string>();
    for (const [each, sources] of this.#sourcesOf) {
      if (isGeneral || each.startsWith(above)) for (const source of sources) behind.add(source);
    }
    return behind;
  }

  #report({ source, state, lastFactAt }: SourceStatus, now: number): SourceReport {
    const isKnown = this.#connected() && this.#lookedAt !== null && now - this.#lookedAt <= LOOKED_AT_MS;
    if (!isKnown) return unknown(source);
    const lastFactAgeMs = Math.max(0, Math.round(now - lastFactAt / MICROSECONDS_PER_MS));
    return { source, state: STATES[state], lastFactAgeMs };
  }
}

const unknown = (source: string): SourceReport => ({ source, state: 'unknown', lastFactAgeMs: null });

function eventsOf(documents: Iterable<Document>): ReadonlySet<Rsc> {
  const events = new Set<Rsc>();
  for (const { header } of documents) events.add(eventRsc(header.unit));
  return events;
}
