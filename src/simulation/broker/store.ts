import type {
  KeptDocument,
  ProcessedPosition,
  RejectionMessage,
  SourceNews,
  StoredResultMessage,
  StoredVenueMessage,
} from '../../broker/broker.ts';
import type { Channel } from '../../model/document.ts';
import type { Instant } from '../../model/fact.ts';
import { Log } from './log.ts';

/** By source; the last word of an engine under the empty name. `at` counts changes. */
export type NewsEntry = { readonly at: number; readonly storedAt: Instant; readonly news: SourceNews };

const LOGS = ['facts', 'results', 'rejections'] as const;
const BUCKETS = ['documents', 'generations', 'history', 'pieces', 'processed', 'sourceNews'] as const;

/** What the store held at some time: how long each stream was, and a copy of each bucket. */
export type StoreCopy = Readonly<
  Record<(typeof LOGS)[number], number> & Record<(typeof BUCKETS)[number], ReadonlyMap<string, unknown>>
>;

/** What a broker has on its disk. */
export class Store {
  readonly createdAt: Instant;
  readonly facts: Log<StoredVenueMessage>;
  readonly results: Log<StoredResultMessage>;
  readonly rejections: Log<RejectionMessage>;
  readonly documents = new Map<Channel, KeptDocument>();
  readonly generations = new Map<string, number>();
  /** Under the empty name when the history began, if that was not with the store. */
  readonly history = new Map<string, Instant>();
  readonly pieces = new Map<string, Uint8Array>();
  readonly processed = new Map<string, ProcessedPosition>();
  readonly sourceNews = new Map<string, NewsEntry>();

  constructor(createdAt: Instant, windowMs: number) {
    this.createdAt = createdAt;
    this.facts = new Log(windowMs);
    this.results = new Log(windowMs);
    this.rejections = new Log(windowMs);
  }

  get historyBegan(): Instant {
    return Math.max(this.createdAt, this.history.get('') ?? 0);
  }

  /** A newer one than `known`, unless somebody has begun it already. */
  beginHistory(known: Instant, now: Instant): void {
    if (this.historyBegan <= known) this.history.set('', Math.max(now, known + 1_000));
  }

  copy(): StoreCopy {
    return {
      facts: this.facts.lastSeq,
      results: this.results.lastSeq,
      rejections: this.rejections.lastSeq,
      documents: new Map(this.documents),
      generations: new Map(this.generations),
      history: new Map(this.history),
      pieces: new Map(this.pieces),
      processed: new Map(this.processed),
      sourceNews: new Map(this.sourceNews),
    };
  }

  /** Goes back to the copy; `isLost` says of which streams and buckets, since each lies in files of its own. */
  restore(copy: StoreCopy, isLost: (name: string) => boolean = () => true): void {
    for (const name of LOGS) if (isLost(name)) this[name].cut(copy[name]);
    for (const name of BUCKETS) {
      if (!isLost(name)) continue;
      const bucket: Map<string, unknown> = this[name];
      bucket.clear();
      for (const [key, value] of copy[name]) bucket.set(key, value);
    }
  }
}
