import type { EdgePart } from '../incidents/part.ts';
import { CLOSE } from './connections/close-codes.ts';
import type { EdgeHealth } from './edge-core.ts';
import type { EdgeCounts } from './edge-counts.ts';
import type { Hub } from './hub.ts';

/** What an edge says of itself to the control room. */
export function edgePart(
  name: string,
  hub: Hub,
  { missing, behind, clockAhead, frozen }: EdgeHealth,
  { closedBy, conflicts }: EdgeCounts,
): Omit<EdgePart, 'url' | 'isLeaving'> {
  return {
    part: 'edge',
    name,
    missing,
    behind,
    clockAhead,
    screens: Object.fromEntries(hub.screensByFormat),
    outboundMost: hub.outboundBytesMost,
    tooSlow: closedBy.get(CLOSE.TOO_SLOW) ?? 0,
    writtenP99Ms: hub.writtenP99Ms,
    frozen: frozen.length,
    conflicts,
  };
}
