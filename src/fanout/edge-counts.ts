/** What the fan-out has done since it started: plain numbers, so that counting costs nothing. */
export interface EdgeCounts {
  /** Data frames sent. */
  messages: number;
  /** Sent, control included. */
  bytes: number;
  versions: number;
  conflicts: number;
  gapsFilled: number;
  troubles: number;
  resumes: { complete: number; incomplete: number };
  /** That screens have named ahead of a subscription, now. */
  positionsAhead: number;
  opened: number;
  /** Connections of every kind, now. */
  connections: number;
  /** Of these, such that have said nothing, or half a request. */
  mute: number;
  closedBy: Map<number, number>;
  refusals: Map<string, number>;
}

export const newCounts = (): EdgeCounts => ({
  messages: 0,
  bytes: 0,
  versions: 0,
  conflicts: 0,
  gapsFilled: 0,
  troubles: 0,
  resumes: { complete: 0, incomplete: 0 },
  positionsAhead: 0,
  opened: 0,
  connections: 0,
  mute: 0,
  closedBy: new Map(),
  refusals: new Map(),
});

export function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
