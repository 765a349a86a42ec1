/** The venue's side: facts as bytes for the broker. */
import type { ContentType, VenueMessage } from '../broker/broker.ts';
import { type Origin, originText } from '../model/fact.ts';
import { factFromWire } from './from-wire.ts';
import { writeProtobuf } from './protobuf.ts';
import { isRejection, type Rejection } from './rejection.ts';
import { DEFAULT_EPOCH, type WireFact } from './wire.ts';

/** Why an engine would refuse this fact; null when it would not. For venues, before they send. */
export function checkFact(wire: WireFact): Rejection | null {
  const outcome = factFromWire(wire, { streamSeq: 0, storedAt: 0, unit: null });
  return isRejection(outcome) ? outcome : null;
}

/** The bytes of one fact. It is not checked here (`checkFact`). */
export function encodeFact(wire: WireFact, contentType: ContentType = 'application/json'): Uint8Array {
  return contentType === 'application/json' ? Buffer.from(JSON.stringify(wire)) : writeProtobuf(wire);
}

/** `Nats-Msg-Id` of a fact, by which a second copy vanishes: its one name from venue to screen. */
export const messageIdOf = ({ source, epoch = DEFAULT_EPOCH, seq }: WireFact | Origin): string =>
  originText({ source, epoch, seq });

/** A fact as a venue sends it, in JSON. */
export const factMessage = (venue: string, fact: WireFact) =>
  ({
    venue,
    unit: fact.unit ?? '',
    messageId: messageIdOf(fact),
    contentType: 'application/json',
    data: encodeFact(fact),
  }) as const satisfies VenueMessage;
