import type { RscCodes } from '../../src/rules/codes.ts';
import { COMBINED_EVENTS } from './combined-events.ts';
import { EVENTS } from './events.ts';

const RACE_PHASES = ['PREL', 'RND1', 'REP', 'SFNL', 'FNL'];
const FIELD_PHASES = ['QUAL', 'FNL'];

/** A race by its number, `RR` when it is run again; field events by group, too. */
const RACES = ['####00', '####00RR'];
const GROUPS = ['####00', '@00100'];

export const CODES: RscCodes = {
  genders: ['M', 'W', 'X'],
  events: () => [...Object.keys(EVENTS), ...Object.keys(COMBINED_EVENTS)],
  phases: (event) => {
    const combined = COMBINED_EVENTS[event];
    if (combined !== undefined) return combined.parts.map(({ phase }) => phase);
    return EVENTS[event]?.kind === 'race' ? RACE_PHASES : FIELD_PHASES;
  },
  units: (event, phase) => {
    const part = COMBINED_EVENTS[event]?.parts.find((each) => each.phase === phase);
    return EVENTS[part?.event ?? event]?.kind === 'race' ? RACES : GROUPS;
  },
};
