import type { PieceStore } from '../broker/broker.ts';
import type { Checkpoint } from '../engine/checkpoint.ts';
import type { Rsc } from '../model/rsc.ts';
import type { CompetitionSoFar } from '../standings/competition.ts';
import type { EventAway } from '../standings/events-away.ts';
import type { UnitSoFar } from '../standings/unit-field.ts';
import { nameOf, packed, proven, unpacked } from './packed.ts';

/** A checkpoint whose units are pieces of their own: those that did not change are not written again. */
interface Head {
  readonly checkpoint: Checkpoint;
  readonly pieces: ReadonlyMap<Rsc, string>;
  /** Of events that are not in memory, the names of their bytes, which are pieces as they are. */
  readonly away: ReadonlyMap<Rsc, AwayPieces>;
}

type AwayPieces = Record<'said' | 'left', string>;

/** What the newest head is called, and how far it is. */
interface Newest {
  readonly head: string;
  readonly streamSeq: number;
}

/** How many changes a unit had, and the piece that it is. */
interface Written {
  readonly changes: number;
  readonly piece: string;
}

const AT_ONCE = 32;

/** The checkpoints of engines that compute the same disciplines, in one place; at most one of the engines writes there. */
export class Shelf {
  readonly #store: PieceStore;
  readonly #newestName: string;
  /** What this engine has written, by unit. */
  #written = new Map<Rsc, Written>();
  /** Pieces of events that are not in memory, as this engine has written them. */
  #awayPieces: ReadonlyMap<Rsc, AwayPieces> = new Map();
  /** As it was last seen here. */
  #seen: string | null = null;
  #own: string | null = null;

  constructor(store: PieceStore, disciplines: readonly string[] | null) {
    this.#store = store;
    this.#newestName = `newest-${disciplines === null ? 'all' : [...disciplines].sort().join('-')}`;
  }

  /** Null for none. Throws where it cannot be read. */
  async newest(): Promise<Newest | null> {
    const bytes = await this.#store.read(this.#newestName);
    return bytes === null ? null : ((await unpacked(bytes)) as Newest);
  }

  /** Throws when it is not whole. */
  async read({ head: name }: Newest): Promise<Checkpoint> {
    const { checkpoint, pieces, away } = (await this.#piece(name)) as Head;
    const units = new Map<Rsc, UnitSoFar>();
    await someAtOnce(pieces, async ([rsc, piece]) => {
      units.set(rsc, (await this.#piece(piece)) as UnitSoFar);
    });
    const events = new Map<Rsc, EventAway>();
    await someAtOnce(away, async ([event, { said, left }]) => {
      events.set(event, { event, said: await this.#bytes(said), left: await this.#bytes(left) });
    });
    return {
      ...checkpoint,
      competition: withParts(
        checkpoint.competition,
        (rsc) => units.get(rsc) ?? null,
        ({ event }) => events.get(event)!,
      ),
    };
  }

  async #piece(name: string): Promise<unknown> {
    return unpacked(await this.#stored(name));
  }

  /** A piece as it is. Throws where a byte is another one. */
  async #bytes(name: string): Promise<Uint8Array> {
    const bytes = await this.#stored(name);
    proven(bytes);
    if (nameOf(bytes) !== name) throw new Error(`its piece ${name} is another one`);
    return bytes;
  }

  async #stored(name: string): Promise<Uint8Array> {
    const bytes = await this.#store.read(name);
    if (bytes === null) throw new Error(`its piece ${name} is missing`);
    return bytes;
  }

  /**
   * Whether it is for this engine to write: the newest is its own, or whoever wrote it has not gone on since the last look. Throws where the store
   * does not answer: somebody may be writing there.
   */
  async isOurTurn(streamSeq: number): Promise<boolean> {
    const bytes = await this.#store.read(this.#newestName);
    // One that is damaged is as good as none.
    const newest = bytes === null ? null : ((await unpacked(bytes).catch(() => null)) as Newest | null);
    if (newest !== null && newest.head === this.#own) return true;
    this.#written.clear();
    this.#awayPieces = new Map();
    const isWaitedFor = newest !== null && newest.head !== this.#seen;
    this.#seen = newest?.head ?? null;
    return newest === null || (!isWaitedFor && newest.streamSeq < streamSeq);
  }

  isKnown(rsc: Rsc, changes: number): boolean {
    return this.#written.get(rsc)?.changes === changes;
  }

  /** Pieces first, then the head, then its name: whatever comes between, the one before is whole. */
  async write(checkpoint: Checkpoint): Promise<void> {
    const pieces = new Map<Rsc, string>();
    const written = new Map<Rsc, Written>();
    for (const [, { units }] of checkpoint.competition.disciplines)
      for (const { rsc, changes, soFar } of units) {
        const piece = this.isKnown(rsc, changes) ? this.#written.get(rsc)!.piece : await this.#put(soFar);
        pieces.set(rsc, piece);
        written.set(rsc, { changes, piece });
      }
    const away = await this.#putAway(checkpoint.competition);
    const before = await this.#headBefore();
    const competition = withParts(checkpoint.competition, () => null, withoutBytes);
    const head = await this.#put({ checkpoint: { ...checkpoint, competition }, pieces, away } satisfies Head);
    const newest: Newest = { head, streamSeq: checkpoint.streamSeq };
    await this.#store.write(this.#newestName, await packed(newest));
    this.#own = head;
    this.#written = written;
    this.#awayPieces = away;
    const kept = new Set([head, ...namesOf({ pieces, away })]);
    for (const name of before) if (!kept.has(name)) await this.#store.remove(name);
  }

  /** What is packed already is written as it is, and once. */
  async #putAway({ disciplines }: CompetitionSoFar): Promise<Map<Rsc, AwayPieces>> {
    const written = new Set([...this.#awayPieces.values()].flatMap(({ said, left }) => [said, left]));
    const away = new Map<Rsc, AwayPieces>();
    for (const [, { away: events }] of disciplines)
      for (const { event, said, left } of events) {
        for (const bytes of [said, left])
          if (!written.has(nameOf(bytes))) await this.#store.write(nameOf(bytes), bytes);
        away.set(event, { said: nameOf(said), left: nameOf(left) });
      }
    return away;
  }

  async #put(value: unknown): Promise<string> {
    const bytes = await packed(value);
    const name = nameOf(bytes);
    await this.#store.write(name, bytes);
    return name;
  }

  /** What is of no more use once another head is the newest. */
  async #headBefore(): Promise<string[]> {
    try {
      const newest = await this.newest();
      if (newest === null) return [];
      return [newest.head, ...namesOf((await this.#piece(newest.head)) as Head)];
    } catch {
      return [];
    }
  }
}

/** Every piece that is named. */
const namesOf = ({ pieces, away }: Pick<Head, 'pieces' | 'away'>): string[] => [
  ...pieces.values(),
  ...[...away.values()].flatMap(({ said, left }) => [said, left]),
];

async function someAtOnce<T>(all: Iterable<T>, each: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  while (waiting.length > 0) await Promise.all(waiting.splice(0, AT_ONCE).map(each));
}

const NO_BYTES = new Uint8Array(0);

const withoutBytes = ({ event }: EventAway): EventAway => ({ event, said: NO_BYTES, left: NO_BYTES });

const withParts = (
  competition: CompetitionSoFar,
  soFarOf: (rsc: Rsc) => UnitSoFar | null,
  bytesOf: (away: EventAway) => EventAway,
): CompetitionSoFar => ({
  ...competition,
  disciplines: competition.disciplines.map(([code, { units, away, ...about }]) => [
    code,
    {
      ...about,
      units: units.map((unit) => ({ ...unit, soFar: soFarOf(unit.rsc) })),
      away: away.map(bytesOf),
    },
  ]),
});
