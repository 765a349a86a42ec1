import { encoderOf } from '../encode/format.ts';
import type { Newest } from '../fanout/channels/channel-on-air.ts';
import type { Channel, Document } from '../model/document.ts';

/** Bases of one version that are remembered; who asks from very many different ones has each made anew. */
const BASES_KEPT = 64;

const made = new WeakMap<Document, Map<string, Uint8Array>>();

/**
 * What leads from version `base` to the newest one, in the frame form of the stream: a delta, or where there is none, and for a null base, the
 * whole document. Made once for all who ask.
 */
export function changesSince(
  copy: Newest,
  channel: Channel,
  format: 'json' | 'protobuf',
  base: number | null,
): Uint8Array {
  const { current } = copy;
  const known = made.get(current) ?? new Map<string, Uint8Array>();
  made.set(current, known);
  const key = `${format} ${base}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const encoder = encoderOf(format);
  const delta = base === null ? null : copy.deltaSince(base);
  const changed = delta === null ? null : encoder.deltaFrame(channel, current.epoch, delta);
  if (changed === null && base !== null) return changesSince(copy, channel, format, null);
  const bytes = changed ?? encoder.frame(current);
  if (known.size < BASES_KEPT || base === null) known.set(key, bytes);
  return bytes;
}
