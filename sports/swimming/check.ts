/** F6: what cannot be in a swimming race is held until an operator lets it through. */
import { decimal, formatDecimal, type Micro } from '../../src/model/decimal.ts';
import type { Fact, Passing, Setup } from '../../src/model/fact.ts';
import type { Rsc } from '../../src/model/rsc.ts';
import type { Objection } from '../../src/rules/contract.ts';
import { FINISH } from '../../src/rules/families/timed-race.ts';
import { eventOf, raceDistance } from './events.ts';

/** Nobody swims 3 m/s: the fastest 50 m ever, short course, are below 2.6 m/s. */
const FASTEST_METRES_PER_SECOND = 3;
const EARLIEST_TAKE_OVER = decimal('-2');
const LATEST_REACTION = decimal('5');

export function checkSwimming(fact: Fact, { unit, setup }: { unit: Rsc; setup: Setup }): Objection | null {
  if (fact.kind === 'passing') return checkPassing(fact.content, unit, setup);
  if (fact.kind === 'reaction') return checkReaction(fact.content.time);
  if (fact.kind === 'irm') return checkIrm(fact.content.code);
  return null;
}

function checkPassing({ point, time }: Passing, unit: Rsc, setup: Setup): Objection | null {
  const known = setup.points?.find(({ code }) => code === point);
  if (setup.points !== undefined && known === undefined) {
    return { code: 'UNKNOWN_POINT', message: `there is no timing point "${point}" in this race` };
  }
  const distance = known?.distance ?? finishDistance(point, unit);
  if (time === undefined || distance === null) return null;
  if (time * FASTEST_METRES_PER_SECOND >= distance) return null;
  return {
    code: 'IMPOSSIBLE_TIME',
    message: `${formatDecimal(time)} s for ${formatDecimal(distance)} m is faster than anybody swims`,
  };
}

function finishDistance(point: string, unit: Rsc): Micro | null {
  const event = eventOf(unit);
  return point === FINISH && event !== null ? raceDistance(event) : null;
}

function checkReaction(time: Micro): Objection | null {
  if (time >= EARLIEST_TAKE_OVER && time <= LATEST_REACTION) return null;
  return {
    code: 'IMPOSSIBLE_REACTION',
    message: `${formatDecimal(time, 2)} s is no reaction or take-over time`,
  };
}

const IRM_CODES: readonly string[] = ['DNF', 'EXH', 'DNS', 'pd', 'DSQ', 'DQB'];

function checkIrm(code: string | null): Objection | null {
  if (code === null || IRM_CODES.includes(code)) return null;
  return { code: 'UNKNOWN_IRM', message: `"${code}" is no mark of swimming (${IRM_CODES.join(', ')})` };
}
