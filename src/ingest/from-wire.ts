import { nameOf } from '../broker/message-ids.ts';
import {
  type Fact,
  type FactContents,
  type FactEnvelope,
  type FactKind,
  type Instant,
  type Origin,
  originText,
} from '../model/fact.ts';
import { parseInstant } from '../model/instant.ts';
import { GENERAL, levelOf } from '../model/rsc.ts';
import { contentFromWire, contentToWire, WrongTime } from './content.ts';
import { explain } from './explain.ts';
import { validate } from './generated/validate-fact.js';
import { type Rejection, rejection } from './rejection.ts';
import { SYSTEM_SOURCE } from './system-source.ts';
import { DEFAULT_EPOCH, isEnvelopeField, isFactKind, type WireFact, type WireObject } from './wire.ts';

/** Where a fact stands in the stream, and what its subject says it is about. */
export interface Place {
  readonly streamSeq: number;
  readonly storedAt: Instant;
  /** Null where there is no subject: in a file. */
  readonly unit: string | null;
  /** By which the broker knew the message; empty, or not there, where it has no such name. */
  readonly messageId?: string;
}

/** Any value -> a fact, or why it is none. The value is left alone. */
export function factFromWire(value: unknown, place: Place): Fact | Rejection {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return rejection('WRONG_TYPE', 'the message must be one JSON object');
  }
  const kind = kindOf(value);
  if (typeof kind !== 'string') return { ...kind, origin: originOf(value) };
  if (!validate(value)) {
    const { code, message } = explain(validate.errors!);
    return rejection(code, message, originOf(value));
  }
  return checkedFact(value as WireFact, kind, place);
}

/** The one fact key of the envelope. */
function kindOf(value: object): FactKind | Rejection {
  let kind: FactKind | null = null;
  let unknown: string | null = null;
  for (const key of Object.keys(value)) {
    if (isEnvelopeField(key)) continue;
    if (!isFactKind(key)) unknown ??= key;
    else if (kind === null) kind = key;
    else return rejection('SEVERAL_FACTS', `one message is one fact; here are ${kind} and ${key}`);
  }
  if (kind !== null) return kind;
  if (unknown !== null) return rejection('UNKNOWN_FACT', `"${unknown}" is not a kind of fact`);
  return rejection('NO_FACT', 'the envelope holds no fact');
}

function checkedFact(wire: WireFact, kind: FactKind, place: Place): Fact | Rejection {
  const wrong = wrongEnvelope(wire, kind, place);
  // Whose number it is says the name of the message, and that is another one.
  if (wrong !== null) return wrong.code === 'WRONG_MESSAGE_ID' ? wrong : { ...wrong, origin: originOf(wire) };
  try {
    const content = contentFromWire(kind, wire[kind]!) as FactContents[FactKind];
    return { kind, content, ...envelopeOf(wire, place) } as Fact;
  } catch (error) {
    if (error instanceof WrongTime) return rejection('WRONG_TIME', error.message, originOf(wire));
    throw error;
  }
}

/** Kinds that nothing can be expected of. */
const WITHOUT_KEY: ReadonlySet<FactKind> = new Set(['heartbeat', 'link', 'release']);

function wrongEnvelope(wire: WireFact, kind: FactKind, place: Place): Rejection | null {
  if (wire.sentAt !== undefined && parseInstant(wire.sentAt) === null) {
    return rejection('WRONG_TIME', `sentAt: there is no such time: ${wire.sentAt}`);
  }
  if (wire.expects !== undefined && WITHOUT_KEY.has(kind)) {
    return rejection('WRONG_VALUE', `expects: a ${kind} is about no fact that could hold`);
  }
  if (kind === 'link' && wire.link!.seq !== undefined && wire.source !== SYSTEM_SOURCE)
    return rejection('WRONG_VALUE', 'link.seq: what the broker lost is for engines to say');
  const name = originText({ ...wire, epoch: wire.epoch ?? DEFAULT_EPOCH });
  // Under the name of another fact it would make that one a second copy.
  if (place.messageId !== undefined && place.messageId !== '' && nameOf(place.messageId) !== name)
    return rejection(
      'WRONG_MESSAGE_ID',
      `the message is called ${place.messageId}, the fact in it is ${name}`,
    );
  if (kind === 'heartbeat') return null;
  if (wire.unit === undefined) return rejection('MISSING_FIELD', 'unit is missing');
  const level = wrongLevel(kind, wire.unit);
  if (level !== null) return rejection('WRONG_RSC', level);
  if (place.unit === null || place.unit === wire.unit) return null;
  return rejection('WRONG_SUBJECT', `unit is ${wire.unit}, but the subject says ${place.unit}`);
}

/** What is said of the competition or a discipline as a whole and was said of something else. */
function wrongLevel(kind: FactKind, unit: string): string | null {
  if (levelOf(unit) === 'discipline') return null;
  if (kind === 'competition') return `unit: a competition is said of ${GENERAL}, or of a discipline`;
  return kind === 'session' ? 'unit: a session is said of a discipline' : null;
}

/** A heartbeat is about no unit: it carries the one of its subject, or none. */
function envelopeOf(wire: WireFact, place: Place): FactEnvelope {
  const {
    source,
    epoch = DEFAULT_EPOCH,
    seq,
    unit = place.unit ?? '',
    test = false,
    sentAt,
    replaces,
    expects,
  } = wire;
  const { storedAt, streamSeq } = place;
  return {
    source,
    epoch,
    seq,
    unit,
    test,
    storedAt,
    streamSeq,
    ...(sentAt === undefined ? null : { sentAt }),
    ...(replaces === undefined ? null : { replaces }),
    ...(expects === undefined ? null : { expects }),
  };
}

/** Whose number a refused message has used up; null when that cannot be read. */
function originOf(value: object): Origin | null {
  const { source, epoch = DEFAULT_EPOCH, seq } = value as Record<string, unknown>;
  if (typeof source !== 'string' || !/^[\w-]{1,64}$/.test(source)) return null;
  if (typeof epoch !== 'string' || !/^[\w.+-]{1,64}$/.test(epoch)) return null;
  if (!Number.isInteger(seq) || (seq as number) < 1 || (seq as number) > 0xffffffff) return null;
  return { source, epoch, seq: seq as number };
}

/** The fact as a venue would have written it. `factFromWire` gives the same fact back. */
export function factToWire(fact: Fact): WireFact {
  const { kind, content, source, epoch, seq, sentAt, unit, replaces, expects, test } = fact;
  return {
    source,
    epoch,
    seq,
    ...(sentAt === undefined ? null : { sentAt }),
    ...(kind === 'heartbeat' ? null : { unit }),
    ...(replaces === undefined ? null : { replaces }),
    ...(expects === undefined ? null : { expects }),
    ...(test ? { test } : null),
    [kind]: contentToWire(kind, content) satisfies WireObject,
  };
}
