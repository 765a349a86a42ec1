import type { PieceStore } from '../broker/broker.ts';
import type { Checkpoint, CheckpointKeeper } from '../engine/checkpoint.ts';
import type { IsKnown } from '../standings/discipline-tree.ts';
import { Shelf } from './shelf.ts';

/**
 * Checkpoints in several places: inside the broker, where every engine finds them, and in a folder, since those inside go back with
 * the broker's store.
 */
export class Checkpoints implements CheckpointKeeper {
  readonly #shelves: readonly Shelf[];
  #ours: readonly Shelf[] = [];

  /** Of engines that compute these disciplines; null: all. */
  constructor(stores: readonly PieceStore[], disciplines: readonly string[] | null = null) {
    this.#shelves = stores.map((store) => new Shelf(store, disciplines));
  }

  async *found(): AsyncIterable<Checkpoint | Error> {
    const found = await Promise.all(
      this.#shelves.map(async (shelf) => ({ shelf, newest: await orError(shelf.newest()) })),
    );
    const whole = found.flatMap(({ shelf, newest }) =>
      newest === null || newest instanceof Error ? [] : [{ shelf, newest }],
    );
    for (const { newest } of found) if (newest instanceof Error) yield newest;
    whole.sort((one, other) => other.newest.streamSeq - one.newest.streamSeq);
    for (const { shelf, newest } of whole) yield await orError(shelf.read(newest));
  }

  async turn(streamSeq: number): Promise<IsKnown | null> {
    const turns = await Promise.allSettled(this.#shelves.map((shelf) => shelf.isOurTurn(streamSeq)));
    throwWhereAllFailed(turns);
    this.#ours = this.#shelves.filter((_shelf, index) => {
      const turn = turns[index]!;
      return turn.status === 'fulfilled' && turn.value;
    });
    if (this.#ours.length === 0) return null;
    return (rsc, changes) => this.#ours.every((shelf) => shelf.isKnown(rsc, changes));
  }

  async write(checkpoint: Checkpoint): Promise<void> {
    throwWhereAllFailed(await Promise.allSettled(this.#ours.map((shelf) => shelf.write(checkpoint))));
  }
}

/** One place is enough. */
function throwWhereAllFailed(outcomes: readonly PromiseSettledResult<unknown>[]): void {
  const [first] = outcomes;
  if (first?.status === 'rejected' && outcomes.every(({ status }) => status === 'rejected'))
    throw first.reason;
}

const orError = <T>(answer: Promise<T>): Promise<T | Error> =>
  answer.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
