import type { Broker } from '../../src/broker/broker.ts';
import { type Fact, originText } from '../../src/model/fact.ts';
import { codeOf, type MassRace, type Passing, raceOf } from '../support/mass-race.ts';
import { publishFact } from '../support/publish-fact.ts';

const STARTERS = 150;
const POINTS = ['10K', '20K', '30K', 'FIN'] as const;
const SECONDS_PER_POINT = 2_000;
const MICROS_PER_SECOND = 1_000_000;

/** Units that are under way at once: each fact is a time at a point, and changes the result of its unit. */
export class RunningUnits {
  readonly #broker: Broker;
  readonly #races: readonly MassRace[];
  readonly #source: string;
  #seq = 0;
  #next = 0;

  constructor(broker: Broker, units: number, firstHeat: number) {
    this.#broker = broker;
    this.#source = `RATE-${firstHeat}`;
    this.#races = Array.from({ length: units }, (_none, index) =>
      raceOf(STARTERS, POINTS, passings(), firstHeat + index),
    );
  }

  async open(): Promise<void> {
    for (const { opening } of this.#races)
      for (const fact of opening) await publishFact(this.#broker, this.#own(fact));
  }

  /** The next fact, to one unit after the other; gives its id. */
  send(): string {
    const race = this.#races[this.#next % this.#races.length]!;
    const index = Math.floor(this.#next / this.#races.length);
    this.#next += 1;
    const fact = this.#own(race.passings[index % race.passings.length]!);
    const lap = Math.floor(index / race.passings.length);
    void publishFact(this.#broker, later(fact, lap));
    return originText(fact);
  }

  #own(fact: Fact): Fact {
    this.#seq += 1;
    return { ...fact, source: this.#source, seq: this.#seq };
  }
}

const passings = (): Passing[] =>
  POINTS.flatMap((point, passed) =>
    Array.from({ length: STARTERS }, (_none, index) => ({
      code: codeOf(index),
      point,
      second: (passed + 1) * SECONDS_PER_POINT + ((index * 37) % STARTERS),
    })),
  );

/** When everybody has passed everywhere the times are said anew, each seconds later, as far as a road race shows: still one change a fact. */
function later(fact: Fact, laps: number): Fact {
  if (fact.kind !== 'passing' || laps === 0) return fact;
  const { content } = fact;
  return { ...fact, content: { ...content, time: content.time! + laps * MICROS_PER_SECOND } };
}
