import type {
  KeptDocument,
  NumberedRevision,
  ProcessedPosition,
  RejectionMessage,
  SourceNews,
  StoredLogLine,
  StoredResultMessage,
  StoredVenueMessage,
} from '../../broker/broker.ts';
import { type Cut, wasCut } from '../../broker/cut.ts';
import type { Instant } from '../../model/fact.ts';
import { Bucket, type BucketCopy } from './bucket.ts';
import { Log, type LogCopy } from './log.ts';

/** By source; the last word of an engine under the empty name. */
type NewsEntry = { readonly storedAt: Instant; readonly news: SourceNews };

const LOGS = ['facts', 'results', 'rejections', 'logbook'] as const;
const BUCKETS = [
  'documents',
  'revisions',
  'cuts',
  'pieces',
  'deliveries',
  'onAir',
  'processed',
  'sourceNews',
] as const;
export type BucketName = (typeof BUCKETS)[number];
/** Those that a program holds against what it knew of them. */
export const COMPARED = ['facts', 'results', 'documents', 'revisions'] as const;
export type ComparedName = (typeof COMPARED)[number];

/** No revision has this name. */
const HISTORY_KEY = '';

/** What the store held at some time: a copy of each stream and bucket. */
export type StoreCopy = Readonly<
  Record<(typeof LOGS)[number], LogCopy> & Record<(typeof BUCKETS)[number], BucketCopy>
>;

/** What a broker has on its disk. */
export class Store {
  readonly createdAt: Instant;
  readonly facts: Log<StoredVenueMessage>;
  readonly results: Log<StoredResultMessage>;
  readonly rejections: Log<RejectionMessage>;
  readonly logbook: Log<StoredLogLine>;
  readonly documents = new Bucket<KeptDocument>();
  /** The generation of each revision, and when the history began, if that was not with the store. */
  readonly revisions = new Bucket<number>();
  /** What was cut from the facts, under an empty key. */
  readonly cuts = new Bucket<Cut>();
  readonly pieces = new Bucket<Uint8Array>();
  readonly deliveries = new Bucket<Uint8Array>();
  readonly onAir = new Bucket<Uint8Array>();
  readonly processed = new Bucket<ProcessedPosition>();
  readonly sourceNews = new Bucket<NewsEntry>();

  constructor(createdAt: Instant, windowMs: number) {
    this.createdAt = createdAt;
    this.facts = new Log(windowMs);
    this.results = new Log(windowMs);
    this.rejections = new Log(windowMs);
    this.logbook = new Log(windowMs);
  }

  get historyBegan(): Instant {
    return Math.max(this.createdAt, this.revisions.get(HISTORY_KEY) ?? 0);
  }

  /** A newer one than `known`, unless somebody has begun it already. */
  beginHistory(known: Instant, now: Instant): void {
    if (this.historyBegan <= known) this.revisions.set(HISTORY_KEY, Math.max(now, known + 1_000));
  }

  /** The revision with the highest generation; null for none. */
  get newestRevision(): NumberedRevision | null {
    const [newest] = this.revisions
      .keys()
      .filter((key) => key !== HISTORY_KEY)
      .map((revision) => ({ revision, generation: this.revisions.get(revision)! }))
      .sort((one, other) => other.generation - one.generation);
    return newest ?? null;
  }

  get cut(): Cut | null {
    return this.cuts.get('') ?? null;
  }

  /** Whether what stood at an empty place was cut; behind the end there was nothing yet, or it is lost. */
  isCut(place: number): boolean {
    return place < this.facts.lastSeq && wasCut(this.cut, place);
  }

  /** Up to which place retention has taken entries away. */
  droppedOf(name: ComparedName): number {
    return name === 'facts' || name === 'results' ? this[name].dropped : 0;
  }

  copy(): StoreCopy {
    return {
      facts: this.facts.copy(),
      results: this.results.copy(),
      rejections: this.rejections.copy(),
      logbook: this.logbook.copy(),
      documents: this.documents.copy(),
      revisions: this.revisions.copy(),
      cuts: this.cuts.copy(),
      pieces: this.pieces.copy(),
      deliveries: this.deliveries.copy(),
      onAir: this.onAir.copy(),
      processed: this.processed.copy(),
      sourceNews: this.sourceNews.copy(),
    };
  }

  /** Goes back to the copy; `isLost` says of which streams and buckets, since each lies in files of its own. */
  restore(copy: StoreCopy, isLost: (name: string) => boolean = () => true): void {
    for (const name of LOGS) if (isLost(name)) this[name].restore(copy[name]);
    for (const name of BUCKETS) if (isLost(name)) this[name].restore(copy[name]);
  }
}
