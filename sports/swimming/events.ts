/** What RSCs of swimming say: events (`100MFR`, `4X100MMD`), phases, heats and swim-offs, in words. */
import { decimal, type Micro } from '../../src/model/decimal.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';

export const STROKES: Readonly<Record<string, string>> = {
  FR: 'Freestyle',
  BA: 'Backstroke',
  BR: 'Breaststroke',
  BF: 'Butterfly',
  IM: 'Individual Medley',
  MD: 'Medley',
};

export interface SwimmingEvent {
  /** Swimmers of a relay; 1 in individual events. */
  readonly legs: number;
  /** Metres of one leg. */
  readonly distance: number;
  readonly stroke: string;
  /** What follows the code, where a meet has more than one such event (age groups). */
  readonly suffix: string;
}

const EVENT = /^(?:(\d{1,2})X)?(\d{2,5})M([A-Z]{2})(?:-+(\w+))?$/;

/** Reads the event of an RSC; null when it is no swimming race. */
export const eventOf = (rsc: Rsc): SwimmingEvent | null => readEvent(partsOf(rsc).event);

/** `4X100MMD`; null when it is no swimming race. */
export function readEvent(code: string): SwimmingEvent | null {
  const match = EVENT.exec(code);
  if (match === null) return null;
  const [, legs = '1', distance, stroke, suffix = ''] = match;
  return { legs: Number(legs), distance: Number(distance), stroke: stroke!, suffix };
}

/** Metres of the whole race, exact. */
export const raceDistance = ({ legs, distance }: SwimmingEvent): Micro => decimal(String(legs * distance));

const GENDERS: Readonly<Record<string, string>> = { M: "Men's", W: "Women's", X: 'Mixed', O: 'Open' };

export function eventName(rsc: Rsc): string | null {
  const event = eventOf(rsc);
  if (event === null) return null;
  const { legs, distance, stroke, suffix } = event;
  const words = [
    GENDERS[partsOf(rsc).gender] ?? '',
    legs > 1 ? `${legs} x ${distance}m` : `${distance}m`,
    STROKES[stroke] ?? stroke,
    legs > 1 ? 'Relay' : '',
    suffix,
  ];
  return words.filter((word) => word !== '').join(' ');
}

const PHASES: Readonly<Record<string, { phase: string; unit: string }>> = {
  HEAT: { phase: 'Heats', unit: 'Heat' },
  QFNL: { phase: 'Quarterfinals', unit: 'Quarterfinal' },
  SFNL: { phase: 'Semifinals', unit: 'Semifinal' },
  'FNL-': { phase: 'Final', unit: 'Final' },
};

/** `0001RR--`: a swim-off between those who are equal at the last place. */
const SWIM_OFF = /^\d{4}RR--$/;

export const isSwimOff = (unit: Rsc): boolean => SWIM_OFF.test(unit.slice(-8));

export function namesOf(rsc: Rsc): { event?: string; phase?: string; unit?: string } {
  const event = eventName(rsc);
  const phase = PHASES[rsc.slice(22, 26)];
  const number = Number(rsc.slice(26, 30));
  const known = phase !== undefined && Number.isInteger(number) && number > 0;
  const swimOff = isSwimOff(rsc) ? `Swim-off ${number}` : null;
  const unit = known ? (phase.unit === 'Final' && number === 1 ? 'Final' : `${phase.unit} ${number}`) : null;
  return {
    ...(event === null ? {} : { event }),
    ...(phase === undefined ? {} : { phase: phase.phase }),
    ...(unit === null ? {} : { unit: swimOff ?? unit }),
  };
}
