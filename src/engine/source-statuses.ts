import type { SourceStatus, StoredVenueMessage } from '../broker/broker.ts';
import { SYSTEM_SOURCE } from '../ingest/system-source.ts';
import type { Fact, FactOf, Origin } from '../model/fact.ts';
import { keepNewest } from '../model/newest-kept.ts';
import { eventRsc, type Rsc } from '../model/rsc.ts';
import { afterLink, SOUND, type SourceStand, stateOf } from '../model/source-stand.ts';

/** How a source was doing. */
export interface Known {
  readonly events: Set<Rsc>;
  stand: SourceStand;
  lastFactAt: number;
  streamSeq: number;
}

type Stored = Pick<StoredVenueMessage, 'storedAt' | 'streamSeq'>;

/** Beyond this many sources the longest silent one is forgotten. */
const SOURCES_MAX = 10_000;

/**
 * How each source is doing (SC12), for edges to tell their screens: from the stream alone, so that every engine
 * finds the same. It stands beside the documents and not in them, since a heartbeat is no new version of anything.
 */
export class SourceStatuses {
  /** The source heard last is last. */
  readonly #known = new Map<string, Known>();
  readonly #changed = new Set<string>();

  get soFar(): ReadonlyMap<string, Known> {
    return this.#known;
  }

  takeUp(known: ReadonlyMap<string, Known>): void {
    for (const [source, each] of known) {
      this.#known.set(source, each);
      this.#changed.add(source);
    }
  }

  /** Takes note of a message and of the fact in it (of a refused one only its origin is known). */
  heard(fact: Fact | Origin, { storedAt, streamSeq }: Stored): void {
    if ('kind' in fact && fact.kind === 'link') this.#toldOf(fact, { storedAt, streamSeq });
    if (fact.source === SYSTEM_SOURCE) return;
    const known = this.#of(fact.source);
    known.lastFactAt = storedAt;
    known.streamSeq = streamSeq;
    if ('kind' in fact && fact.kind !== 'heartbeat') known.events.add(eventRsc(fact.unit));
    this.#changed.add(fact.source);
  }

  /** What has changed since the last call. */
  changed(): SourceStatus[] {
    const statuses: SourceStatus[] = [];
    for (const source of this.#changed) {
      const known = this.#known.get(source);
      if (known === undefined) continue;
      const { events, stand, lastFactAt, streamSeq } = known;
      statuses.push({ source, state: stateOf(stand), lastFactAt, events: [...events], streamSeq });
    }
    this.#changed.clear();
    return statuses;
  }

  /** These could not be told: they are among the next ones. */
  untold(statuses: readonly SourceStatus[]): void {
    for (const { source } of statuses) this.#changed.add(source);
  }

  #toldOf({ unit, content: { source, state, seq } }: FactOf<'link'>, { storedAt, streamSeq }: Stored): void {
    if (seq === undefined && !this.#known.has(source)) return;
    const known = this.#of(source);
    known.stand = afterLink(known.stand, state);
    known.streamSeq = streamSeq;
    this.#changed.add(source);
    if (seq === undefined) return;
    known.events.add(eventRsc(unit));
    // All that is gone of it may be all that it ever said.
    if (known.lastFactAt === 0) known.lastFactAt = storedAt;
  }

  /** The one that is heard now. */
  #of(source: string): Known {
    const known = this.#known.get(source) ?? begun();
    keepNewest(this.#known, source, known, SOURCES_MAX);
    return known;
  }
}

const begun = (): Known => ({ events: new Set(), stand: SOUND, lastFactAt: 0, streamSeq: 0 });
