import type { KV } from '@nats-io/kv';
import { type Cut, isWithin, wasCut } from '../cut.ts';
import { BrokerError } from '../errors.ts';
import type { Asking } from './asking.ts';
import { CUT_KEY } from './history.ts';
import type { Connected } from './ordered-consumer.ts';
import { VENUE } from './streams.ts';
import { unitSubjects } from './subjects.ts';
import { cutSaid } from './told.ts';

/**
 * What was cut from the stream VENUE: it stands under a key of the bucket REVISIONS before anything is removed. It is of the stream as it was
 * made then: one that was made anew is whole.
 */
export async function cutIn(revisions: KV, venueCreated: string): Promise<Cut | null> {
  const found = await revisions.get(CUT_KEY);
  const said = found === null || found.operation !== 'PUT' ? null : cutSaid(found.value);
  return said?.created === venueCreated ? said.cut : null;
}

export class Cuts {
  readonly #jsm: Connected['jsm'];
  readonly #revisions: KV;
  readonly #asking: Asking;

  constructor({ jsm }: Pick<Connected, 'jsm'>, revisions: KV, asking: Asking) {
    this.#jsm = jsm;
    this.#revisions = revisions;
    this.#asking = asking;
  }

  cut(): Promise<Cut | null> {
    return this.#ask(async () => cutIn(this.#revisions, (await this.#venue()).created));
  }

  /** Whether what stood at an empty place was cut. Behind the end of the stream there was nothing yet, or it is lost. */
  has(place: number): Promise<boolean> {
    return this.#ask(async () => {
      const { created, state } = await this.#venue();
      return place < state.last_seq && wasCut(await cutIn(this.#revisions, created), place);
    });
  }

  /** Says it first: whoever is killed meanwhile leaves nothing that is gone without a word. */
  async make(cut: Cut): Promise<void> {
    await this.#ask(() => this.#say(cut));
    // By subject and not one by one: after a crash a server has single entries again that were deleted. `seq` is the first that stays.
    for (const [unit, place] of Object.entries(cut.units))
      await this.#ask(() => this.#purge(cut, unit, place));
  }

  /** A broker that came back without the word has something else in these places by now. */
  async #purge({ segment, to }: Cut, unit: string, place: number): Promise<void> {
    const { created } = await this.#venue();
    if ((await cutIn(this.#revisions, created))?.segment !== segment)
      throw new BrokerError('NOT_NEXT', 'the broker knows of this cut no more');
    await this.#jsm.streams.purge(VENUE, { filter: unitSubjects(unit), seq: Math.min(place + 1, to) });
  }

  async #say(cut: Cut): Promise<void> {
    const { created } = await this.#venue();
    const previousSeq = (await this.#revisions.get(CUT_KEY))?.revision ?? 0;
    const before = await cutIn(this.#revisions, created);
    if (before !== null && !isWithin(before, cut))
      throw new BrokerError('NOT_NEXT', 'more was cut from VENUE than this cut knows of');
    await this.#revisions.put(CUT_KEY, JSON.stringify({ created, cut }), { previousSeq });
  }

  #venue(): ReturnType<Connected['jsm']['streams']['info']> {
    return this.#jsm.streams.info(VENUE);
  }

  #ask<T>(question: () => Promise<T>): Promise<T> {
    return this.#asking.repeatedly('look what was cut, or cut it', question);
  }
}
