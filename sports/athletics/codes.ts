import type { RscCodes } from '../../src/rules/codes.ts';
import { COMBINED_EVENTS, combinedEventOf } from './combined-events.ts';
import { EVENTS } from './events.ts';

const RACE_PHASES = ['PREL', 'RND1', 'REP', 'SFNL', 'FNL'];
const FIELD_PHASES = ['QUAL', 'FNL'];

/** A race by its number, `RR` when it is run again; field events by group, too. */
const RACES = ['####00', '####00RR'];
const GROUPS = ['####00', '@00100'];

/** Of women and of men. */
const COMBINED = Object.values(COMBINED_EVENTS);
const partsOf = (event: string) => COMBINED.flatMap((events) => events[event]?.parts ?? []);

export const CODES: RscCodes = {
  genders: ['M', 'W', 'X'],
  events: (gender) => [...Object.keys(EVENTS), ...Object.keys(COMBINED_EVENTS[gender] ?? {})],
  phases: (event, gender) => {
    const combined = combinedEventOf(gender, event);
    if (combined !== null) return combined.parts.map(({ phase }) => phase);
    return EVENTS[event]?.kind === 'race' ? RACE_PHASES : FIELD_PHASES;
  },
  units: (event, phase) => {
    const part = partsOf(event).find((each) => each.phase === phase);
    return EVENTS[part?.event ?? event]?.kind === 'race' ? RACES : GROUPS;
  },
};
