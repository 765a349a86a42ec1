import type { PreparedFrame } from './websocket-frame.ts';

/** Server-sent events (HTML standard, 9.2) carry the JSON stream: each message is the `data` of one event. */
const DATA = Buffer.from('data: ');
const END = Buffer.from('\n\n');

/** `id`: the position, which a browser gives back as `Last-Event-ID`; null where there is none. JSON has no newline. */
export function sseFrame(content: Uint8Array, id: string | null, fragmentBytes: number): PreparedFrame {
  const head = id === null ? DATA : Buffer.from(`id: ${id}\ndata: `);
  const event = Buffer.concat([head, content, END]);
  const parts: Uint8Array[] = [];
  for (let from = 0; from < event.length; from += fragmentBytes) {
    parts.push(event.subarray(from, Math.min(from + fragmentBytes, event.length)));
  }
  return { parts, bytes: event.length };
}

export const positionId = (channel: string, epoch: string, version: number): string =>
  `${channel} ${epoch} ${version}`;

/** What `positionId` wrote; null when it is something else. */
export function readPositionId(
  text: string,
): { channel: string; position: { epoch: string; version: number } } | null {
  const [, channel, epoch, version] = /^(\S{1,128}) (\S{1,64}) (\d{1,15})$/.exec(text) ?? [];
  if (channel === undefined || epoch === undefined) return null;
  return { channel, position: { epoch, version: Number(version) } };
}
