import type { Fact } from '../../src/model/fact.ts';
import { formatRsc, type Rsc } from '../../src/model/rsc.ts';
import { codeOf, raceOf } from '../support/mass-race.ts';

/** Races whose starters are timed at many points, so that a unit has 500 facts; so many that 2,000 units have events of their own. */
const RACES = [
  '1500M MILE 2000M 2MILES 10MILES 3000M 5000M 10000M 20000M 25000M 30000M 2000MST 3000MST 5KM 10KM 15KM 20KM 25KM 30KM HALFMAR MARATHON 50KM',
  '100KM XCOUNTRY 3000MW 5000MW 10000MW 20000MW 30000MW 35000MW 50000MW 5KMWALK 10KMWALK 20KMWALK 30KMWALK',
]
  .join(' ')
  .split(' ');
const GENDERS = ['M', 'W', 'X'] as const;
const STARTERS = 26;
const POINTS = Array.from({ length: 19 }, (_none, index) => (index === 18 ? 'FIN' : `P${index + 1}`));
const HEATS = 16;
const SEMI_FINALS = 3;
export const UNITS_PER_EVENT = HEATS + SEMI_FINALS + 1;
/** Slow enough that nobody covers 100 km faster than anybody can: such times would be held. */
const SECONDS_PER_POINT = 1_500;
const SOURCES = 8;

/** The facts of athletics events with heats, semi-finals and a final, one unit after the other: 500 for each that is over. */
export class Games {
  readonly #units: number;
  /** Units at the end of which the last two facts are missing: they are under way. */
  readonly #underWay: number;
  readonly #seqs = new Map<string, number>();

  constructor(units: number, underWay: number) {
    this.#units = units;
    this.#underWay = underWay;
  }

  *facts(): Iterable<Fact> {
    for (let unit = 0; unit < this.#units; unit += 1)
      for (const fact of this.#factsOf(unit)) yield this.#numbered(fact, unit);
  }

  *#factsOf(unit: number): Iterable<Fact> {
    const passings = POINTS.flatMap((point, passed) =>
      Array.from({ length: STARTERS }, (_none, index) => ({
        code: codeOf(index),
        point,
        second: (passed + 1) * SECONDS_PER_POINT + ((index * 17) % STARTERS) * (1 + passed / 10),
      })),
    );
    const race = raceOf(STARTERS, POINTS, passings);
    const rsc = rscOf(unit);
    const live = race.opening.at(-1)!;
    const decided = (['UNOFFICIAL', 'OFFICIAL'] as const).map(
      (result) => ({ ...live, content: { result } }) as Fact,
    );
    const isOver = unit < this.#units - this.#underWay;
    for (const fact of [...race.opening, ...race.passings, ...(isOver ? decided : [])])
      yield { ...fact, unit: rsc, test: false };
  }

  #numbered(fact: Fact, unit: number): Fact {
    const source = `VENUE-${Math.floor(unit / UNITS_PER_EVENT) % SOURCES}`;
    const seq = (this.#seqs.get(source) ?? 0) + 1;
    this.#seqs.set(source, seq);
    return { ...fact, source, seq };
  }
}

function rscOf(unit: number): Rsc {
  const event = Math.floor(unit / UNITS_PER_EVENT);
  const inEvent = unit % UNITS_PER_EVENT;
  const phase = inEvent < HEATS ? 'HEAT' : inEvent < HEATS + SEMI_FINALS ? 'SFNL' : 'FNL';
  const before = phase === 'HEAT' ? 0 : phase === 'SFNL' ? HEATS : HEATS + SEMI_FINALS;
  const race = RACES[event % RACES.length];
  const gender = GENDERS[Math.floor(event / RACES.length)];
  if (race === undefined || gender === undefined) throw new RangeError(`no event for unit ${unit}`);
  const number = String(inEvent - before + 1).padStart(4, '0');
  return formatRsc({ discipline: 'ATH', gender, event: race, phase, unit: `${number}00--` });
}
