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
  const phase = combined?.parts.find((part) => part.phase === phaseCode)?.name ?? PHASES[phaseCode];
  return {
    ...(event === undefined ? {} : { event: `${GENDERS[gender] ?? ''}${event}` }),
    ...(phase === undefined ? {} : { phase }),
    ...(unit === '' || phaseCode === 'FNL' ? {} : unitName(unit)),
  };
}

/** `000300` -> Heat 3, `A00100` -> Group A. */
function unitName(unit: string): { unit?: string } {
  const group = /^([A-Z])\d{5}$/.exec(unit);
  if (group !== null) return { unit: `Group ${group[1]}` };
  const heat = /^(\d{4})\d{2}$/.exec(unit);
  return heat === null ? {} : { unit: `Heat ${Number(heat[1])}` };
}
