import type { SourceNews, SourceStatus } from '../../broker/broker.ts';
import type { Document } from '../../model/document.ts';
import { disciplineOf, eventRsc, levelOf, type Rsc, unpad } from '../../model/rsc.ts';
import type { SourceReport, SourceState } from '../../model/server-words.ts';
import { PipelineLag } from './pipeline-lag.ts';

export interface SourceHealth {
  /** The sources behind these documents. */
  of(documents: Iterable<Document>, now: number): readonly SourceReport[];
  /** How far what is shown is behind the facts that the broker has; null where that cannot be known. */
  behindMs(now: number): number | null;
}

/** To a tenth of a second. */
export const secondsOf = (ms: number | null): number | null =>
  ms === null ? null : Math.round(ms / 100) / 10;

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
  readonly #lag: PipelineLag;
  readonly #statuses = new Map<string, SourceStatus>();
  readonly #sourcesOf = new Map<Rsc, Set<string>>();
  /** The first word after the start can be an old one; from the second on somebody looks. */
  #lookedAt: number | null = null;
  #firstWord: number | null = null;

  /** `connected`: whether news can arrive; `readUntil`: up to which place in the results stream this edge has read. */
  constructor(connected: () => boolean, readUntil: () => number) {
    this.#connected = connected;
    this.#lag = new PipelineLag(readUntil);
  }

  take(news: SourceNews, now: number): void {
    if ('status' in news) {
      this.#note(news.status);
      return;
    }
    this.#firstWord ??= news.seen.at;
    if (this.#lookedAt === null && news.seen.at === this.#firstWord) return;
    this.#lookedAt = now;
    this.#lag.heard(news.seen, now);
  }

  behindMs(now: number): number | null {
    return this.#isKnown(now) ? this.#lag.behindMs(now) : null;
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

  #isKnown(now: number): boolean {
    return this.#connected() && this.#lookedAt !== null && now - this.#lookedAt <= LOOKED_AT_MS;
  }

  #report({ source, state, lastFactAt }: SourceStatus, now: number): SourceReport {
    if (!this.#isKnown(now)) return unknown(source);
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
