import { constants, inflateRawSync } from 'node:zlib';
import type { Form } from './forms.ts';
import type { ReadMessage } from './message-reader.ts';

/** The version in a data message without decoding the rest: thousands of screens share one core with everything else. */

const DOCUMENT = 1;
const DELTA = 2;
const DOCUMENT_VERSION = 2;
const DELTA_VERSION = 4;
const BRACE = 0x7b;

/** Null for control messages. */
export function versionIn(form: Form, { head, deflated }: ReadMessage): number | null {
  if (deflated) return inDeflated(head);
  return head[0] === BRACE ? inJson(form, head) : inProtobuf(head);
}

/** JSON data is a `document` or a `delta`; in front of XML there is a line that begins with the channel. */
function inJson(form: Form, head: Buffer): number | null {
  if (!head.subarray(0, 12).includes(form === 'whole ODF' ? '"channel"' : '"d')) return null;
  const at = head.indexOf('"version":');
  return at < 0 ? null : Number.parseInt(head.toString('latin1', at + 10, at + 20), 10);
}

/** The end of a sync flush, which a message leaves out (RFC 7692, 7.2.1). */
const TAIL = Buffer.from([0x00, 0x00, 0xff, 0xff]);

let newest: { readonly deflated: Buffer; readonly version: number | null } | null = null;

/** All screens get the same bytes: inflated once. */
function inDeflated(bytes: Buffer): number | null {
  if (newest?.deflated.equals(bytes) !== true) {
    const inflated = inflateRawSync(Buffer.concat([bytes, TAIL]), { finishFlush: constants.Z_SYNC_FLUSH });
    newest = { deflated: Buffer.from(bytes), version: inJson('delta JSON, deflated', inflated) };
  }
  return newest.version;
}

function inProtobuf(head: Buffer): number | null {
  const reader = { head, at: 0 };
  const content = varint(reader) >> 3;
  if (content !== DOCUMENT && content !== DELTA) return null;
  varint(reader);
  const wanted = content === DOCUMENT ? DOCUMENT_VERSION : DELTA_VERSION;
  while (reader.at < head.length) {
    const tag = varint(reader);
    const value = varint(reader);
    if (tag >> 3 === wanted) return value;
    if ((tag & 7) === 2) reader.at += value;
  }
  return null;
}

function varint(reader: { head: Buffer; at: number }): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = reader.head[reader.at++]!;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
}
