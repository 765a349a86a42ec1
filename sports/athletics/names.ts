/** Words for RSC parts, when the venue gives none. */
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import { COMBINED_EVENTS } from './combined-events.ts';
import { EVENTS } from './events.ts';

const GENDERS: Readonly<Record<string, string>> = { M: "Men's ", W: "Women's ", X: 'Mixed ' };

const PHASES: Readonly<Record<string, string>> = {
  PREL: 'Preliminary Round',
  RND1: 'Round 1',
  REP: 'Repechage Round',
  SFNL: 'Semi-Finals',
  FNL: 'Final',
  QUAL: 'Qualification',
};

export function namesOf(rsc: Rsc): { event?: string; phase?: string; unit?: string } {
  const { gender, event: code, phase: phaseCode, unit } = partsOf(rsc);
  const combined = COMBINED_EVENTS[code];
  const event = combined?.name ?? EVENTS[code]?.name;
  const part = combined?.parts.find(({ phase }) => phase === phaseCode);
  const phase = part?.name ?? PHASES[phaseCode];
  const isRace = EVENTS[part?.event ?? code]?.kind === 'race';
  const name = unitName(unit, isRace ? (RACES[phaseCode] ?? 'Heat') : 'Group');
  // What is one unit as a rule, a final or a field event, has no number of its own.
  const isOnly = unit.startsWith(FIRST) && (phaseCode === 'FNL' || !isRace);
  return {
    ...(event === undefined ? {} : { event: `${GENDERS[gender] ?? ''}${event}` }),
    ...(phase === undefined ? {} : { phase }),
    ...(name === null || isOnly ? {} : { unit: name }),
  };
}

const FIRST = '0001';
const RACES: Readonly<Record<string, string>> = { SFNL: 'Semi-Final', FNL: 'Race' };

/** `000300` -> Heat 3, `A00100` -> Group A. */
function unitName(unit: string, word: string): string | null {
  const group = /^([A-Z])\d{5}$/.exec(unit);
  if (group !== null) return `Group ${group[1]}`;
  const number = /^(\d{4})\d{2}(RR)?$/.exec(unit);
  return number === null
    ? null
    : `${word} ${Number(number[1])}${number[2] === undefined ? '' : ', run again'}`;
}
