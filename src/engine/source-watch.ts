import { SYSTEM_SOURCE } from '../ingest/system-source.ts';
import type { WireFact } from '../ingest/wire.ts';
import type { Fact, FactOf, Link, Origin } from '../model/fact.ts';
import type { Rsc } from '../model/rsc.ts';
import { disciplineOf, disciplineRsc } from '../model/rsc.ts';
import { newestKept } from './newest-kept.ts';

/** A `link` fact that should be published, so that every engine sees the same (D13). */
export interface LinkNotice {
  readonly unit: Rsc;
  readonly link: Link;
  /** Makes a second engine's copy vanish, and nothing else: what it is about, and the place in the stream of the fact after which it is so. */
  readonly id: string;
}

/** A source as it was heard; `heardMs` is of the engine that heard it. */
export interface Watched {
  readonly disciplines: Set<string>;
  /** The place of its newest fact in the stream of facts. */
  streamSeq: number;
  heardMs: number;
  /** Announced by the source's heartbeats; null as long as it announced nothing. */
  everyMs: number | null;
  /** What this engine holds to be true, and has asked to be said. */
  state: Link['state'];
  /** What the stream says. */
  told: Link['state'];
  /** Numbers are missing now. */
  hasHole: boolean;
  /** When it was asked last that the state be said. */
  askedMs: number;
}

/** How many times its announced interval a source may be silent. */
const PATIENCE = 2;
/** Beyond this many the longest silent one is forgotten. */
const SOURCES_MAX = 10_000;
/** For so long what was asked to be said may be on its way. */
const ON_ITS_WAY_MS = 5_000;
const MS_PER_SECOND = 1_000;

/** Notices sources that fall silent or skip numbers. It only asks for facts: nothing here reaches a document by itself. */
export class SourceWatch {
  /** The source heard last is last. */
  readonly #sources = new Map<string, Watched>();

  get soFar(): ReadonlyMap<string, Watched> {
    return this.#sources;
  }

  /** All of them were heard just now. */
  takeUp(sources: ReadonlyMap<string, Watched>, nowMs: number): void {
    for (const [source, watched] of sources) this.#sources.set(source, { ...watched, heardMs: nowMs });
  }

  /**
   * Takes note of a fact (of a refused one only its origin is known) at a place in the stream, at the engine's time `nowMs`; what
   * it should be announced as.
   */
  heard(
    fact: Fact | Origin,
    streamSeq: number,
    gap: 'OPENED' | 'CLOSED' | null,
    nowMs: number,
  ): LinkNotice[] {
    if (fact.source === SYSTEM_SOURCE) {
      if ('kind' in fact && fact.kind === 'link') this.#toldOf(fact, gap);
      return [];
    }
    const watched = this.#watched(fact);
    watched.heardMs = nowMs;
    watched.streamSeq = streamSeq;
    if ('kind' in fact) note(fact, watched);
    if (gap !== null) watched.hasHole = gap === 'OPENED';
    if (gap === 'OPENED') return this.#announce(fact.source, watched, 'GAP', nowMs);
    if (gap === 'CLOSED' || watched.state === 'SILENT')
      return this.#announce(fact.source, watched, 'OK', nowMs);
    return [];
  }

  /** Sources that have been silent for too long at `nowMs`, and holes of which the stream says otherwise. Ask an engine that is current. */
  check(nowMs: number): LinkNotice[] {
    const notices: LinkNotice[] = [];
    for (const [source, watched] of this.#sources) {
      const { everyMs, heardMs, state } = watched;
      const isSilent = everyMs !== null && nowMs - heardMs > everyMs * PATIENCE;
      if (isSilent && state !== 'SILENT') notices.push(...this.#announce(source, watched, 'SILENT', nowMs));
      else notices.push(...this.#unsaid(source, watched, nowMs));
    }
    return notices;
  }

  /**
   * A hole that was opened or closed in what an engine read as history, by engines that had ended before they said so: without this it would
   * stand for ever, or never be told.
   */
  #unsaid(source: string, watched: Watched, nowMs: number): LinkNotice[] {
    const { hasHole, told, askedMs } = watched;
    const isSaid = hasHole ? told !== 'OK' : told !== 'GAP';
    if (isSaid || nowMs - askedMs < ON_ITS_WAY_MS) return [];
    watched.state = told;
    return this.#announce(source, watched, hasHole ? 'GAP' : 'OK', nowMs);
  }

  /** What another engine has announced holds here too: it may be gone when there is more to say. */
  #toldOf({ unit, content: { source, state, seq } }: FactOf<'link'>, gap: 'OPENED' | 'CLOSED' | null): void {
    const watched = seq === undefined ? this.#sources.get(source) : this.#watched({ source });
    if (watched === undefined) return;
    watched.state = state;
    watched.told = state;
    if (seq === undefined) return;
    // All that is gone of it may be all that it ever said.
    watched.disciplines.add(disciplineOf(unit));
    watched.hasHole = gap !== 'CLOSED';
  }

  #announce(source: string, watched: Watched, state: Link['state'], nowMs: number): LinkNotice[] {
    if (watched.state === state) return [];
    watched.state = state;
    watched.askedMs = nowMs;
    return [...watched.disciplines].map((discipline) => ({
      unit: disciplineRsc(discipline),
      link: { source, state },
      id: `${discipline}-${state}-${watched.streamSeq}`,
    }));
  }

  #watched({ source }: Pick<Origin, 'source'>): Watched {
    return newestKept(this.#sources, source, SOURCES_MAX, begun);
  }
}

const begun = (): Watched => ({
  disciplines: new Set(),
  streamSeq: 0,
  heardMs: 0,
  everyMs: null,
  state: 'OK',
  told: 'OK',
  hasHole: false,
  askedMs: Number.NEGATIVE_INFINITY,
});

function note(fact: Fact, watched: Watched): void {
  if (fact.kind !== 'heartbeat') watched.disciplines.add(disciplineOf(fact.unit));
  else watched.everyMs = fact.content.every === undefined ? null : fact.content.every * MS_PER_SECOND;
}

/** The notice as a venue-feed fact. Every notice is a numbering of its own, so none leaves a hole. */
export function linkFact({ unit, link, id }: LinkNotice): WireFact {
  return { source: SYSTEM_SOURCE, epoch: id, seq: 1, unit, link: { ...link } };
}
