/** What a venue says in a soak: heats one after the other, several under way at once, each from its start list to its official result. */
import { Dice } from '../../src/simulation/dice.ts';
import type { Saying } from '../faults/meet.ts';

/** Races that are won in less than the times below: slower than any record, and not held. */
const EVENTS =
  '50M 60M 100M 150M 200M 300M 400M 500M 600M 800M 1000M 1500M 2000M 3000M 5000M 10000M ' +
  '60MHURD 100MHURD 110MHURD 200MHURD 300MHURD 400MHURD 2000MST 3000MST';
const GENDERS = ['M', 'W', 'X'];
const ALL = GENDERS.flatMap((gender) => EVENTS.split(' ').map((event) => `ATH${gender}${event}`));
/** Heats of an event on end; then it is over. In an hour at 50 facts a second no event comes again: one that did would be read back, and be twice as large. */
const HEATS = 25;
/** Heats that are under way at once. */
const AT_ONCE = 4;
const RUNNERS = 8;
/** Times in a heat, corrections included. */
const TIMES = 90;
const HUNDREDTHS = 100;
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
  const { unit, first } = heatOf(number);
  yield { unit, fact: { startList: { entries: entries(first) } } };
  yield { unit, fact: { schedule: { status: 'RUNNING' } } };
  for (let count = 1; count <= TIMES; count += 1) {
    const competitor = String(first + dice.throw(RUNNERS));
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

/** A heat, and the number of its first runner: nobody runs in two heats of an event, and the same people run in all events. */
function heatOf(number: number): { readonly unit: string; readonly first: number } {
  const block = Math.floor(number / HEATS);
  const heat = Math.floor(block / ALL.length) * HEATS + (number % HEATS);
  const event = ALL[block % ALL.length]!;
  const unit = `${event.padEnd(22, '-')}RND1${String(heat + 1).padStart(4, '0')}00--`;
  return { unit, first: heat * RUNNERS + 1 };
}

const entries = (first: number) =>
  Array.from({ length: RUNNERS }, (_none, index) => ({
    competitor: {
      code: String(first + index),
      kind: 'ATHLETE' as const,
      organisation: 'NOR',
      name: { given: `Given ${first + index}`, family: `Family ${first + index}` },
    },
    startOrder: index + 1,
    lane: String(index + 1),
  }));
