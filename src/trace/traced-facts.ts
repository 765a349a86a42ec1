import type { StoredVenueMessage } from '../broker/broker.ts';
import { FactDesk } from '../engine/fact-desk.ts';
import { decodeFact } from '../ingest/decode.ts';
import { Intake } from '../ingest/intake.ts';
import type { Rejection } from '../ingest/rejection.ts';
import { competitorOf, UNIT_WIDE } from '../ledger/change.ts';
import type { FactStand } from '../ledger/fact-stand.ts';
import { originOfRelease, originOfVoid } from '../ledger/origins.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import { type Fact, type FactKind, originText } from '../model/fact.ts';
import type { Rsc } from '../model/rsc.ts';
import type { Sport } from '../rules/contract.ts';
import { isWithin } from '../standings/arrangements.ts';
import { Competition } from '../standings/competition.ts';

/** A fact that may be behind a row, as it stands now. */
export interface StoredFact {
  readonly message: StoredVenueMessage;
  /** Null where it could not be read. */
  readonly fact: Fact | null;
  readonly stand: FactStand | { readonly state: 'SAID' };
  /** Why it was refused or held when it came; null where it was not. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

interface Kept {
  readonly message: StoredVenueMessage;
  readonly fact: Fact | null;
  readonly refusal: StoredFact['refusal'];
}

/** They speak of another fact. */
const OF_FACTS: ReadonlySet<FactKind> = new Set(['void', 'release']);

/**
 * What facts lead to, as every engine computes it, and of those that may be behind one competitor's row how each of them stands. Facts come
 * in the order of VENUE, from the first on.
 */
export class TracedFacts {
  readonly competitor: string;
  readonly #channel: Channel;
  readonly #unit: Rsc;
  readonly #competition: Competition;
  readonly #desk: FactDesk;
  readonly #kept: Kept[] = [];
  #document: Document | null = null;

  constructor(options: {
    channel: Channel;
    competitor: string;
    sports: Iterable<Sport>;
    /** By default that of engines. */
    decode?: (message: StoredVenueMessage) => Fact | Rejection;
  }) {
    const { channel, competitor, sports, decode = decodeFact } = options;
    this.#channel = channel;
    this.#unit = channel.split('/')[0]!;
    this.competitor = competitor;
    this.#competition = new Competition({ epoch: 'trace', sports });
    this.#desk = new FactDesk({
      intake: new Intake(decode),
      competition: this.#competition,
      disciplines: null,
      onStop: () => {},
    });
  }

  /** The document as it stands; null where there is none yet. */
  get document(): Document | null {
    return this.#document;
  }

  take(message: StoredVenueMessage): void {
    const { said, versions, rejections } = this.#desk.take(message);
    const refusal = rejections.find(({ venueStreamSeq }) => venueStreamSeq === message.streamSeq) ?? null;
    const fact = said !== null && 'kind' in said ? said : null;
    if (this.#mayBeBehind(message, fact)) this.#kept.push({ message, fact, refusal });
    for (const { document } of versions)
      if (channelOf(document.header) === this.#channel) this.#document = document;
  }

  /** Of what may be behind the row, in the order in which it came. */
  facts(): StoredFact[] {
    const spokenOf = new Set(this.#kept.flatMap(({ fact }) => (fact === null ? [] : [originText(fact)])));
    return this.#kept
      .filter(({ fact }) => {
        const target = fact === null ? null : targetOf(fact);
        return target === null || spokenOf.has(target);
      })
      .map((kept) => ({ ...kept, stand: this.#standOf(kept.fact) }));
  }

  /** The fact that took a withdrawn one out, or let a held one through; null for none. */
  wordOn({ fact }: StoredFact, kind: 'void' | 'release'): Fact | null {
    if (fact === null) return null;
    return (
      this.#kept.find((each) => each.fact?.kind === kind && targetOf(each.fact) === originText(fact))?.fact ??
      null
    );
  }

  #standOf(fact: Fact | null): StoredFact['stand'] {
    if (fact === null || OF_FACTS.has(fact.kind)) return { state: 'SAID' };
    return this.#competition.saidOf(fact.unit)?.standOf(fact) ?? { state: 'SAID' };
  }

  /** A fact of the unit, of one in it, or of what it is in, that is about the competitor or about all. */
  #mayBeBehind({ unit, data }: StoredVenueMessage, fact: Fact | null): boolean {
    if (!isOneOf(unit, this.#unit)) return false;
    if (fact === null) return Buffer.from(data).includes(JSON.stringify(this.competitor));
    return UNIT_WIDE.has(fact.kind) || OF_FACTS.has(fact.kind) || competitorOf(fact) === this.competitor;
  }
}

const isOneOf = (unit: Rsc, of: Rsc): boolean => unit === of || isWithin(unit, of) || isWithin(of, unit);

/** The fact that it speaks of; null for one that speaks of none. */
function targetOf(fact: Fact): string | null {
  if (fact.kind === 'void') return originOfVoid(fact);
  return fact.kind === 'release' ? originOfRelease(fact) : null;
}
