/**
 * Who swims first in a relay swims from a start like everybody else: the time counts for records of the individual event
 * (SW 12), whatever becomes of the team afterwards. In mixed relays it does not (SW 10.10).
 */
import type { Entry } from '../../src/model/competitor.ts';
import { ONE } from '../../src/model/decimal.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import type { FeatElsewhere, UnitContext } from '../../src/rules/contract.ts';
import type { TimedCard } from '../../src/rules/families/timed-race.ts';
import { eventOf } from './events.ts';

const MIXED = 'X';
/** Of a medley relay the first leg is swum backstroke. */
const STROKE_OF_FIRST: Readonly<Record<string, string>> = { FR: 'FR', MD: 'BA' };

export function leadOff(
  { competitor }: Entry,
  card: TimedCard,
  { unit, setup }: UnitContext,
): readonly FeatElsewhere[] {
  const event = individualEvent(unit);
  const first = competitor.members?.[0];
  const split = card.legs[0]?.split;
  if (event === null || first === undefined || split === undefined || isSpoilt(card, unit, setup)) return [];
  return [{ event, competitor: first, result: split, resultType: 'TIME' }];
}

/** The team was disqualified for something in the first leg, or nobody said for what. */
function isSpoilt({ irm }: TimedCard, unit: Rsc, { points = [] }: UnitContext['setup']): boolean {
  if (irm === null || irm.code === 'DNF') return false;
  const at = points.find(({ code }) => code === irm.point)?.distance;
  return at === undefined || at <= eventOf(unit)!.distance * ONE;
}

/** `SWMM4X100MFR` -> `SWMM100MFR`, with the rest of the code as it is; null for what has no individual event. */
function individualEvent(unit: Rsc): Rsc | null {
  const event = eventOf(unit);
  const stroke = STROKE_OF_FIRST[event?.stroke ?? ''];
  if (event === null || event.legs === 1 || stroke === undefined || partsOf(unit).gender === MIXED)
    return null;
  const code = `${event.distance}M${stroke}`.padEnd(EVENT_CODE, '-');
  return `${unit.slice(0, EVENT_START)}${code}${unit.slice(EVENT_START + EVENT_CODE, EVENT_END)}`.padEnd(
    unit.length,
    '-',
  );
}

const EVENT_START = 4;
const EVENT_CODE = 8;
const EVENT_END = 22;
