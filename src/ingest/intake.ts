import type { StoredVenueMessage } from '../broker/broker.ts';
import { type Fact, type Origin, originText } from '../model/fact.ts';
import { decodeFact } from './decode.ts';
import { FactPrints, type PrintsSoFar } from './fact-prints.ts';
import { isRejection, type Rejection, rejection } from './rejection.ts';
import { type Came, type Gap, type Noted, Sequence, type SequenceSoFar } from './sequence.ts';
import { DEFAULT_EPOCH } from './wire.ts';

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
  readonly prints: PrintsSoFar;
}

/**
 * One process's way in: decodes each message of the stream, drops second copies, notes holes and
 * counts. A refused fact uses up its number: it came, so it is no hole.
 */
export class Intake {
  readonly #decode: (message: StoredVenueMessage) => Fact | Rejection;
  readonly #sequence = new Sequence();
  readonly #prints = new FactPrints();
  readonly #byCode = new Map<string, number>();
  #facts = 0;
  #duplicates = 0;
  #rejected = 0;

  constructor(decode: (message: StoredVenueMessage) => Fact | Rejection = decodeFact) {
    this.#decode = decode;
  }

  take(message: StoredVenueMessage): Taken {
    return this.#sort(this.#decode(message), message.venue);
  }

  /** The same for what is decoded already (a feed file). */
  takeDecoded(decoded: Fact | Rejection): Taken {
    return this.#sort(decoded, null);
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
    return { ...this.counts(), came: this.#sequence.soFar, prints: this.#prints.soFar };
  }

  takeUp({ facts, duplicates, rejected, byCode, came, prints }: IntakeSoFar): void {
    this.#sequence.takeUp(came);
    this.#prints.takeUp(prints);
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

  /** See `Sequence.hasComeTo`. */
  hasComeTo(source: string, epoch: string, seq: number): boolean {
    return this.#sequence.hasComeTo(source, epoch, seq);
  }

  /** How many numbers are missing of all sources. */
  get missing(): number {
    return this.openGaps().reduce((sum, { from, to }) => sum + to - from + 1, 0);
  }

  #sort(decoded: Fact | Rejection, venue: string | null): Taken {
    const origin = isRejection(decoded) ? decoded.origin : decoded;
    if (origin !== null && this.#isOfAnother(origin.source, venue))
      return this.#refuse(ofAnother(origin, venue));
    if (isRejection(decoded)) return this.#refuse(decoded);
    const noted = this.#sequence.note(decoded);
    if (noted.duplicate)
      return this.#prints.isAnother(decoded, decoded)
        ? this.#refuse(numberTwice(decoded))
        : this.#drop(decoded);
    this.#prints.note(decoded, decoded);
    if (venue !== null) this.#sequence.belongsTo(decoded.source, venue);
    this.#facts += 1;
    return { outcome: 'fact', fact: decoded, noted: this.#lostBy(decoded) ?? noted };
  }

  /** What an engine has said that the broker lost of a source. */
  #lostBy(fact: Fact): Noted | null {
    if (fact.kind !== 'link' || fact.content.seq === undefined) return null;
    const { source, epoch = DEFAULT_EPOCH, seq } = fact.content;
    return this.#sequence.cameTo({ source, epoch, seq });
  }

  /** A source belongs to the venue that said its first fact: the stream decides, for all engines alike (F7). */
  #isOfAnother(source: string, venue: string | null): boolean {
    const owner = this.#sequence.venueOf(source);
    return venue !== null && owner !== null && owner !== venue;
  }

  #refuse(refused: Rejection): Taken {
    const { origin } = refused;
    const noted = origin === null ? null : this.#sequence.note(origin);
    if (origin !== null && noted?.duplicate === true && !this.#prints.isAnother(origin, null))
      return this.#drop(origin);
    if (origin !== null && noted?.duplicate === false) this.#prints.note(origin, null);
    this.countRejection(refused.code);
    return { outcome: 'rejected', rejection: refused, noted };
  }

  #drop({ source, epoch, seq }: Origin): Taken {
    this.#duplicates += 1;
    return { outcome: 'duplicate', origin: { source, epoch, seq } };
  }
}

/** No number of the source is used up by it: that is its own venue's to say. */
const ofAnother = (origin: Origin, venue: string | null): Rejection =>
  rejection(
    'WRONG_VENUE',
    `${originText(origin)} came from ${venue}, and ${origin.source} is of another venue`,
  );

/** What came first under the number stands (D4). */
const numberTwice = (origin: Origin): Rejection =>
  rejection('NUMBER_TWICE', `${originText(origin)} was said before, and it was another fact`);
