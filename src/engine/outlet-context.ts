import type { Broker } from '../broker/broker.ts';
import type { Channel } from '../model/document.ts';
import type { ProgramLog } from '../program-log.ts';

/** What publishing needs of a broker. */
export type ResultStore = Pick<
  Broker,
  'publishResult' | 'keepDocument' | 'lastResults' | 'lastResult' | 'maxDataBytes'
>;

/** What an engine has published, over all channels. */
export interface OutletCounts {
  /** Versions on their way to the broker. */
  pending: number;
  /** Versions that this engine was the first to store. */
  published: number;
  /** The newest place in the results stream that this engine knows of. */
  newestSeq: number;
  /** Versions that another engine has stored with other content. */
  disagreements: number;
}

/** What all channels of one engine share when they publish. */
export interface OutletContext {
  readonly broker: ResultStore;
  readonly epoch: string;
  readonly log: ProgramLog;
  readonly wait: (ms: number) => Promise<void>;
  readonly counts: OutletCounts;
  /** What the first version of this epoch on a channel waits for; null for nothing. */
  readonly before: (channel: Channel) => Promise<void> | null;
  /** The engine ends: nothing is tried again. */
  readonly isClosed: () => boolean;
}
