import type { StoredVenueMessage } from '../broker/broker.ts';
import type { Fact, Origin } from '../model/fact.ts';
import { decodeFact } from './decode.ts';
import { isRejection, type Rejection } from './rejection.ts';
import { type Came, type Gap, type Noted, Sequence, type SequenceSoFar } from './sequence.ts';

/** What became of one message. `noted` is null where the sender's number could not be read. */
export type Taken =
  | { readonly outcome: 'fact'; readonly fact: Fact; readonly noted: Noted }
  | { readonly outcome: 'rejected'; readonly rejection: Rejection; readonly noted: Noted | null }
  | { readonly outcome: 'duplicate'; readonly origin: Origin };

export interface IntakeCounts {
  readonly facts: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly byCode: ReadonlyMap<string, number>;
}

/** What has come and was counted; to be copied before the next message is taken. */
export interface IntakeSoFar extends IntakeCounts {
  readonly came: SequenceSoFar;
}

/**
 * One process's way in: decodes each message of the stream, drops second copies, notes holes and
 * counts. A refused fact uses up its number: it came, so it is no hole.
 */
export class Intake {
  readonly #decode: (message: StoredVenueMessage) => Fact | Rejection;
  readonly #sequence = new Sequence();
  readonly #byCode = new Map<string, number>();
  #facts = 0;
  #duplicates = 0;
  #rejected = 0;

  constructor(decode: (message: StoredVenueMessage) => Fact | Rejection = decodeFact) {
    this.#decode = decode;
  }

  take(message: StoredVenueMessage): Taken {
    return this.#sort(this.#decode(message));
  }

  /** The same for what is decoded already (a feed file). */
  takeDecoded(decoded: Fact | Rejection): Taken {
    return this.#sort(decoded);
  }

  /** Counts a fact that was refused further on, by the ledger or a rule module. */
  countRejection(code: string): void {
    this.#rejected += 1;
    this.#byCode.set(code, (this.#byCode.get(code) ?? 0) + 1);
  }

  counts(): IntakeCounts {
    return {
      facts: this.#facts,
      duplicates: this.#duplicates,
      rejected: this.#rejected,
      byCode: new Map(this.#byCode),
    };
  }

  get soFar(): IntakeSoFar {
    return { ...this.counts(), came: this.#sequence.soFar };
  }

  takeUp({ facts, duplicates, rejected, byCode, came }: IntakeSoFar): void {
    this.#sequence.takeUp(came);
    this.#facts = facts;
    this.#duplicates = duplicates;
    this.#rejected = rejected;
    for (const [code, count] of byCode) this.#byCode.set(code, count);
  }

  /** The newest epoch of each source. */
  newest(): Iterable<readonly [source: string, epoch: string]> {
    return this.#sequence.newest();
  }

  openGaps(): Gap[] {
    return this.#sequence.openGaps();
  }

  /** See `Sequence.came`. */
  came(source: string, epoch: string): Came {
    return this.#sequence.came(source, epoch);
  }

  /** See `Sequence.giveUp`. */
  giveUp(source: string, epoch: string): void {
    this.#sequence.giveUp(source, epoch);
  }

  #sort(decoded: Fact | Rejection): Taken {
    if (isRejection(decoded)) return this.#refuse(decoded);
    const noted = this.#sequence.note(decoded);
    if (noted.duplicate) return this.#drop(decoded);
    this.#facts += 1;
    return { outcome: 'fact', fact: decoded, noted };
  }

  #refuse(rejection: Rejection): Taken {
    const noted = rejection.origin === null ? null : this.#sequence.note(rejection.origin);
    if (noted?.duplicate) return this.#drop(rejection.origin!);
    this.countRejection(rejection.code);
    return { outcome: 'rejected', rejection, noted };
  }

  #drop({ source, epoch, seq }: Origin): Taken {
    this.#duplicates += 1;
    return { outcome: 'duplicate', origin: { source, epoch, seq } };
  }
}
