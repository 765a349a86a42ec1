import type { FactIdentity } from '../broker/standing-fact.ts';
import type { IntakeSoFar } from '../ingest/intake.ts';
import type { Channel } from '../model/document.ts';
import type { CompetitionSoFar } from '../standings/competition.ts';
import type { IsKnown } from '../standings/discipline-tree.ts';
import type { Known } from './source-statuses.ts';
import type { Watched } from './source-watch.ts';

/** An engine as it stood between two facts, as plain data: one that takes it up goes on as if it had read everything. */
export interface Checkpoint {
  /** Made of history and revision: another one is of other facts or other rules. */
  readonly epoch: string;
  /** The last fact in it, and its place in VENUE. */
  readonly streamSeq: number;
  readonly lastFact: FactIdentity;
  readonly competition: CompetitionSoFar;
  readonly intake: IntakeSoFar;
  readonly statuses: ReadonlyMap<string, Known>;
  readonly watched: ReadonlyMap<string, Watched>;
  /** Rows changed since a version went out whole, by channel. */
  readonly changedSinceWhole: ReadonlyMap<Channel, number>;
}

/** Where checkpoints of engines that compute the same are kept, as one of these sees it. */
export interface CheckpointKeeper {
  /** The newest of each place, the newest first; why one cannot be read, as an error. */
  found(): AsyncIterable<Checkpoint | Error>;
  /**
   * Looks where it is for this engine to write; the units that need not be put down again, or null when it is for others. Throws when it can be
   * known nowhere.
   */
  turn(streamSeq: number): Promise<IsKnown | null>;
  /** After `turn`: writes it where it is for this engine to write. Throws when it could be written nowhere. */
  write(checkpoint: Checkpoint): Promise<void>;
}
