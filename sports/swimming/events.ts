/** What RSCs of swimming say: events (`100MFR`, `4X100MMD`), phases, heats and swim-offs, in words. */
import { decimal, type Micro } from '../../src/model/decimal.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';

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

/** `0001RR--`: a swim-off between those who are equal at the last place. */
const SWIM_OFF = /^\d{4}RR--$/;

export const isSwimOff = (unit: Rsc): boolean => SWIM_OFF.test(unit.slice(-8));
