import type { LedgerFacts } from '../ledger/ledger-facts.ts';
import type { UnitLedger } from '../ledger/unit-ledger.ts';
import { type Channel, channelOf } from '../model/document.ts';
import type { Fact, FactKind, FactOf } from '../model/fact.ts';
import { millisecondText } from '../model/instant.ts';
import { keepNewest } from '../model/newest-kept.ts';
import { disciplineOf, GENERAL, type Rsc } from '../model/rsc.ts';
import { afterLink, SOUND, type SourceStand } from '../model/source-stand.ts';
import type { Sport } from '../rules/contract.ts';
import type { Version, VersionedDocument } from '../versions/versioned.ts';
import { CompetitionLedger } from './competition-said.ts';
import { Discipline, type DisciplineSoFar, type Told } from './discipline.ts';
import type { Memory } from './discipline-memory.ts';
import type { IsKnown } from './discipline-tree.ts';
import { type Fault, Issue } from './issue.ts';
import type { PuttingAway } from './putting-away.ts';
import { notAsExpected, type Refusal } from './refusal.ts';
import { NotAsPublished, Series, type SeriesSoFar } from './series.ts';

const GENERAL_KINDS: ReadonlySet<FactKind> = new Set(['competition', 'void', 'release']);

/** A fact for a discipline that no sport module speaks for. */
export interface UnknownDiscipline {
  readonly code: 'UNKNOWN_DISCIPLINE';
  readonly message: string;
  readonly fact: Fact;
}

export interface CompetitionTaken {
  /** New versions, in the order in which they were made. */
  readonly versions: readonly Version[];
  readonly refusals: readonly (Refusal | UnknownDiscipline)[];
  /** What a rule or the core threw: the versions above are good all the same, and the rest stays as it was. */
  readonly faults: readonly Fault[];
}

/** What a competition needs to go on as another one: plain data. Documents are made anew of it, and must be as they were published. */
export interface CompetitionSoFar {
  readonly about: LedgerFacts;
  readonly links: readonly (readonly [string, SourceStand])[];
  readonly disciplines: readonly (readonly [string, DisciplineSoFar])[];
  readonly documents: readonly SeriesSoFar[];
}

/** Sources that are silent or have a hole, told of at once. */
const LINKS_KEPT = 10_000;

const NOTHING: CompetitionTaken = { versions: [], refusals: [], faults: [] };

const takenOf = (told: readonly Told[]): CompetitionTaken => ({
  refusals: [],
  versions: told.flatMap(({ versions }) => versions),
  faults: told.flatMap(({ faults }) => faults),
});

/**
 * The whole core as one function of facts: `take` them in stream order, get the documents that
 * changed. Live engine, replay, offline ranking and verification all run this and nothing else (D1).
 */
export class Competition {
  readonly #sports: ReadonlyMap<string, Sport>;
  readonly #series: Series;
  readonly #about = new CompetitionLedger();
  readonly #disciplines = new Map<string, Discipline>();
  /** By discipline and source: what one discipline shows does not hang on what another was told. */
  readonly #stands = new Map<string, SourceStand>();
  readonly #puttingAway: PuttingAway | null;
  /** Where in the stream it was last looked whether there is an event to put away. */
  #lookedAt = 0;

  /** `puttingAway`: what becomes of events that are over; by default they stay in memory. */
  constructor({
    epoch,
    sports,
    puttingAway = null,
  }: {
    epoch: string;
    sports: Iterable<Sport>;
    puttingAway?: PuttingAway | null;
  }) {
    this.#puttingAway = puttingAway;
    this.#sports = new Map([...sports].map((sport) => [sport.discipline, sport]));
    this.#series = new Series(epoch, (code) => this.#disciplines.get(code)?.said ?? this.#about.said);
  }

  get documents(): ReadonlyMap<Channel, VersionedDocument> {
    return this.#series.documents;
  }

  /** Units, phases and events whose documents stand still since something was thrown. */
  get stopped(): readonly Rsc[] {
    return [...this.#disciplines.values()].flatMap(({ stopped }) => [...stopped]);
  }

  /** What was said of a unit, a phase, an event or a discipline, and what of it holds; null for nothing. */
  saidOf(rsc: Rsc): UnitLedger | null {
    return this.#disciplines.get(disciplineOf(rsc))?.saidOf(rsc) ?? null;
  }

  /** `isKnown`: units that are left out. */
  soFar(isKnown: IsKnown = () => false): CompetitionSoFar {
    return {
      about: this.#about.facts,
      links: [...this.#stands],
      disciplines: Array.from(this.#disciplines, ([code, discipline]) => [code, discipline.soFar(isKnown)]),
      documents: this.#series.soFar,
    };
  }

  /** Goes on where another one stands; this one has taken nothing. Throws `NotAsPublished` when its documents would be others. */
  takeUp({ about, links, disciplines, documents }: CompetitionSoFar): void {
    this.#about.takeUp(about);
    for (const [source, stand] of links) this.#stands.set(source, stand);
    const away = new Set(disciplines.flatMap(([, soFar]) => soFar.away.map(({ event }) => event)));
    this.#series.takeUp(documents, (event) => away.has(event));
    const issue = new Issue('');
    for (const [code, soFar] of disciplines) this.#discipline(code)?.takeUp(soFar, issue);
    const { faults, versions } = issue;
    if (faults[0] !== undefined) throw new NotAsPublished(`${faults[0].unit}: ${String(faults[0].error)}`);
    if (versions[0] !== undefined)
      throw new NotAsPublished(`${channelOf(versions[0].document.header)} is another one`);
    this.#series.allWritten();
  }

  /** Units in memory, units of events that were put away, and the bytes of these. */
  get memory(): Memory {
    const all = [...this.#disciplines.values()].map(({ memory }) => memory.counts);
    const sum = (what: keyof Memory): number => all.reduce((total, memory) => total + memory[what], 0);
    return { units: sum('units'), unitsAway: sum('unitsAway'), bytesAway: sum('bytesAway') };
  }

  take(fact: Fact): CompetitionTaken {
    const taken = this.#take(fact);
    if (this.#puttingAway !== null && fact.streamSeq - this.#lookedAt >= this.#puttingAway.everyFacts) {
      this.#lookedAt = fact.streamSeq;
      for (const discipline of this.#disciplines.values()) discipline.memory.putAway(fact.streamSeq);
    }
    return taken;
  }

  #take(fact: Fact): CompetitionTaken {
    const asOf = millisecondText(fact.storedAt);
    if (fact.kind === 'heartbeat') return NOTHING;
    if (fact.kind === 'link') return this.#takeLink(fact, asOf);
    if (fact.unit === GENERAL) return this.#takeGeneral(fact, asOf);
    const discipline = this.#discipline(disciplineOf(fact.unit));
    if (discipline === null) {
      const message = `no sport module for discipline ${disciplineOf(fact.unit)}`;
      return { ...NOTHING, refusals: [{ code: 'UNKNOWN_DISCIPLINE', message, fact }] };
    }
    return discipline.take(fact, asOf);
  }

  /** About the competition itself: everything says it anew, once. */
  #takeGeneral(fact: Fact, asOf: string): CompetitionTaken {
    if (!GENERAL_KINDS.has(fact.kind)) {
      const message = `${fact.kind} is said of a discipline, an event or a unit`;
      return { ...NOTHING, refusals: [{ code: 'NOT_READ', message, fact }] };
    }
    if (!this.#about.isAsExpected(fact)) return { ...NOTHING, refusals: [notAsExpected(fact)] };
    const disciplines = [...this.#disciplines.values()];
    const back = disciplines.map(({ memory }) => memory.broughtBack(null, asOf));
    const isNews = this.#about.take(fact);
    return takenOf([...back, ...(isNews ? disciplines.map((discipline) => discipline.renewed(asOf)) : [])]);
  }

  #takeLink(fact: FactOf<'link'>, asOf: string): CompetitionTaken {
    const { unit, content } = fact;
    const { source, state } = content;
    const code = disciplineOf(unit);
    const before = this.#standOf(code, source);
    const stand = afterLink(before, state);
    if (stand === before && content.seq === undefined) return NOTHING;
    // What is over says nothing of silence, and stays away.
    const isShown = stand.hasHole !== before.hasHole;
    const back = isShown ? this.#disciplines.get(code)?.memory.broughtBack(source, asOf) : undefined;
    // What is lost of a unit is missing in it, even where nothing else was ever said of it.
    const lost = content.seq === undefined ? undefined : this.#discipline(code)?.take(fact, asOf);
    this.#noteStand(`${code}|${source}`, stand);
    const changed = this.#disciplines.get(code)?.sourceChanged(source, asOf);
    return takenOf([back, lost, changed].filter((told) => told !== undefined));
  }

  /** What is right again needs no note; of very many that are not, the newest stay. */
  #noteStand(key: string, stand: SourceStand): void {
    if (stand === SOUND) this.#stands.delete(key);
    else keepNewest(this.#stands, key, stand, LINKS_KEPT);
  }

  #standOf(discipline: string, source: string): SourceStand {
    return this.#stands.get(`${discipline}|${source}`) ?? SOUND;
  }

  #discipline(code: string): Discipline | null {
    const known = this.#disciplines.get(code);
    if (known !== undefined) return known;
    const sport = this.#sports.get(code);
    if (sport === undefined) return null;
    const around = {
      standOf: (source: string) => this.#standOf(code, source),
      said: () => this.#about.said,
    };
    const opened = new Discipline(sport, this.#series, around, this.#puttingAway);
    this.#disciplines.set(code, opened);
    return opened;
  }
}
