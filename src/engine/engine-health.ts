import type { IntakeCounts } from '../ingest/intake.ts';
import { LATE_MS, type Missing } from '../model/missing.ts';
import type { Memory } from '../standings/discipline-memory.ts';
import type { EngineLag } from './lag-watch.ts';

/** What an engine has done. */
export interface EngineCounts extends IntakeCounts {
  /** Versions this engine was the first to store, and those on their way. */
  readonly published: number;
  readonly pending: number;
  /** Versions that another engine has stored with other content. */
  readonly disagreements: number;
  readonly lastStreamSeq: number;
  readonly stoppedUnits: readonly string[];
  /** Refused facts that the broker has not kept yet, and those that it never will. */
  readonly rejectionsWaiting: number;
  readonly rejectionsLost: number;
  /** Checkpoints that were found and not used. */
  readonly checkpointsRefused: number;
  /** Numbers of sources that have not come, or that the broker has lost. */
  readonly factsMissing: number;
  /** Units in memory, units of events that are over and were put away, and the bytes of these; of a core that several share nothing is known. */
  readonly memory: Memory | null;
}

/** What an engine knows of itself. */
export interface EngineHealth extends EngineCounts {
  readonly isConnected: boolean;
  /** Whether the broker refused its last word for want of room. */
  readonly isBrokerFull: boolean;
  /** Seconds for which there have been facts that are not published; null: not known. */
  readonly behind: number | null;
  readonly behindFacts: number | null;
  /** Seconds by which the clock of this machine is ahead of the broker's; null: not known. */
  readonly clockAhead: number | null;
  /** Bytes of the broker's disk in use, and how many it may use; null: it does not say. */
  readonly brokerBytes: number | null;
  readonly brokerBytesMost: number | null;
  /** Seconds since a checkpoint was known to hold everything; null: there is none. */
  readonly checkpointAge: number | null;
  /** Empty: this engine is current. */
  readonly missing: readonly Missing[];
}

/** What an engine's health is read from. */
export interface EngineState {
  readonly isConnected: boolean;
  readonly isClosing: boolean;
  readonly isBrokerFull: boolean;
  /** Null: the broker does not say where the stream of facts ends. */
  readonly lag: EngineLag | null;
  /** The place in VENUE up to which facts are taken in, and where it ended when the engine started. */
  readonly streamSeq: number;
  readonly historySeq: number;
  /** Why facts that were cut from VENUE are not to be had; null: they are, or none are wanted. */
  readonly archiveNeeded: string | null;
  /** That of stored documents or of another engine; null: none is newer than that of this engine. */
  readonly newerEpoch: string | null;
}

/** What keeps an engine from being current; empty when nothing does. */
export function missingOf(state: EngineState): readonly Missing[] {
  const { isConnected, isClosing, isBrokerFull, lag, streamSeq, historySeq, archiveNeeded, newerEpoch } =
    state;
  if (isClosing) return [{ code: 'STOPPING', message: 'this engine is about to stop' }];
  const missing: Missing[] = [];
  if (!isConnected || lag === null)
    missing.push({
      code: 'NO_BROKER',
      message: isConnected ? 'the broker does not answer' : 'no connection to the broker',
    });
  if (isBrokerFull)
    missing.push({
      code: 'BROKER_FULL',
      message: 'the broker has no room: facts stay at the venues, and nothing is published until it has',
    });
  if (streamSeq < historySeq)
    missing.push({
      code: 'READING_HISTORY',
      message: 'facts that were there when this engine started are being read',
      done: streamSeq,
      of: historySeq,
    });
  if (archiveNeeded !== null) missing.push({ code: 'ARCHIVE_NEEDED', message: archiveNeeded });
  if (newerEpoch !== null)
    missing.push({
      code: 'NEWER_REVISION',
      message: `there is the newer epoch ${newerEpoch}: what this engine computes is shown to nobody`,
    });
  if (lag !== null && lag.ms > LATE_MS)
    missing.push({
      code: 'BEHIND',
      message: `what is published is ${Math.round(lag.ms / 1_000)} s behind the facts`,
    });
  return missing;
}
