/** What a venue says about three finals, from a seed: start lists, times that are corrected again and again, rulings, and what is official. */

import { Dice } from '../../src/simulation/dice.ts';
import type { SaidFact } from '../../src/venue/venue-client.ts';

/** One fact, in the order in which it is said; `mark` where it gives somebody a time that nobody else ever gets in that unit. */
export interface Saying {
  readonly unit: string;
  readonly fact: SaidFact;
  readonly mark?: Mark;
}

export interface Mark {
  readonly competitor: string;
  /** Seconds. */
  readonly value: number;
}

const EVENTS = [
  { event: '100M', fastest: 10.5 },
  { event: '200M', fastest: 21.5 },
  { event: '400M', fastest: 48.5 },
] as const;
const HUNDREDTHS = 100;
const RUNNERS = 8;
/** Never has a time: rulings come and go. */
const RULED = String(RUNNERS);

export const unitOf = (event: string): string => `ATHM${event}`.padEnd(22, '-').concat('FNL-000100--');

/** At least as many facts as there are start lists and last words; the finals begin one after the other, the first with so many `starters`. */
export function meetOf(seed: number, facts: number, starters = RUNNERS): Saying[] {
  const dice = new Dice(seed);
  const said: Saying[] = [];
  const until = facts - 2 * EVENTS.length;
  let begun = 0;
  const begin = (): void => {
    const { event } = EVENTS[begun]!;
    said.push({ unit: unitOf(event), fact: startList(begun === 0 ? starters : RUNNERS) });
    begun += 1;
  };
  const given = new Map<string, number>();
  while (said.length < until || begun < EVENTS.length) {
    if (begun < EVENTS.length && said.length >= (begun * until) / EVENTS.length) begin();
    else said.push(something(dice, EVENTS.slice(0, begun), given));
  }
  for (const result of ['UNCONFIRMED', 'OFFICIAL'] as const)
    for (const { event } of EVENTS) said.push({ unit: unitOf(event), fact: { status: { result } } });
  return said;
}

function something(
  dice: Dice,
  begun: readonly (typeof EVENTS)[number][],
  given: Map<string, number>,
): Saying {
  const { event, fastest } = dice.one(begun);
  const unit = unitOf(event);
  const kind = dice.throw(12);
  if (kind === 0) return { unit, fact: { irm: { competitor: RULED, code: dice.one(['DNF', 'DQ', null]) } } };
  if (kind === 1) return { unit, fact: { status: { result: dice.one(['LIVE', 'INTERMEDIATE']) } } };
  const count = (given.get(unit) ?? 0) + 1;
  given.set(unit, count);
  const time = (fastest + count / HUNDREDTHS).toFixed(2);
  const competitor = String(dice.between(1, RUNNERS - 1));
  return {
    unit,
    fact: { passing: { competitor, point: 'FIN', time } },
    mark: { competitor, value: Number(time) },
  };
}

function startList(starters: number): SaidFact {
  const entries = Array.from({ length: starters }, (_none, index) => ({
    competitor: {
      code: String(index + 1),
      kind: 'ATHLETE' as const,
      organisation: ['NOR', 'KEN', 'JPN', 'USA'][index % 4]!,
      name: { given: `Given ${index + 1}`, family: `Family ${index + 1}` },
    },
    startOrder: index + 1,
    ...(starters > RUNNERS ? {} : { lane: String(index + 1) }),
  }));
  return { startList: { entries } };
}
