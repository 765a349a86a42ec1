/** What a venue says in a soak: heats one after the other, several under way at once, each from its start list to its official result. */
import { Dice } from '../../src/simulation/dice.ts';
import type { Saying } from '../faults/meet.ts';

const EVENTS = ['100M', '200M', '400M', '500M', '600M', '800M', '1000M', '1500M', '2000M', '3000M'] as const;
const GENDERS = ['M', 'W'] as const;
/** Heats that are under way at once. */
const AT_ONCE = 4;
const RUNNERS = 8;
/** Times in a heat, corrections included. */
const TIMES = 90;
const HUNDREDTHS = 100;
/** Slower than any record. */
const FASTEST_SECONDS = 2_000;

/** A unit of facts is about a hundred of them. */
export function soakOf(facts: number, seed = 1): Saying[] {
  const dice = new Dice(seed);
  const said: Saying[] = [];
  const underWay: Generator<Saying>[] = [];
  let heats = 0;
  while (said.length < facts) {
    while (underWay.length < AT_ONCE) underWay.push(heat(heats++, dice));
    const index = dice.throw(AT_ONCE);
    const { value, done } = underWay[index]!.next();
    if (done === true) underWay.splice(index, 1);
    else said.push(value);
  }
  return said;
}

function* heat(number: number, dice: Dice): Generator<Saying> {
  const unit = unitOf(number);
  yield { unit, fact: { startList: { entries: entries() } } };
  yield { unit, fact: { schedule: { status: 'RUNNING' } } };
  for (let count = 1; count <= TIMES; count += 1) {
    const competitor = String(dice.between(1, RUNNERS));
    const time = (FASTEST_SECONDS + count / HUNDREDTHS).toFixed(2);
    yield {
      unit,
      fact: { passing: { competitor, point: 'FIN', time } },
      mark: { competitor, value: Number(time) },
    };
  }
  yield { unit, fact: { status: { result: 'OFFICIAL' } } };
  yield { unit, fact: { schedule: { status: 'FINISHED' } } };
}

/** Heats go round the events, so that no phase has very many of them. */
function unitOf(number: number): string {
  const event = EVENTS[number % EVENTS.length]!;
  const round = Math.floor(number / EVENTS.length);
  const gender = GENDERS[round % GENDERS.length]!;
  const heats = String(Math.floor(round / GENDERS.length) + 1).padStart(4, '0');
  return `ATH${gender}${event}`.padEnd(22, '-').concat(`HEAT${heats}00--`);
}

/** The same people in every heat: what grows is the competition, and not the list of participants. */
const entries = () =>
  Array.from({ length: RUNNERS }, (_none, index) => ({
    competitor: {
      code: String(index + 1),
      kind: 'ATHLETE' as const,
      organisation: 'NOR',
      name: { given: `Given ${index + 1}`, family: `Family ${index + 1}` },
    },
    startOrder: index + 1,
    lane: String(index + 1),
  }));
