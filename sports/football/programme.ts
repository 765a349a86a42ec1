/** What RSCs of football say: groups, the list of the third-placed, rounds, replays and play-offs. */
import { eventRsc, phaseRsc, type Rsc, partsOf as rscParts } from '../../src/model/rsc.ts';

/** Groups are `GPA`, `GPB` ...; those of a second group stage `SGA` ...; a final round that is played as a group `FGP`. */
const GROUP = /^(?:GP[A-L]|SG[A-D]|FGP)$/;

export const FINAL_GROUP = 'FGP';
export const firstGroup = (letter: string): string => `GP${letter}`;
export const secondGroup = (letter: string): string => `SG${letter}`;

/** The list of those who came third in their groups. */
export const THIRDS = 'THRD';

export const isGroup = (phase: string): boolean => GROUP.test(phase);
export const isFirstGroup = (phase: string): boolean => /^GP[A-L]$/.test(phase);

/** `0001RR--`: a match played again because the first one was tied; in a group, a match between those who are level. */
const AGAIN = /^\d{4}RR--$/;

export const isAgain = (unit: Rsc): boolean => AGAIN.test(unit.slice(-8));

export const isPlayOff = (unit: Rsc): boolean => isAgain(unit) && isGroup(rscParts(unit).phase);

/** The match that a replay is of. */
export function replayOf(unit: Rsc): Rsc | null {
  if (!isAgain(unit) || isPlayOff(unit)) return null;
  return `${unit.slice(0, 30)}00--`;
}

/** Is the unit a match of the first groups of this event? */
export const isGroupMatch = (unit: Rsc, event: Rsc): boolean =>
  eventRsc(unit) === event && phaseRsc(unit) !== unit && isFirstGroup(rscParts(unit).phase);
