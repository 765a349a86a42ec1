import type { Encoder, WireFormat } from '../../encode/encoder.ts';

/** The data formats of the stream; each is a WebSocket subprotocol (SC1). */
export const STREAM_FORMATS: readonly StreamFormat[] = ['json', 'protobuf', 'odf', 'odf-plain'];
export type StreamFormat = WireFormat;

/** Formats in which a version can be told as what changed. */
export const hasDeltas = (format: StreamFormat): boolean => format === 'json' || format === 'protobuf';

/** What the fan-out asks of an encoder: the content of one data frame. */
export type FrameEncoder = Pick<Encoder, 'binary' | 'frame' | 'deltaFrame'>;
export type EncoderOf = (format: StreamFormat) => FrameEncoder;

const PREFIX = 'splitsecond.';

export const subprotocolOf = (format: StreamFormat): string => PREFIX + format;

export type Negotiated =
  | { readonly format: StreamFormat; readonly subprotocol: string | null }
  | { readonly format: null };

/** The first known subprotocol; JSON when none is asked for; none when only unknown ones are (SC1). */
export function negotiate(asked: readonly string[]): Negotiated {
  if (asked.length === 0) return { format: 'json', subprotocol: null };
  for (const subprotocol of asked) {
    const format = STREAM_FORMATS.find((known) => subprotocolOf(known) === subprotocol);
    if (format !== undefined) return { format, subprotocol };
  }
  return { format: null };
}
