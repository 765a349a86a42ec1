/** A small sport that exists in simulations only, and what a venue says about a meet of it. */
import type { Sport } from '../rules/contract.ts';
import { timedRace } from '../rules/families/timed-race.ts';
import { successivePhases } from '../rules/plan.ts';
import { SECOND, truncTo } from '../rules/rounding.ts';
import type { SaidFact } from '../venue/venue-client.ts';
import type { Dice } from './dice.ts';

const seconds = { round: truncTo, step: SECOND };

const rule = timedRace('SIM.RACE@1', {
  compare: seconds,
  display: seconds,
  irmOrder: ['DNF', 'DNS', 'DSQ'],
  clauses: { time: { code: 'TIME', clause: '' } },
});

export const race: Sport = {
  discipline: 'SIM',
  name: 'Simulated race',
  unitRule: () => rule,
  partsRule: () => null,
  plan: ({ event }) => successivePhases(event, ['FNL']),
};

/** What a venue says, in order; `replaces` names an earlier one by its place. */
export interface Saying {
  readonly unit: string;
  readonly fact: SaidFact;
}

const EVENTS = ['M', 'W'];
const RUNNERS = 3;

const unitOf = (event: string): string => `SIM${event}SHORT-------------FNL-000100--`;

/** A meet of two races in any order that a meet can have: start lists, splits, finishes, corrections, rulings, and what is official. */
export function meet(dice: Dice, facts: number): Saying[] {
  const said = EVENTS.map((event): Saying => ({ unit: unitOf(event), fact: startList(event) }));
  while (said.length < facts - 2 * EVENTS.length) said.push(somethingIn(unitOf(dice.one(EVENTS)), dice));
  for (const event of EVENTS) {
    said.push({ unit: unitOf(event), fact: { status: { result: 'UNCONFIRMED' } } });
    said.push({ unit: unitOf(event), fact: { status: { result: 'OFFICIAL' } } });
  }
  return said.slice(0, Math.max(1, facts));
}

function startList(event: string): SaidFact {
  const entries = Array.from({ length: RUNNERS }, (_none, index) => ({
    competitor: {
      code: String(index + 1),
      kind: 'ATHLETE' as const,
      organisation: 'NOR',
      name: { family: `Runner ${event}${index + 1}` },
    },
    startOrder: index + 1,
  }));
  return { startList: { entries } };
}

function somethingIn(unit: string, dice: Dice): Saying {
  const competitor = String(dice.between(1, RUNNERS));
  const time = `${dice.between(60, 99)}.${dice.between(10, 99)}`;
  const kind = dice.throw(12);
  if (kind === 0) return { unit, fact: { irm: { competitor, code: dice.one(['DNF', 'DSQ', null]) } } };
  if (kind === 1) return { unit, fact: { status: { result: dice.one(['LIVE', 'UNCONFIRMED']) } } };
  return { unit, fact: { passing: { competitor, point: 'FIN', time } } };
}
