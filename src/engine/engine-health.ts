import { LATE_MS, type Missing } from '../model/missing.ts';
import type { EngineLag } from './lag-watch.ts';

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
}

/** What keeps an engine from being current; empty when nothing does. */
export function missingOf(state: EngineState): readonly Missing[] {
  const { isConnected, isClosing, isBrokerFull, lag, streamSeq, historySeq } = state;
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
  if (lag !== null && lag.ms > LATE_MS)
    missing.push({
      code: 'BEHIND',
      message: `what is published is ${Math.round(lag.ms / 1_000)} s behind the facts`,
    });
  return missing;
}
