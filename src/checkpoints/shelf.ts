import type { PieceStore } from '../broker/broker.ts';
import type { Checkpoint } from '../engine/checkpoint.ts';
import type { Rsc } from '../model/rsc.ts';
import type { CompetitionSoFar } from '../standings/competition.ts';
import type { UnitSoFar } from '../standings/unit-field.ts';
import { nameOf, packed, unpacked } from './packed.ts';

/** A checkpoint whose units are pieces of their own: those that did not change are not written again. */
interface Head {
  readonly checkpoint: Checkpoint;
  readonly pieces: ReadonlyMap<Rsc, string>;
}

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
  /** As it was last seen here. */
  #seen: string | null = null;
  #own: string | null = null;

  constructor(store: PieceStore, disciplines: readonly string[] | null) {
    this.#store = store;
    this.#newestName = `newest-${disciplines === null ? 'all' : [...disciplines].sort().join('-')}`;
  }

  /** Null for none. */
  async newest(): Promise<Newest | null> {
    const bytes = await this.#store.read(this.#newestName);
    return bytes === null ? null : ((await unpacked(bytes)) as Newest);
  }

  /** Throws when it is not whole. */
  async read({ head: name }: Newest): Promise<Checkpoint> {
    const { checkpoint, pieces } = (await this.#piece(name)) as Head;
    const units = new Map<Rsc, UnitSoFar>();
    const all = [...pieces];
    for (let from = 0; from < all.length; from += AT_ONCE)
      await Promise.all(
        all.slice(from, from + AT_ONCE).map(async ([rsc, piece]) => {
          units.set(rsc, (await this.#piece(piece)) as UnitSoFar);
        }),
      );
    return { ...checkpoint, competition: withUnits(checkpoint.competition, (rsc) => units.get(rsc) ?? null) };
  }

  async #piece(name: string): Promise<unknown> {
    const bytes = await this.#store.read(name);
    if (bytes === null) throw new Error(`its piece ${name} is missing`);
    return unpacked(bytes);
  }

  /** Whether it is for this engine to write: the newest is its own, or whoever wrote it has not gone on since the last look. */
  async isOurTurn(streamSeq: number): Promise<boolean> {
    const newest = await this.newest().catch(() => null);
    if (newest !== null && newest.head === this.#own) return true;
    this.#written.clear();
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
    const before = await this.#headBefore();
    const competition = withUnits(checkpoint.competition, () => null);
    const head = await this.#put({ checkpoint: { ...checkpoint, competition }, pieces } satisfies Head);
    const newest: Newest = { head, streamSeq: checkpoint.streamSeq };
    await this.#store.write(this.#newestName, await packed(newest));
    this.#own = head;
    this.#written = written;
    const kept = new Set([head, ...pieces.values()]);
    for (const name of before) if (!kept.has(name)) await this.#store.remove(name);
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
      const { pieces } = (await this.#piece(newest.head)) as Head;
      return [newest.head, ...pieces.values()];
    } catch {
      return [];
    }
  }
}

const withUnits = (
  competition: CompetitionSoFar,
  soFarOf: (rsc: Rsc) => UnitSoFar | null,
): CompetitionSoFar => ({
  ...competition,
  disciplines: competition.disciplines.map(([code, { units, ...about }]) => [
    code,
    { ...about, units: units.map((unit) => ({ ...unit, soFar: soFarOf(unit.rsc) })) },
  ]),
});
