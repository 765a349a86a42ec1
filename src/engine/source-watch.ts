import type { WireFact } from '../ingest/wire.ts';
import type { Fact, Link, Origin } from '../model/fact.ts';
import type { Rsc } from '../model/rsc.ts';
import { disciplineOf, disciplineRsc } from '../model/rsc.ts';

/** A `link` fact that should be published, so that every engine sees the same (D13). */
export interface LinkNotice {
  readonly unit: Rsc;
  readonly link: Link;
  /** Makes a second engine's copy vanish: what it is about, and after which fact. */
  readonly id: string;
}

interface Watched {
  readonly disciplines: Set<string>;
  epoch: string;
  lastSeq: number;
  heardMs: number;
  /** Announced by the source's heartbeats; null as long as it announced nothing. */
  everyMs: number | null;
  state: Link['state'];
}

/** How many times its announced interval a source may be silent. */
const PATIENCE = 2;
export const SYSTEM_SOURCE = 'SPLITSECOND';
const MS_PER_SECOND = 1_000;

/** Notices sources that fall silent or skip numbers. It only asks for facts: nothing here reaches a document by itself. */
export class SourceWatch {
  readonly #sources = new Map<string, Watched>();

  /**
   * Takes note of a fact (of a refused one only its origin is known) at the engine's time `nowMs`; what
   * it should be announced as.
   */
  heard(fact: Fact | Origin, gap: 'OPENED' | 'CLOSED' | null, nowMs: number): LinkNotice[] {
    if (fact.source === SYSTEM_SOURCE) {
      if ('kind' in fact && fact.kind === 'link') this.#toldOf(fact.content);
      return [];
    }
    const watched = this.#watched(fact, nowMs);
    watched.heardMs = nowMs;
    watched.epoch = fact.epoch;
    watched.lastSeq = fact.seq;
    if ('kind' in fact) note(fact, watched);
    if (gap === 'OPENED') return this.#announce(fact.source, watched, 'GAP');
    if (gap === 'CLOSED' || watched.state === 'SILENT') return this.#announce(fact.source, watched, 'OK');
    return [];
  }

  /** Sources that have been silent for too long at `nowMs`. */
  check(nowMs: number): LinkNotice[] {
    const notices: LinkNotice[] = [];
    for (const [source, watched] of this.#sources) {
      const { everyMs, heardMs, state } = watched;
      if (everyMs === null || state === 'SILENT' || nowMs - heardMs <= everyMs * PATIENCE) continue;
      notices.push(...this.#announce(source, watched, 'SILENT'));
    }
    return notices;
  }

  /** What another engine has announced holds here too: it may be gone when there is more to say. */
  #toldOf({ source, state }: Link): void {
    const watched = this.#sources.get(source);
    if (watched !== undefined) watched.state = state;
  }

  #announce(source: string, watched: Watched, state: Link['state']): LinkNotice[] {
    if (watched.state === state) return [];
    watched.state = state;
    const { epoch, lastSeq } = watched;
    return [...watched.disciplines].map((discipline) => ({
      unit: disciplineRsc(discipline),
      link: { source, state },
      id: `${discipline}-${state}-${source}-${epoch}-${lastSeq}`,
    }));
  }

  #watched(fact: Origin, nowMs: number): Watched {
    let watched = this.#sources.get(fact.source);
    if (watched === undefined) {
      watched = {
        disciplines: new Set(),
        epoch: fact.epoch,
        lastSeq: 0,
        heardMs: nowMs,
        everyMs: null,
        state: 'OK',
      };
      this.#sources.set(fact.source, watched);
    }
    return watched;
  }
}

function note(fact: Fact, watched: Watched): void {
  if (fact.kind !== 'heartbeat') watched.disciplines.add(disciplineOf(fact.unit));
  else watched.everyMs = fact.content.every === undefined ? null : fact.content.every * MS_PER_SECOND;
}

/** The notice as a venue-feed fact. Every notice is a numbering of its own, so none leaves a hole. */
export function linkFact({ unit, link, id }: LinkNotice): WireFact {
  return { source: SYSTEM_SOURCE, epoch: shortened(id), seq: 1, unit, link: { ...link } };
}

const EPOCH_LENGTH = 64;
const shortened = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '-').slice(-EPOCH_LENGTH);
