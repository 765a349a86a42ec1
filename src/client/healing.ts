import type { Channel } from '../model/document.ts';
import type { After } from './edge-connection.ts';

/** What is missing in a channel of mode `every`, and who may have it. */
export interface Patient {
  readonly hasHole: boolean;
  /** The edge has not said that it cannot give what comes next. */
  canAsk(edge: number): boolean;
}

export interface HealingHost {
  patient(channel: Channel): Patient | null;
  /** Edges that the channel is followed on now. */
  live(): readonly number[];
  /** Edges that are gone and will be tried again. */
  readonly hasAbsent: boolean;
  /** Subscribes anew at this edge, from where the caller stands. */
  askAgain(channel: Channel, edge: number): void;
  giveUp(channel: Channel): void;
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
  readonly #host: HealingHost;
  readonly #after: After;
  readonly #cases = new Map<Channel, Case>();

  constructor(host: HealingHost, after: After) {
    this.#host = host;
    this.#after = after;
  }

  /** Something about the channel, or about the edges, has changed. */
  check(channel: Channel): void {
    const patient = this.#host.patient(channel);
    if (patient === null || !patient.hasHole) {
      this.#end(channel);
      return;
    }
    const open = this.#cases.get(channel);
    if (this.#askable(patient).length > 0) {
      if (open?.kind !== 'asking') this.#ask(channel, 0);
    } else if (!this.#host.hasAbsent) this.#giveUp(channel);
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
    const first = this.#host.live().length > 1 ? FIRST_MS : 0;
    this.#open(channel, 'asking', rounds, rounds === 0 ? first : AGAIN_MS, () => {
      const patient = this.#host.patient(channel);
      const askable = patient === null ? [] : this.#askable(patient);
      const edge = askable[rounds % Math.max(1, askable.length)];
      if (patient?.hasHole === true && edge !== undefined) {
        this.#host.askAgain(channel, edge);
        this.#ask(channel, rounds + 1);
      } else {
        this.#end(channel);
        this.check(channel);
      }
    });
  }

  #outOfPatience(channel: Channel): void {
    const patient = this.#host.patient(channel);
    if (patient?.hasHole === true && this.#askable(patient).length === 0) this.#giveUp(channel);
    else {
      this.#end(channel);
      this.check(channel);
    }
  }

  #giveUp(channel: Channel): void {
    this.#end(channel);
    this.#host.giveUp(channel);
  }

  #askable(patient: Patient): number[] {
    return this.#host.live().filter((edge) => patient.canAsk(edge));
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
