/** How a race starts, and what that means for equal times. RSC event codes are ours: ODF has no orienteering. */
import type { StartType, TiePolicy } from '../../src/rules/families/timed-race.ts';

export interface Race {
  /** In the rule id, and as RSC event code. */
  readonly code: string;
  readonly startType: StartType;
  readonly ties: TiePolicy;
  readonly clause: string;
}

const FIRST_AT_THE_LINE = 'IOF rules (mass start)';

const LIST: readonly Race[] = [
  { code: 'INDIVIDUAL', startType: 'interval', ties: 'share', clause: '' },
  { code: 'MASS', startType: 'mass', ties: 'line', clause: FIRST_AT_THE_LINE },
  // Heats of the knock-out sprint.
  { code: 'KNOCKOUT', startType: 'mass', ties: 'line', clause: FIRST_AT_THE_LINE },
  // The first legs start together, and a team's time is that of its last runner.
  { code: 'RELAY', startType: 'mass', ties: 'line', clause: FIRST_AT_THE_LINE },
  { code: 'CHASE', startType: 'pursuit', ties: 'line', clause: FIRST_AT_THE_LINE },
];

/** By code; an event with any other code has start intervals. */
export const RACES: ReadonlyMap<string, Race> = new Map(LIST.map((race) => [race.code, race]));
