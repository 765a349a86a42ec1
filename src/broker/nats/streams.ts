/** The streams and buckets that the pipeline needs, made when they are not there yet. */
import {
  DiscardPolicy,
  type JetStreamClient,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
  type StreamInfo,
} from '@nats-io/jetstream';
import { type KV, Kvm } from '@nats-io/kv';
import { nanos } from '@nats-io/transport-node';
import { pause } from './asking.ts';
import { isApiError, STREAM_NOT_FOUND } from './error-mapping.ts';
import { LOGBOOK_SUBJECTS, REJECTION_SUBJECTS, RESULT_SUBJECTS, VENUE_SUBJECTS } from './subjects.ts';

export const VENUE = 'VENUE';
export const RESULTS = 'RESULTS';
export const REJECTIONS = 'REJECTIONS';
export const LOGBOOK = 'LOGBOOK';
/** By what is in them; the stream behind each is called `KV_` and its name. */
const BUCKETS = {
  documents: 'DOCUMENTS',
  processed: 'PROCESSED',
  sources: 'SOURCES',
  revisions: 'REVISIONS',
  pieces: 'PIECES',
  deliveries: 'DELIVERIES',
  onAir: 'ON_AIR',
} as const;

const DUPLICATE_WINDOW_MS = 10 * 60_000;
/** Refused facts are for people to look at; beyond this many the oldest go. */
const REJECTIONS_MAX = 100_000;
const LOG_LINES_MAX = 20_000;
const NAME_IN_USE = 10058;
const SUBJECTS_OVERLAP = 10065;
const ATTEMPTS = 10;
const ASK_AGAIN_MS = 20;

export interface StreamSizes {
  /** Copies of everything on different servers: 1, 3 or 5. Needs a cluster of as many. */
  readonly replicas: number;
  /** Bytes after which the oldest versions are dropped from RESULTS; the newest documents stay. Default: never. */
  readonly resultsMaxBytes?: number;
  /** For so long a second copy with the same message id vanishes; later ones are found by the engine. Default: ten minutes. */
  readonly duplicateWindowMs?: number;
}

export type Buckets = Readonly<Record<keyof typeof BUCKETS, KV>>;

type Wanted = Partial<StreamConfig> & { readonly name: string };

/** Makes what is not there yet. */
export async function makeStreams(
  js: JetStreamClient,
  jsm: JetStreamManager,
  sizes: StreamSizes,
): Promise<void> {
  const { replicas, resultsMaxBytes = -1 } = sizes;
  const streams: readonly Wanted[] = [
    { name: VENUE, subjects: [VENUE_SUBJECTS] },
    { name: RESULTS, subjects: [RESULT_SUBJECTS], max_bytes: resultsMaxBytes },
    { name: REJECTIONS, subjects: [REJECTION_SUBJECTS], max_msgs: REJECTIONS_MAX },
    { name: LOGBOOK, subjects: [LOGBOOK_SUBJECTS], max_msgs: LOG_LINES_MAX },
  ];
  for (const stream of streams) await makeStream(jsm, { ...stream, ...shared(sizes) });
  for (const name of Object.values(BUCKETS)) await makeBucket(new Kvm(js), name, replicas);
}

/** They are there already. */
export async function openBuckets(js: JetStreamClient): Promise<Buckets> {
  const opened: [string, KV][] = [];
  for (const [bucket, name] of Object.entries(BUCKETS)) opened.push([bucket, await new Kvm(js).open(name)]);
  return Object.fromEntries(opened) as Buckets;
}

const makeBucket = (buckets: Kvm, name: string, replicas: number): Promise<KV> =>
  foundOrMade(() => buckets.create(name, { history: 1, replicas, storage: StorageType.File }));

/**
 * Looks again when another program makes the same in the same moment, for which servers have two answers: the name is in
 * use, or, as long as the other one is not done, its subjects overlap with those of a stream that nobody finds yet.
 */
async function foundOrMade<T>(attempt: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      const isRace = isApiError(error, SUBJECTS_OVERLAP) || isApiError(error, NAME_IN_USE);
      if (!isRace || attempts === ATTEMPTS) throw error;
      await pause(ASK_AGAIN_MS * attempts);
    }
  }
}

const shared = ({
  replicas,
  duplicateWindowMs = DUPLICATE_WINDOW_MS,
}: StreamSizes): Partial<StreamConfig> => ({
  retention: RetentionPolicy.Limits,
  storage: StorageType.File,
  discard: DiscardPolicy.Old,
  num_replicas: replicas,
  duplicate_window: nanos(duplicateWindowMs),
});

/** A stream that is there stays as its operator made it: several programs start at the same time. */
const makeStream = (jsm: JetStreamManager, wanted: Wanted): Promise<StreamInfo> =>
  foundOrMade(async () => {
    try {
      return await jsm.streams.info(wanted.name);
    } catch (error) {
      if (!isApiError(error, STREAM_NOT_FOUND)) throw error;
    }
    return jsm.streams.add(wanted);
  });
