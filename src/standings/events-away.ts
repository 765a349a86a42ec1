import type { Fact } from '../model/fact.ts';
import { eventRsc, levelOf, type Rsc } from '../model/rsc.ts';
import type { ListedUnit } from './discipline-documents.ts';
import type { TreeSoFar } from './discipline-tree.ts';
import type { PuttingAway } from './putting-away.ts';

/** An event that is not in memory, as packed bytes: plain data. */
export interface EventAway {
  readonly event: Rsc;
  /** What was said of it: a `TreeSoFar`. */
  readonly said: Uint8Array;
  /** What is known of it meanwhile: a `Left`. */
  readonly left: Uint8Array;
}

/** What others go on to show of an event that is away, and what brings it back. */
export interface Left {
  readonly units: readonly ListedUnit[];
  readonly sources: ReadonlySet<string>;
  /** Sessions that its documents name: they show the day of these. */
  readonly sessions: ReadonlySet<string>;
}

interface Known extends EventAway, Pick<Left, 'sources' | 'sessions'> {
  readonly unitCount: number;
}

/** The events of a discipline that are not in memory, and how long nothing was said of the others. */
export class EventsAway {
  readonly #puttingAway: PuttingAway | null;
  readonly #away = new Map<Rsc, Known>();
  /** Of events in memory: the place in the stream of the newest fact about each. */
  readonly #newest = new Map<Rsc, number>();

  /** Null: nothing is ever put away. */
  constructor(puttingAway: PuttingAway | null) {
    this.#puttingAway = puttingAway;
  }

  has(event: Rsc): boolean {
    return this.#away.has(event);
  }

  get unitCount(): number {
    return [...this.#away.values()].reduce((sum, { unitCount }) => sum + unitCount, 0);
  }

  get bytes(): number {
    return [...this.#away.values()].reduce((sum, { said, left }) => sum + said.length + left.length, 0);
  }

  get soFar(): EventAway[] {
    return Array.from(this.#away.values(), ({ event, said, left }) => ({ event, said, left }));
  }

  /** What the listings show of them. Throws where a byte is another one. */
  takeUp(all: readonly EventAway[]): ListedUnit[] {
    return all.flatMap((each) => {
      const left = this.#packing.unpack(each.left) as Left;
      this.#keep(each, left);
      return left.units;
    });
  }

  note(event: Rsc, place: number): void {
    this.#newest.set(event, place);
  }

  /** The first event that it is time to put away; null for none. */
  due(place: number, isOver: (event: Rsc) => boolean, canLeave: (event: Rsc) => boolean): Rsc | null {
    for (const [event, newest] of this.#newest) {
      const quiet = { facts: place - newest, isOver: () => isOver(event) };
      if (this.#puttingAway?.isTime(quiet) === true && canLeave(event)) return event;
    }
    return null;
  }

  put(event: Rsc, said: TreeSoFar, left: Left): void {
    const { pack } = this.#packing;
    this.#keep({ event, said: pack(said), left: pack(left) }, left);
    this.#newest.delete(event);
  }

  /** What was said of an event that is away; it is not any more. Throws where a byte is another one: then it stays away. */
  readBack(event: Rsc): TreeSoFar | null {
    const known = this.#away.get(event);
    if (known === undefined) return null;
    const said = this.#packing.unpack(known.said) as TreeSoFar;
    this.#away.delete(event);
    return said;
  }

  /** Events that the fact can make say something else. */
  concernedBy(fact: Fact): readonly Rsc[] {
    if (this.#away.size === 0) return [];
    if (levelOf(fact.unit) !== 'discipline') return [eventRsc(fact.unit)].filter((event) => this.has(event));
    if (fact.kind === 'note') return [];
    return fact.kind === 'session' ? this.#where('sessions', fact.content.code) : this.all;
  }

  of(source: string): readonly Rsc[] {
    return this.#where('sources', source);
  }

  get all(): readonly Rsc[] {
    return [...this.#away.keys()];
  }

  #where(what: 'sources' | 'sessions', name: string): readonly Rsc[] {
    return [...this.#away.values()].filter((known) => known[what].has(name)).map(({ event }) => event);
  }

  #keep(away: EventAway, { units, sources, sessions }: Left): void {
    this.#away.set(away.event, { ...away, sources, sessions, unitCount: units.length });
  }

  get #packing(): PuttingAway['packing'] {
    if (this.#puttingAway === null) throw new Error('nothing can be packed here');
    return this.#puttingAway.packing;
  }
}
