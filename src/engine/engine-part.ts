import type { EnginePart } from '../incidents/part.ts';
import type { EngineHealth } from './engine-health.ts';

/** So many units that stand still are named. */
const STOPPED_NAMED = 20;

/** What an engine says of itself to the control room. */
export function enginePart(
  about: Pick<EnginePart, 'name' | 'url' | 'epoch' | 'disciplines' | 'isLeaving'>,
  health: EngineHealth,
): EnginePart {
  return {
    part: 'engine',
    ...about,
    missing: health.missing,
    behind: health.behind,
    clockAhead: health.clockAhead,
    streamSeq: health.lastStreamSeq,
    published: health.published,
    pending: health.pending,
    disagreements: health.disagreements,
    stoppedUnits: health.stoppedUnits.slice(0, STOPPED_NAMED),
    rejectionsWaiting: health.rejectionsWaiting,
    rejectionsLost: health.rejectionsLost,
    checkpointsRefused: health.checkpointsRefused,
    checkpointAge: health.checkpointAge,
    factsMissing: health.factsMissing,
    isBrokerFull: health.isBrokerFull,
  };
}
