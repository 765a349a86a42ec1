import type { StoredVenueMessage } from '../broker/broker.ts';
import type { FactCore } from '../engine/fact-desk.ts';
import { decodeFact } from '../ingest/decode.ts';
import type { Rejection } from '../ingest/rejection.ts';
import type { Fact } from '../model/fact.ts';
import { Competition, type CompetitionTaken } from '../standings/competition.ts';
import { race } from './race.ts';

/** Where somebody is who has taken some facts. */
interface Place {
  readonly before: Place | null;
  readonly fact: Fact | null;
  readonly taken: CompetitionTaken;
  readonly stopped: readonly string[];
  readonly next: Map<Fact, Place>;
}

/** A competition, and which facts it has taken. */
interface Line {
  readonly competition: Competition;
  at: Place;
}

const NOTHING: CompetitionTaken = { versions: [], refusals: [], faults: [] };

/**
 * What the core makes of facts, made once for all who take the same ones in the same order. It is a function of them, which
 * `test/properties` holds; what a run is about is who takes which facts in, and what becomes of the outcome.
 */
export class SharedCore implements FactCore {
  readonly #decoded = new WeakMap<StoredVenueMessage, Fact | Rejection>();
  #newestEpoch = '';
  readonly #beginnings = new Map<string, { readonly place: Place; readonly lines: Line[] }>();

  /** The one that was asked for last. */
  get newestEpoch(): string {
    return this.#newestEpoch;
  }

  readonly decode = (message: StoredVenueMessage): Fact | Rejection => {
    const known = this.#decoded.get(message);
    if (known !== undefined) return known;
    const decoded = decodeFact(message);
    this.#decoded.set(message, decoded);
    return decoded;
  };

  readonly competition = (epoch: string): Pick<Competition, 'take' | 'stopped'> => {
    this.#newestEpoch = epoch;
    const { place, lines } = this.#beginning(epoch);
    let here = place;
    return {
      take: (fact) => {
        here = here.next.get(fact) ?? after(here, fact, lineTo(here, lines, epoch));
        return here.taken;
      },
      get stopped() {
        return here.stopped;
      },
    };
  };

  #beginning(epoch: string): { readonly place: Place; readonly lines: Line[] } {
    const known = this.#beginnings.get(epoch);
    if (known !== undefined) return known;
    const place = { before: null, fact: null, taken: NOTHING, stopped: [], next: new Map() };
    const begun = { place, lines: [] };
    this.#beginnings.set(epoch, begun);
    return begun;
  }
}

function after(place: Place, fact: Fact, line: Line): Place {
  const { competition } = line;
  const taken = competition.take(fact);
  line.at = { before: place, fact, taken, stopped: competition.stopped, next: new Map() };
  place.next.set(fact, line.at);
  return line.at;
}

/** One that is there, or another one that takes the same facts once more. */
function lineTo(place: Place, lines: Line[], epoch: string): Line {
  const known = lines.find(({ at }) => at === place);
  if (known !== undefined) return known;
  const line = { competition: new Competition({ epoch, sports: [race] }), at: place };
  const facts: Fact[] = [];
  for (let at: Place | null = place; at?.fact != null; at = at.before) facts.push(at.fact);
  for (const fact of facts.reverse()) line.competition.take(fact);
  lines.push(line);
  return line;
}
