import { SYSTEM_SOURCE } from '../ingest/system-source.ts';
import type { WireFact } from '../ingest/wire.ts';
import type { Fact, FactOf, Link, LinkState, Origin } from '../model/fact.ts';
import { keepNewest } from '../model/newest-kept.ts';
import type { Rsc } from '../model/rsc.ts';
import { disciplineOf, disciplineRsc } from '../model/rsc.ts';
import { afterLink, SOUND, type SourceStand } from '../model/source-stand.ts';

/** A `link` fact that should be published, so that every engine sees the same (D13). */
export interface LinkNotice {
  readonly unit: Rsc;
  readonly link: Link;
  /** Makes a second engine's copy vanish, and nothing else: what it is about, and the place in the stream of the word after which it is so. */
  readonly id: string;
}

/** What the stream says of a source in one discipline, and what was asked to be said there. */
interface Told {
  stand: SourceStand;
  asked: LinkState | null;
  askedMs: number;
}

/** A source as it was heard; `heardMs` is of the engine that heard it. */
export interface Watched {
  /** By discipline of which it has spoken: what is said of it in one is not said in another. */
  readonly disciplines: Map<string, Told>;
  /** The place in the stream of facts of the newest fact of the source, or about how it is doing. */
  streamSeq: number;
  heardMs: number;
  /** Announced by the source's heartbeats; null as long as it announced nothing. */
  everyMs: number | null;
  /** Since it was last heard this engine, or another one, has found that it is. */
  isSilent: boolean;
  /** Numbers are missing now. */
  hasHole: boolean;
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

  /** All of them were heard just now, and nothing is on its way: times were those of another engine. */
  takeUp(sources: ReadonlyMap<string, Watched>, nowMs: number): void {
    for (const [source, { disciplines, ...watched }] of sources) {
      const told = Array.from(
        disciplines,
        ([discipline, { stand }]) => [discipline, newlyTold(stand)] as const,
      );
      this.#sources.set(source, { ...watched, disciplines: new Map(told), heardMs: nowMs });
    }
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
    if ('kind' in fact && fact.kind === 'link') this.#toldOf(fact, streamSeq, gap);
    if (fact.source === SYSTEM_SOURCE) return [];
    const watched = this.#watched(fact);
    watched.heardMs = nowMs;
    watched.streamSeq = streamSeq;
    watched.isSilent = false;
    if ('kind' in fact) note(fact, watched);
    if (gap !== null) watched.hasHole = gap === 'OPENED';
    return unsaid(fact.source, watched, nowMs);
  }

  /**
   * What the stream does not say of the sources at `nowMs`: those that have been silent for too long, and whatever could not be said before,
   * by this engine or by one that has ended. Ask an engine that is current.
   */
  check(nowMs: number): LinkNotice[] {
    const notices: LinkNotice[] = [];
    for (const [source, watched] of this.#sources) {
      const { everyMs, heardMs } = watched;
      if (everyMs !== null && nowMs - heardMs > everyMs * PATIENCE) watched.isSilent = true;
      notices.push(...unsaid(source, watched, nowMs));
    }
    return notices;
  }

  /** What another engine has announced holds here too: it may be gone when there is more to say. */
  #toldOf(
    { unit, content: { source, state, seq } }: FactOf<'link'>,
    streamSeq: number,
    gap: 'OPENED' | 'CLOSED' | null,
  ): void {
    const watched = seq === undefined ? this.#sources.get(source) : this.#watched({ source });
    if (watched === undefined) return;
    const told = toldIn(disciplineOf(unit), watched);
    told.stand = afterLink(told.stand, state);
    watched.streamSeq = streamSeq;
    if (state === 'SILENT') watched.isSilent = true;
    if (seq !== undefined) watched.hasHole = gap !== 'CLOSED';
  }

  #watched({ source }: Pick<Origin, 'source'>): Watched {
    const watched = this.#sources.get(source) ?? begun();
    keepNewest(this.#sources, source, watched, SOURCES_MAX);
    return watched;
  }
}

const begun = (): Watched => ({
  disciplines: new Map(),
  streamSeq: 0,
  heardMs: 0,
  everyMs: null,
  isSilent: false,
  hasHole: false,
});

const newlyTold = (stand: SourceStand): Told => ({ stand, asked: null, askedMs: 0 });

function toldIn(discipline: string, { disciplines }: Watched): Told {
  const told = disciplines.get(discipline) ?? newlyTold(SOUND);
  disciplines.set(discipline, told);
  return told;
}

function note(fact: Fact, watched: Watched): void {
  if (fact.kind !== 'heartbeat') toldIn(disciplineOf(fact.unit), watched);
  else watched.everyMs = fact.content.every === undefined ? null : fact.content.every * MS_PER_SECOND;
}

/** What is not said yet of a source, in each of its disciplines, and was not asked for just now. */
function unsaid(source: string, watched: Watched, nowMs: number): LinkNotice[] {
  const notices: LinkNotice[] = [];
  for (const [discipline, told] of watched.disciplines) {
    const state = nextSaid(watched, told.stand);
    if (state === null || (state === told.asked && nowMs - told.askedMs < ON_ITS_WAY_MS)) continue;
    told.asked = state;
    told.askedMs = nowMs;
    const id = `${discipline}-${state}-${watched.streamSeq}`;
    notices.push({ unit: disciplineRsc(discipline), link: { source, state }, id });
  }
  return notices;
}

/** A hole goes before silence, which leaves what was said of it; who is heard again is not well while numbers are missing. */
function nextSaid({ isSilent, hasHole }: Watched, told: SourceStand): LinkState | null {
  if (hasHole && !told.hasHole) return 'GAP';
  if (isSilent && !told.isSilent) return 'SILENT';
  if (isSilent === told.isSilent && hasHole === told.hasHole) return null;
  return hasHole ? 'GAP' : 'OK';
}

/** The notice as a venue-feed fact. Every notice is a numbering of its own, so none leaves a hole. */
export function linkFact({ unit, link, id }: LinkNotice): WireFact {
  return { source: SYSTEM_SOURCE, epoch: id, seq: 1, unit, link: { ...link } };
}
