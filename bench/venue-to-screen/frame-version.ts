/** The version in a data frame without decoding the rest: two thousand screens share one core with everything else. */

const DOCUMENT = 1;
const DELTA = 2;
const DOCUMENT_VERSION = 2;
const DELTA_VERSION = 4;

/** Null for control messages. */
export function versionIn(format: 'json' | 'protobuf', frame: Buffer): number | null {
  return format === 'json' || frame[0] === 0x7b ? inJson(frame) : inProtobuf(frame);
}

function inJson(frame: Buffer): number | null {
  if (!frame.subarray(0, 12).includes('"d')) return null;
  const at = frame.indexOf('"version":');
  return at < 0 ? null : Number.parseInt(frame.toString('latin1', at + 10, at + 20), 10);
}

function inProtobuf(frame: Buffer): number | null {
  const reader = { frame, at: 0 };
  const content = varint(reader) >> 3;
  if (content !== DOCUMENT && content !== DELTA) return null;
  varint(reader);
  const wanted = content === DOCUMENT ? DOCUMENT_VERSION : DELTA_VERSION;
  while (reader.at < frame.length) {
    const tag = varint(reader);
    const value = varint(reader);
    if (tag >> 3 === wanted) return value;
    if ((tag & 7) === 2) reader.at += value;
  }
  return null;
}

function varint(reader: { frame: Buffer; at: number }): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = reader.frame[reader.at++]!;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
}
