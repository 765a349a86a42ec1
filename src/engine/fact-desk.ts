import type { RejectionMessage, StoredVenueMessage } from '../broker/broker.ts';
import type { Intake } from '../ingest/intake.ts';
import type { Rejection } from '../ingest/rejection.ts';
import type { Noted } from '../ingest/sequence.ts';
import type { Fact, Origin } from '../model/fact.ts';
import { disciplineOf, GENERAL } from '../model/rsc.ts';
import type { Competition, CompetitionTaken } from '../standings/competition.ts';
import type { Version } from '../versions/versioned.ts';

/** What is made of facts, as a function of them: a simulation makes it once for all of its engines. */
export interface FactCore {
  decode(message: StoredVenueMessage): Fact | Rejection;
  competition(epoch: string): FoldedCompetition;
}

/** One that several share cannot be put down. */
type FoldedCompetition = Pick<Competition, 'take' | 'stopped'> &
  Partial<Pick<Competition, 'soFar' | 'takeUp' | 'memory'>>;

/** What one message led to. */
export interface FactOutcome {
  /** Whose number is used up, also by a fact that was refused or a second copy; null where it could not be read, or is for others to fold. */
  readonly origin: Origin | null;
  /** Who was said, whoever folds it; null for a second copy and where it could not be read. */
  readonly said: Fact | Origin | null;
  readonly gap: 'OPENED' | 'CLOSED' | null;
  readonly versions: readonly Version[];
  readonly rejections: readonly RejectionMessage[];
}

const NOTHING: FactOutcome = { origin: null, said: null, gap: null, versions: [], rejections: [] };

/**
 * From a stored message to new versions: decode, de-duplicate, fold. A refused fact becomes a
 * rejection with its bytes; where a rule throws, that unit stands still and no other (D14).
 */
export class FactDesk {
  readonly #intake: Intake;
  readonly #competition: FoldedCompetition;
  /** Units that were told of when they stopped, and still stand. */
  #stopped: ReadonlySet<string> = new Set();
  readonly #disciplines: ReadonlySet<string> | null;
  readonly #onStop: (unit: string, error: unknown) => void;

  /**
   * `disciplines`: only facts of these are folded, and those of the competition itself. The others are read all the same, because numbers
   * run over all facts of a source: leaving some out would look like holes.
   */
  constructor(options: {
    intake: Intake;
    competition: FoldedCompetition;
    disciplines: readonly string[] | null;
    onStop: (unit: string, error: unknown) => void;
  }) {
    this.#intake = options.intake;
    this.#competition = options.competition;
    this.#disciplines = options.disciplines === null ? null : new Set(options.disciplines);
    this.#onStop = options.onStop;
  }

  get stoppedUnits(): readonly string[] {
    return [...this.#stopped];
  }

  take(message: StoredVenueMessage): FactOutcome {
    const taken = this.#intake.take(message);
    // Who sent it twice is told once more how far it is processed.
    if (taken.outcome === 'duplicate')
      return { ...NOTHING, origin: this.#isForOthers(message.unit) ? null : taken.origin };
    if (taken.outcome === 'rejected') {
      const { code, message: text, origin } = taken.rejection;
      const rejections = [rejectionOf(message, code, text)];
      return { ...NOTHING, origin, said: origin, gap: gapOf(taken.noted), rejections };
    }
    const { fact, noted } = taken;
    if (this.#isForOthers(fact.unit)) return { ...NOTHING, said: fact, gap: gapOf(noted) };
    const { versions, refusals } = this.#fold(fact);
    const rejections = refusals.map((refusal) => this.#refuse(message, refusal.code, refusal.message));
    return { origin: fact, said: fact, gap: gapOf(noted), versions, rejections };
  }

  /** What is about no discipline is for everybody. */
  #isForOthers(unit: string): boolean {
    return this.#disciplines?.has(disciplineOf(unit)) === false && unit !== '' && unit !== GENERAL;
  }

  /** What was thrown is told once for each unit that stops; a fact that mends it sets it going again. */
  #fold(fact: Fact): CompetitionTaken {
    const taken = this.#competition.take(fact);
    for (const { unit, error } of taken.faults) if (!this.#stopped.has(unit)) this.#onStop(unit, error);
    if (this.#stopped.size > 0 || taken.faults.length > 0) this.#stopped = new Set(this.#competition.stopped);
    return taken;
  }

  #refuse(message: StoredVenueMessage, code: string, text: string): RejectionMessage {
    this.#intake.countRejection(code);
    return rejectionOf(message, code, text);
  }
}

function gapOf(noted: Noted | null): FactOutcome['gap'] {
  if (noted === null) return null;
  if (noted.opened !== null) return 'OPENED';
  return noted.closed !== null && noted.complete ? 'CLOSED' : null;
}

function rejectionOf(
  { venue, unit, contentType, streamSeq, data }: StoredVenueMessage,
  code: string,
  message: string,
): RejectionMessage {
  return { code, message, venue, unit, contentType, venueStreamSeq: streamSeq, data };
}
