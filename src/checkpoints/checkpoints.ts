import type { PieceStore } from '../broker/broker.ts';
import type { Checkpoint, CheckpointKeeper } from '../engine/checkpoint.ts';
import type { IsKnown } from '../standings/discipline-tree.ts';
import { Shelf } from './shelf.ts';

/**
 * Checkpoints in several places: inside the broker, where every engine finds them, and in a folder, since those inside go back with
 * the broker's store.
 */
export class Checkpoints implements CheckpointKeeper {
  readonly #stores: readonly PieceStore[];
  #shelves: readonly Shelf[] = [];
  #ours: readonly Shelf[] = [];

  constructor(stores: readonly PieceStore[]) {
    this.#stores = stores;
  }

  async *found(disciplines: readonly string[] | null): AsyncIterable<Checkpoint | Error> {
    const found = await Promise.all(
      this.#shelvesOf(disciplines).map(async (shelf) => ({ shelf, newest: await orError(shelf.newest()) })),
    );
    const whole = found.flatMap(({ shelf, newest }) =>
      newest === null || newest instanceof Error ? [] : [{ shelf, newest }],
    );
    for (const { newest } of found) if (newest instanceof Error) yield newest;
    whole.sort((one, other) => other.newest.streamSeq - one.newest.streamSeq);
    for (const { shelf, newest } of whole) yield await orError(shelf.read(newest));
  }

  async turn(disciplines: readonly string[] | null, streamSeq: number): Promise<IsKnown | null> {
    const shelves = this.#shelvesOf(disciplines);
    const turns = await Promise.all(shelves.map((shelf) => shelf.isOurTurn(streamSeq).catch(() => false)));
    this.#ours = shelves.filter((_shelf, index) => turns[index]);
    if (this.#ours.length === 0) return null;
    return (rsc, changes) => this.#ours.every((shelf) => shelf.isKnown(rsc, changes));
  }

  async write(checkpoint: Checkpoint): Promise<void> {
    const written = await Promise.allSettled(this.#ours.map((shelf) => shelf.write(checkpoint)));
    const failed = written.find(({ status }) => status === 'rejected');
    if (failed !== undefined && written.every(({ status }) => status === 'rejected'))
      throw (failed as PromiseRejectedResult).reason;
  }

  #shelvesOf(disciplines: readonly string[] | null): readonly Shelf[] {
    if (this.#shelves.length === 0)
      this.#shelves = this.#stores.map((store) => new Shelf(store, disciplines));
    return this.#shelves;
  }
}

const orError = <T>(answer: Promise<T>): Promise<T | Error> =>
  answer.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
