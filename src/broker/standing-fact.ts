/** Which fact stands at a place of VENUE. */
import { formatInstant } from '../model/instant.ts';
import type { StandingFact, StoredVenueMessage } from './broker.ts';

/** What tells a stored fact from all others, and from itself where a broker has lost it and a venue has said it again: then it has another time. */
export type FactIdentity = Pick<StoredVenueMessage, 'messageId' | 'storedAt'>;

export const isSameFact = (one: FactIdentity, other: FactIdentity): boolean =>
  one.messageId === other.messageId && one.storedAt === other.storedAt;

/** Whether what a place holds is this fact, as it was stored then. */
export const isStanding = (there: StandingFact | 'CUT' | null, fact: FactIdentity): boolean =>
  there !== null && there !== 'CUT' && isSameFact(there, fact);

export const factText = (fact: FactIdentity | 'CUT' | null): string =>
  fact === null || fact === 'CUT' ? 'none' : `${fact.messageId} of ${formatInstant(fact.storedAt)}`;
