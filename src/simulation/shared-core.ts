import type { FactCore } from '../engine/fact-desk.ts';
import type { Fact } from '../model/fact.ts';
import { Competition, type CompetitionTaken } from '../standings/competition.ts';
import type { PuttingAway } from '../standings/putting-away.ts';
import { race } from './race.ts';

/** Where somebody is who has taken some facts. */
interface Place {
  readonly before: Place | null;
  readonly fact: Fact | null;
  /** In no epoch. */
  readonly taken: CompetitionTaken;
  readonly inEpoch: Map<string, CompetitionTaken>;
  readonly stopped: readonly string[];
  readonly next: Map<Fact, Place>;
}

/** A competition, and which facts it has taken. */
interface Line {
  readonly competition: Competition;
  at: Place;
}

/** In which a place is not: whose epoch it is stands on documents only, and in no hash. */
const NO_EPOCH = '';
const NOTHING: CompetitionTaken = { versions: [], refusals: [], faults: [] };

/**
 * What the core makes of facts, made once for all who take the same ones in the same order, in whichever epoch. It is a function of them, which
 * `test/properties` holds; what a run is about is who takes which facts in, and what becomes of the outcome.
 */
export class SharedCore implements FactCore {
  readonly decode: FactCore['decode'];
  readonly #puttingAway: PuttingAway | null;
  readonly #beginning: Place = placeAt(null, null, NOTHING, []);
  readonly #lines: Line[] = [];

  constructor(decode: FactCore['decode'], puttingAway: PuttingAway | null) {
    this.decode = decode;
    this.#puttingAway = puttingAway;
  }

  readonly competition = (epoch: string): Pick<Competition, 'take' | 'stopped'> => {
    let here = this.#beginning;
    return {
      take: (fact) => {
        here = here.next.get(fact) ?? this.#after(here, fact);
        return takenIn(here, epoch);
      },
      get stopped() {
        return here.stopped;
      },
    };
  };

  #after(place: Place, fact: Fact): Place {
    const line = this.#lineTo(place);
    const { competition } = line;
    const taken = competition.take(fact);
    line.at = placeAt(place, fact, taken, competition.stopped);
    place.next.set(fact, line.at);
    return line.at;
  }

  /** One that is there, or another one that takes the same facts once more. */
  #lineTo(place: Place): Line {
    const known = this.#lines.find(({ at }) => at === place);
    if (known !== undefined) return known;
    const about = { epoch: NO_EPOCH, sports: [race], puttingAway: this.#puttingAway };
    const line = { competition: new Competition(about), at: place };
    const facts: Fact[] = [];
    for (let at: Place | null = place; at?.fact != null; at = at.before) facts.push(at.fact);
    for (const fact of facts.reverse()) line.competition.take(fact);
    this.#lines.push(line);
    return line;
  }
}

function placeAt(
  before: Place | null,
  fact: Fact | null,
  taken: CompetitionTaken,
  stopped: readonly string[],
): Place {
  return { before, fact, taken, inEpoch: new Map(), stopped, next: new Map() };
}

function takenIn({ taken, inEpoch }: Place, epoch: string): CompetitionTaken {
  const known = inEpoch.get(epoch);
  if (known !== undefined) return known;
  const versions = taken.versions.map(({ document, delta }) => ({ document: { ...document, epoch }, delta }));
  const named = { ...taken, versions };
  inEpoch.set(epoch, named);
  return named;
}
