/** F6: what cannot be in a swimming race is held until an operator lets it through. */
import { decimal, formatDecimal, type Micro } from '../../src/model/decimal.ts';
import type { Fact, Passing, Setup } from '../../src/model/fact.ts';
import type { TimeLimits } from '../../src/rules/families/possible-times.ts';
import type { Objection } from '../../src/rules/held-facts.ts';
import { eventOf, raceDistance } from './events.ts';

/** Nobody swims 3 m/s: the fastest 50 m ever, short course, are below 2.6 m/s. */
export const LIMITS: TimeLimits = {
  fastest: decimal('3'),
  distance: (unit) => {
    const event = eventOf(unit);
    return event === null ? null : raceDistance(event);
  },
};
const EARLIEST_TAKE_OVER = decimal('-2');
const LATEST_REACTION = decimal('5');

export function checkSwimming(fact: Fact, { setup }: { setup: Setup }): Objection | null {
  if (fact.kind === 'passing') return checkPassing(fact.content, setup);
  return fact.kind === 'reaction' ? checkReaction(fact.content.time) : null;
}

function checkPassing({ point }: Passing, setup: Setup): Objection | null {
  if (setup.points === undefined || setup.points.some(({ code }) => code === point)) return null;
  return { code: 'UNKNOWN_POINT', message: `there is no timing point "${point}" in this race` };
}

function checkReaction(time: Micro): Objection | null {
  if (time >= EARLIEST_TAKE_OVER && time <= LATEST_REACTION) return null;
  return {
    code: 'IMPOSSIBLE_REACTION',
    message: `${formatDecimal(time, 2)} s is no reaction or take-over time`,
  };
}
