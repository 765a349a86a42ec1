import type { Channel } from '../model/document.ts';
import type { Timing } from '../timing.ts';
import type { Shelf } from './channels/shelf.ts';

const LOOK_MS = 1_000;
/** In a round, in which every channel has its turn once: who was away for longer gets a channel that stood still whole. */
const LOOKS = 60;

/** Lets channels rest that have stood still for a round: most of a competition is over, and is kept as bytes. */
export class Resting {
  readonly #shelf: Shelf;
  readonly #rests: (channel: Channel) => void;
  readonly #stop: () => void;
  #round: Iterator<Channel, unknown>;
  #looks = 0;
  #passed = 0;

  /** `rests` is told in each round, too, in which the channel still rests: somebody may have asked for it meanwhile. */
  constructor(shelf: Shelf, timing: Pick<Timing, 'every'>, rests: (channel: Channel) => void = () => {}) {
    this.#shelf = shelf;
    this.#rests = rests;
    this.#round = shelf.channels();
    this.#stop = timing.every(LOOK_MS, () => this.#look());
  }

  stop(): void {
    this.#stop();
  }

  /** A few channels: to pack them all at once would hold up everybody. */
  #look(): void {
    this.#looks += 1;
    const until = Math.ceil((this.#shelf.size * this.#looks) / LOOKS);
    for (; this.#passed < until; this.#passed += 1) {
      const next = this.#round.next();
      if (next.done === true) break;
      if (this.#shelf.rest(next.value)) this.#rests(next.value);
    }
    if (this.#looks === LOOKS) this.#beginRound();
  }

  #beginRound(): void {
    this.#round = this.#shelf.channels();
    this.#looks = 0;
    this.#passed = 0;
  }
}
