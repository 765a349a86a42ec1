import type { Broker } from '../broker/broker.ts';
import { factText, isStanding } from '../broker/standing-fact.ts';
import type { ProgramLog } from '../program-log.ts';
import type { IsKnown } from '../standings/discipline-tree.ts';
import type { Checkpoint, CheckpointKeeper } from './checkpoint.ts';
import type { ResultOutlet } from './result-outlet.ts';

/** What a checkpoint is held against before it is used. */
export interface Present {
  readonly broker: Pick<Broker, 'factAt'>;
  readonly outlet: ResultOutlet;
  readonly epoch: string;
  /** Where VENUE ends. */
  readonly lastFactSeq: number;
}

/**
 * Finds the checkpoint to go on from, and writes new ones. One that does not lead to what was published, or is of other rules, another
 * history, or facts that the broker does not have, is told of and not used: the engine reads everything.
 */
export class CheckpointDesk {
  readonly #keeper: CheckpointKeeper;
  readonly #log: ProgramLog;
  #isWriting = false;
  /** The place in VENUE of the newest one that is known to be kept, and the engine's time of that. */
  #kept: { readonly streamSeq: number; readonly atMs: number } | null = null;
  #refused = 0;

  constructor(keeper: CheckpointKeeper, log: ProgramLog) {
    this.#keeper = keeper;
    this.#log = log;
  }

  /** Checkpoints that were found and not used. */
  get refused(): number {
    return this.#refused;
  }

  /** How long ago this engine's checkpoint was known to hold everything; null: there is none. */
  ageMs(nowMs: number): number | null {
    return this.#kept === null ? null : nowMs - this.#kept.atMs;
  }

  /** `takeUp` throws when the checkpoint does not lead to what was published. Null when there is none that is good. */
  async goOn<T>(present: Present, nowMs: number, takeUp: (from: Checkpoint) => T): Promise<T | null> {
    for await (const found of this.#keeper.found()) {
      const objection = found instanceof Error ? found.message : await objectionTo(found, present);
      if (objection !== null) this.#refuse(objection);
      else {
        try {
          const taken = takeUp(found as Checkpoint);
          const { streamSeq } = found as Checkpoint;
          this.#kept = { streamSeq, atMs: nowMs };
          this.#log.info({ code: 'CHECKPOINT_USED', streamSeq }, 'goes on from a checkpoint');
          return taken;
        } catch (error) {
          this.#refuse(error instanceof Error ? error.message : String(error));
        }
      }
    }
    return null;
  }

  #refuse(why: string): void {
    this.#refused += 1;
    this.#log.warn({ code: 'CHECKPOINT_NOT_USED', why }, 'a checkpoint is not used');
  }

  /**
   * Writes one when there is anything new and it is for this engine to do. `take` puts the engine down as it stands; what that has led
   * to is stored when `settled` resolves: a checkpoint never holds what nobody has published.
   */
  async write(
    { streamSeq, nowMs }: { readonly streamSeq: number; readonly nowMs: number },
    take: (isKnown: IsKnown) => Checkpoint | null,
    settled: () => Promise<void>,
  ): Promise<void> {
    if (this.#isWriting) return;
    // Before the first fact there is nothing to put down.
    if ((this.#kept?.streamSeq ?? 0) === streamSeq) {
      this.#kept = { streamSeq, atMs: nowMs };
      return;
    }
    this.#isWriting = true;
    try {
      const isKnown = await this.#keeper.turn(streamSeq);
      if (isKnown === null) {
        this.#kept = { streamSeq: this.#kept?.streamSeq ?? 0, atMs: nowMs };
        return;
      }
      const checkpoint = take(isKnown);
      if (checkpoint === null) return;
      await settled();
      await this.#keeper.write(checkpoint);
      this.#kept = { streamSeq: checkpoint.streamSeq, atMs: nowMs };
    } catch (error) {
      this.#log.warn(
        { code: 'CHECKPOINT_NOT_WRITTEN', error: String(error) },
        'a checkpoint could not be written',
      );
    } finally {
      this.#isWriting = false;
    }
  }
}

async function objectionTo(found: Checkpoint, present: Present): Promise<string | null> {
  const { epoch, streamSeq, lastFact, competition } = found;
  if (epoch !== present.epoch) return `it is of the epoch ${epoch}, and this engine's is ${present.epoch}`;
  if (streamSeq > present.lastFactSeq)
    return `it ends at fact ${streamSeq}, and VENUE at ${present.lastFactSeq}`;
  const there = await present.broker.factAt(streamSeq);
  if (!isStanding(there, lastFact))
    return `it ends with fact ${factText(lastFact)}, and at ${streamSeq} there is ${factText(there)}`;
  return present.outlet.objectionTo(competition.documents);
}
