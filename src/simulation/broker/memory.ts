import { Doubt } from '../../broker/doubt.ts';
import { BrokerError } from '../../broker/errors.ts';
import { LastKnown } from '../../broker/last-known.ts';
import { LOOKING } from '../../broker/loss.ts';
import type { Instant } from '../../model/fact.ts';
import type { ModelServer } from './server.ts';
import { COMPARED, type ComparedName } from './store.ts';
import type { Way } from './way.ts';

/** What is stored again is another entry. */
interface Seen {
  readonly at: number;
  readonly entry: object | undefined;
}

/** In these an entry goes only when the oldest go. In a bucket it goes when its key is written again. */
const APPENDED: ReadonlySet<ComparedName> = new Set(['facts', 'results']);

/** What a program knows of the broker's store, held against what is there: the same question, at the same times, as over NATS. */
export class ModelMemory {
  readonly #server: ModelServer;
  readonly #way: Way;
  readonly #known: ReadonlyMap<ComparedName, LastKnown<Seen>> = new Map(
    COMPARED.map((name) => [name, new LastKnown<Seen>()]),
  );
  readonly #doubt = new Doubt();
  #createdAt: Instant = 0;
  #historyBegan: Instant = 0;
  #isComparing = false;

  constructor(server: ModelServer, way: Way) {
    this.#server = server;
    this.#way = way;
    this.#begin();
  }

  get historyBegan(): Instant {
    return this.#historyBegan;
  }

  get isInDoubt(): boolean {
    return this.#doubt.isThere;
  }

  /** The connection broke: what came before may be lost, and what comes after it may stand in its place. */
  interrupted(): void {
    this.#doubt.interrupted();
    for (const known of this.#known.values()) known.doubt();
  }

  /** An entry was read, or acknowledged. */
  saw(name: ComparedName, at: number, entry: object | undefined): void {
    this.#known.get(name)!.saw({ at, entry });
  }

  /** Whether something that it knows of is not there. */
  get misses(): boolean {
    return [...this.#known].some(([name, known]) =>
      known.inQuestion().entries.some((seen) => this.#isLost(name, seen)),
    );
  }

  /** Whether the broker has lost something, or somebody else has found so. From then on there is a newer history. */
  async compare(isOver: () => boolean): Promise<boolean> {
    if (this.#isComparing) return false;
    this.#isComparing = true;
    try {
      for (let times = 1; times <= LOOKING.timesInARow; times += 1) {
        if ((await this.#untilAnswered(() => this.#lookAround(), isOver)) !== true) return false;
        if (times < LOOKING.timesInARow) await this.#way.pause(LOOKING.againMs);
      }
      const known = this.#historyBegan;
      const began = await this.#untilAnswered(() => this.#server.beginHistory(known), isOver);
      // Over before it was begun: what was there is still known, and the loss is found again.
      if (began === undefined) return false;
      this.#begin();
      return true;
    } finally {
      this.#isComparing = false;
    }
  }

  async #untilAnswered<T>(question: () => T, isOver: () => boolean): Promise<T | undefined> {
    while (!isOver()) {
      try {
        return await this.#way.ask(question);
      } catch (error) {
        if (!(error instanceof BrokerError)) throw error;
        await this.#way.pause(LOOKING.againMs);
      }
    }
    return undefined;
  }

  #lookAround(): boolean {
    const looked = this.#doubt.looking();
    const isLost = this.#look();
    looked(isLost);
    return isLost;
  }

  #look(): boolean {
    const { store } = this.#server;
    if (store.createdAt !== this.#createdAt || store.historyBegan > this.#historyBegan) return true;
    for (const [name, known] of this.#known) {
      const { entries, confirmed } = known.inQuestion();
      if (entries.some((seen) => this.#isLost(name, seen))) return true;
      confirmed();
      this.#know(name);
    }
    return false;
  }

  #isLost(name: ComparedName, { at, entry }: Seen): boolean {
    const stream = this.#server.store[name];
    if (at === 0 || at <= this.#server.store.droppedOf(name)) return false;
    if (stream.lastSeq < at) return true;
    const there = stream.entryAt(at);
    if (there !== undefined) return there !== entry;
    return APPENDED.has(name) && !(name === 'facts' && this.#server.store.isCut(at));
  }

  #begin(): void {
    const { store } = this.#server;
    for (const [name, known] of this.#known) {
      known.goBackTo(null);
      this.#know(name);
    }
    this.#createdAt = store.createdAt;
    this.#historyBegan = store.historyBegan;
  }

  #know(name: ComparedName): void {
    const stream = this.#server.store[name];
    this.saw(name, stream.lastSeq, stream.entryAt(stream.lastSeq));
  }
}
