import type { Origin } from '../model/fact.ts';

/**
 * Why a fact is refused or held, by stable code. Each is counted, kept with its bytes and shown to
 * operations; the feed goes on. Rule modules add codes of their own for what they hold (F6).
 */
export const REJECTION_CODES = {
  FACT_TOO_LARGE: 'The message is larger than a fact may be.',
  UNKNOWN_CONTENT_TYPE: 'The content type is neither application/json nor application/x-protobuf.',
  NOT_UTF8: 'The bytes are not UTF-8.',
  DOCTYPE_REFUSED: 'The message is XML with a DOCTYPE, which is never read.',
  TOO_DEEP: 'The message is nested deeper than any fact.',
  NOT_JSON: 'The text is not JSON.',
  NOT_PROTOBUF: 'The bytes are not a protobuf VenueFact.',
  NO_FACT: 'The envelope holds no fact.',
  SEVERAL_FACTS: 'The envelope holds more than one fact.',
  UNKNOWN_FACT: 'The envelope holds a fact of a kind that is not in the feed.',
  MISSING_FIELD: 'A field that must be there is not.',
  UNKNOWN_FIELD: 'A field is there that the feed does not know.',
  WRONG_TYPE: 'A field has the wrong JSON type.',
  WRONG_VALUE: 'A field has a value that is not among the allowed ones.',
  WRONG_DECIMAL: 'A measured value is not a decimal string in base units.',
  WRONG_TIME: 'A time is not RFC 3339, or there is no such day.',
  WRONG_RSC: 'A code is not a Results System Code of 34 characters.',
  TOO_LONG: 'A text or list is longer than allowed.',
  WRONG_MESSAGE_ID:
    'The message is called otherwise than the fact in it, and could take the place of another one.',
  NUMBER_TWICE:
    'Another fact came under this number before, and stands: the source numbers anew without a new epoch.',
  WRONG_SUBJECT: 'The envelope is about another unit than the subject it came on.',
  WRONG_VENUE: 'The source belongs to another venue: the one that said its first fact.',
  UNKNOWN_DISCIPLINE: 'No sport is known for the discipline.',
  UNKNOWN_RULE: 'The unit asks for a rule that is not known, or none fits its code.',
  UNKNOWN_OPTION: 'The setup has an option that the sport does not declare.',
  WRONG_OPTION: 'An option of the setup has a value that the sport does not know.',
  NOT_READ: 'No rule here reads facts of this kind: nothing is made of it.',
  NOT_ON_START_LIST: 'The competitor is not on the start list of the unit.',
  WAITING_FULL: 'Too many facts wait for the start list of the unit.',
  COMPETITOR_FULL: 'As many facts about the competitor hold in the unit as may: 2,000.',
  UNIT_FULL: 'As many decisions and notes hold of the unit, phase, event or discipline as may: 2,000.',
  EVENT_FULL: 'The event has as many units as it may: 2,000.',
  NOT_AS_EXPECTED: 'Another fact holds than the one that the sender expects.',
  FACT_HELD: 'The value cannot be right; an operator can release it.',
  UNIT_STOPPED: 'A rule fails on the unit: the fact is kept and counts once another one mends it.',
} as const;

export type RejectionCode = keyof typeof REJECTION_CODES;

/** A refused fact. */
export interface Rejection {
  readonly code: RejectionCode;
  /** One line with the path of the field: `passing.time: ...`. */
  readonly message: string;
  /** What could be read of the envelope: the number is used up although the fact is refused. */
  readonly origin: Origin | null;
}

export function rejection(code: RejectionCode, message: string, origin: Origin | null = null): Rejection {
  return { code, message: oneLine(message), origin };
}

export const isRejection = (outcome: object): outcome is Rejection =>
  'code' in outcome && 'origin' in outcome;

const LINE_MAX = 240;

/** Foreign text as one printable line: what a venue sends ends up in logs and terminals. */
export function oneLine(text: string): string {
  const line = text.slice(0, LINE_MAX).replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ');
  return text.length > LINE_MAX ? `${line}...` : line;
}
