/** What may be believed of what is shown. Only a connection that was heard of lately, with every source in order, is live. */

import { LATE_MS } from '../model/missing.ts';
import type { Keepalive, SourceReport } from '../model/server-words.ts';
import type { ConnectionState } from './connection.ts';

/** A keep-alive, when the page heard it (milliseconds since 1970 by its own clock), and how often one is due. */
export interface Heard {
  readonly keepalive: Keepalive;
  readonly at: number;
  readonly everyMs: number;
}

/**
 * `CONNECTING`: no connection yet, or nothing was heard on it. `QUIET`: connected, and nothing was heard for longer than it may be. `BEHIND`: what is shown is older than what is known.
 * `VENUE`: a source is silent, late or has a hole. `UNKNOWN`: connected, and nobody has said how the venue is doing.
 */
export type FeedState = 'CONNECTING' | 'LOST' | 'CLOSED' | 'QUIET' | 'BEHIND' | 'VENUE' | 'UNKNOWN' | 'LIVE';

/** Three keep-alives may be missing, as for the subscriber library itself. */
const SILENT_INTERVALS = 3;
const MS = 1_000;

export function feedState(connection: ConnectionState, heard: Heard | null, now: number): FeedState {
  if (connection.state === 'connecting') return 'CONNECTING';
  if (connection.state === 'waiting') return 'LOST';
  if (connection.state === 'closed') return 'CLOSED';
  // One is due within seconds; without it the connection is given up.
  if (heard === null) return 'CONNECTING';
  if (now - heard.at > SILENT_INTERVALS * heard.everyMs) return 'QUIET';
  const { behind, sources } = heard.keepalive;
  if (behind !== null && behind * MS > LATE_MS) return 'BEHIND';
  if (sources.some(({ state }) => state === 'silent' || state === 'gap' || state === 'late')) return 'VENUE';
  if (behind === null || sources.length === 0 || sources.some(({ state }) => state !== 'ok'))
    return 'UNKNOWN';
  return 'LIVE';
}

/** Of the sources that matter here the ones that are not in order. */
export const troubled = (heard: Heard | null): readonly SourceReport[] =>
  (heard?.keepalive.sources ?? []).filter(({ state }) => state !== 'ok');

/** Milliseconds since the newest fact of any source, be it a heartbeat; null where nobody knows. */
export function factAge(heard: Heard | null, now: number): number | null {
  const ages = (heard?.keepalive.sources ?? []).flatMap(({ lastFactAgeMs }) =>
    lastFactAgeMs === null ? [] : [lastFactAgeMs],
  );
  return ages.length === 0 ? null : Math.min(...ages) + Math.max(0, now - heard!.at);
}
