import type { LinkState } from './fact.ts';

/** How the connection to a source is doing, as far as was said: a source with a hole in its numbers can be silent as well. */
export interface SourceStand {
  readonly isSilent: boolean;
  /** Numbers of it are missing. */
  readonly hasHole: boolean;
}

/** Of which nothing was said. */
export const SOUND: SourceStand = { isSilent: false, hasHole: false };

const SILENT: SourceStand = { isSilent: true, hasHole: false };
const SILENT_WITH_HOLE: SourceStand = { isSilent: true, hasHole: true };
const WITH_HOLE: SourceStand = { isSilent: false, hasHole: true };

/** After a `link` fact. Who falls silent has closed no hole by that; who is told to have one speaks. */
export function afterLink({ hasHole }: SourceStand, state: LinkState): SourceStand {
  if (state === 'OK') return SOUND;
  if (state === 'GAP') return WITH_HOLE;
  return hasHole ? SILENT_WITH_HOLE : SILENT;
}

/** The state that is told where there is room for one. */
export const stateOf = ({ isSilent, hasHole }: SourceStand): LinkState =>
  isSilent ? 'SILENT' : hasHole ? 'GAP' : 'OK';
