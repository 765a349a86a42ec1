import type { Channel } from '../model/document.ts';
import type { After } from './edge-connection.ts';
import type { EdgeSession } from './edge-session.ts';
import type { EveryDocuments } from './every-documents.ts';
import type { EveryOrder, Shown } from './every-order.ts';

/** Where missing versions may come from, and where they go. */
export interface Sources {
  readonly edges: readonly EdgeSession[];
  readonly every: EveryDocuments;
  /** Asks the edge to go on from where the caller stands. */
  readonly ask: (channel: Channel, edge: number) => void;
  /** What can be shown although something is missing. */
  readonly show: (channel: Channel, shown: readonly Shown[]) => void;
}

/** Another edge gets so long to bring what is missing before anybody is asked for it. */
const FIRST_MS = 250;
/** Between one question and the next. */
const AGAIN_MS = 2_000;
/** How long an edge that is gone is waited for when no other one can help. */
const PATIENCE_MS = 10_000;

interface Case {
  readonly kind: 'asking' | 'patience';
  readonly rounds: number;
  readonly stop: () => void;
}

/**
 * Closes holes in mode `every`: waits a moment for the other edges, asks one edge after the other to begin again where
 * the caller stands, and gives up only when all of them have said that they cannot.
 */
export class Healing {
  readonly #sources: Sources;
  readonly #after: After;
  readonly #cases = new Map<Channel, Case>();

  constructor(sources: Sources, after: After) {
    this.#sources = sources;
    this.#after = after;
  }

  /** Something about the channel, or about the edges, has changed. */
  check(channel: Channel): void {
    const order = this.#withHole(channel);
    if (order === null) {
      this.#end(channel);
      return;
    }
    const open = this.#cases.get(channel);
    if (this.#askable(order).length > 0) {
      if (open?.kind !== 'asking') this.#ask(channel, 0);
    } else if (!this.#hasAbsent()) this.#giveUp(channel);
    else if (open?.kind !== 'patience')
      this.#open(channel, 'patience', 0, PATIENCE_MS, () => this.#outOfPatience(channel));
  }

  checkAll(): void {
    for (const channel of [...this.#cases.keys()]) this.check(channel);
  }

  stop(): void {
    for (const channel of [...this.#cases.keys()]) this.#end(channel);
  }

  #ask(channel: Channel, rounds: number): void {
    const first = this.#ready().length > 1 ? FIRST_MS : 0;
    this.#open(channel, 'asking', rounds, rounds === 0 ? first : AGAIN_MS, () => {
      const order = this.#withHole(channel);
      const askable = order === null ? [] : this.#askable(order);
      const edge = askable[rounds % Math.max(1, askable.length)];
      if (edge !== undefined) {
        this.#sources.ask(channel, edge);
        this.#ask(channel, rounds + 1);
      } else {
        this.#end(channel);
        this.check(channel);
      }
    });
  }

  #outOfPatience(channel: Channel): void {
    const order = this.#withHole(channel);
    if (order !== null && this.#askable(order).length === 0) this.#giveUp(channel);
    else {
      this.#end(channel);
      this.check(channel);
    }
  }

  #giveUp(channel: Channel): void {
    this.#end(channel);
    const shown = this.#withHole(channel)?.giveUp() ?? [];
    this.#sources.show(channel, shown);
    if (shown.length > 0) this.check(channel);
  }

  #withHole(channel: Channel): EveryOrder | null {
    const order = this.#sources.every.get(channel);
    return order?.hasHole === true ? order : null;
  }

  #askable(order: EveryOrder): number[] {
    return this.#ready().filter((edge) => order.canAsk(edge));
  }

  /** Edges that can be asked now. */
  #ready(): number[] {
    const { edges } = this.#sources;
    return [...edges.keys()].filter((edge) => edges[edge]!.isReady);
  }

  /** Edges that are gone and will be tried again. */
  #hasAbsent(): boolean {
    return this.#sources.edges.some(({ isReady, connection }) => !isReady && !connection.isOver);
  }

  #open(channel: Channel, kind: Case['kind'], rounds: number, ms: number, run: () => void): void {
    this.#end(channel);
    this.#cases.set(channel, { kind, rounds, stop: this.#after(ms, run) });
  }

  #end(channel: Channel): void {
    this.#cases.get(channel)?.stop();
    this.#cases.delete(channel);
  }
}
