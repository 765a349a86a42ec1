/** Bytes -> facts or rejections. Pure: the same bytes give the same fact everywhere. */
import type { StoredVenueMessage } from '../broker/broker.ts';
import type { Fact } from '../model/fact.ts';
import { factFromWire, type Place } from './from-wire.ts';
import { readJson } from './json-text.ts';
import { FEED_LIMITS, type Limits } from './limits.ts';
import { readProtobuf } from './protobuf.ts';
import { isRejection, type Rejection, rejection } from './rejection.ts';

/** One stored message as a fact, or the code and sentence of why it is refused. Never throws. */
export function decodeFact(message: StoredVenueMessage, limits: Limits = FEED_LIMITS): Fact | Rejection {
  return decodeBytes(message.data, message.contentType, message, limits);
}

export function decodeBytes(
  data: Uint8Array,
  contentType: string,
  place: Place,
  limits: Limits,
): Fact | Rejection {
  if (data.length > limits.bytes) {
    return rejection('FACT_TOO_LARGE', `${data.length} bytes; a fact has at most ${limits.bytes}`);
  }
  const read = readBytes(data, contentType, limits);
  return isRejection(read) ? read : factFromWire(read.value, place);
}

function readBytes(data: Uint8Array, contentType: string, limits: Limits): { value: unknown } | Rejection {
  switch (mediaTypeOf(contentType)) {
    case '':
    case 'application/json':
      return readJson(data, limits);
    case 'application/x-protobuf':
      return readProtobuf(data, limits);
    default:
      return rejection('UNKNOWN_CONTENT_TYPE', `content type "${contentType}"`);
  }
}

/** Without parameters (`; charset=utf-8`); JSON is the default of the feed. */
function mediaTypeOf(contentType: string): string {
  if (contentType === 'application/json') return contentType;
  return contentType.split(';', 1)[0]!.trim().toLowerCase();
}
