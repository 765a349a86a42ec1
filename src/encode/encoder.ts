import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';

/** How a document is written: the last part of the WebSocket subprotocol `splitsecond.<format>`. */
export type Format = 'json' | 'protobuf' | 'odf';
/** Formats of the stream: `odf-plain` is ODF-style XML without what is ours, which no reader can hold against a hash. */
export type WireFormat = Format | 'odf-plain';

export interface Encoder {
  readonly format: WireFormat;
  /** WebSocket frame kind: binary, else text. */
  readonly binary: boolean;
  /** Data frame of the stream (SC2) with a whole document. */
  frame(document: Document): Uint8Array;
  /** Data frame with a delta (SC9); null where the format has no deltas. */
  deltaFrame(channel: Channel, epoch: string, delta: Delta): Uint8Array | null;
  /** The document alone, as HTTP and files have it. */
  whole(document: Document): Uint8Array;
}
