import type { WireFact } from '../ingest/wire.ts';
import { kindOf } from './recording.ts';
import type { Renumbering } from './renumbering.ts';

/** A fact of the round before, and the origin that it was published under. */
export interface Sent {
  readonly recorded: WireFact;
  readonly source: string;
  readonly epoch: string;
  readonly seq: number;
}

/** Kinds that stay: `setup`, `competition` and `session` are said again with the same words, the rest are overwritten below or say nothing about a result. */
const KEPT: ReadonlySet<string> = new Set([
  'setup',
  'competition',
  'session',
  'status',
  'schedule',
  'void',
  'link',
  'release',
  'heartbeat',
]);

/**
 * What a venue says to begin a competition again: each unit goes back to its start list, then
 * everything that was measured is withdrawn, last fact first. A newer epoch replaces facts key by key
 * only, so without this an old final would stand until the new one overwrites it mark by mark.
 * The status goes first, because a result that is not out yet can change without being a correction.
 */
export function* rewind(before: readonly Sent[], numbering: Renumbering): Generator<WireFact> {
  const kinds = new Map<string, WireFact>();
  for (const { recorded } of before) {
    const kind = kindOf(recorded);
    if ((kind === 'status' || kind === 'schedule') && recorded.unit !== undefined)
      kinds.set(`${kind}|${recorded.unit}`, recorded);
  }
  for (const [key, { source, epoch, unit }] of kinds) {
    const word = key.startsWith('status')
      ? { status: { result: 'START_LIST' } }
      : { schedule: { status: 'SCHEDULED' } };
    yield { ...numbering.insert(source, epoch ?? '1'), unit, ...word } as WireFact;
  }
  for (const { recorded, source, epoch, seq } of before.toReversed()) {
    const kind = kindOf(recorded);
    if (kind === null || KEPT.has(kind)) continue;
    const origin = numbering.insert(source, recorded.epoch ?? '1');
    yield { ...origin, unit: recorded.unit, void: { source, epoch, seq } } as WireFact;
  }
}
