/** What every request for a document begins with. */
import type { FastifyReply } from 'fastify';
import type { Shelf } from '../fanout/channels/shelf.ts';
import { type Channel, type Document, parseChannel } from '../model/document.ts';
import { parseRsc } from '../model/rsc.ts';
import { ApiError } from './api-error.ts';

/** Throws BAD_CHANNEL. */
export function channelAt(address: string): Channel {
  const parsed = parseChannel(address);
  if (parsed !== null && parseRsc(parsed.unit) !== null) return address;
  throw new ApiError(
    400,
    'BAD_CHANNEL',
    'the address is <RSC>/<TYPE> or <RSC>/<TYPE>/<SUBCODE>; an RSC has 34 characters',
  );
}

/** Throws NO_SUCH_DOCUMENT. */
export function currentAt(shelf: Shelf, channel: Channel): Document {
  const current = shelf.current(channel);
  if (current === null) throw new ApiError(404, 'NO_SUCH_DOCUMENT', `nothing is published at ${channel}`);
  return current;
}

/** An answer that is asked for again before it is used, and says by how many seconds it is behind the facts, where that is known. */
export function noteBehind(reply: FastifyReply, behind: number | null): void {
  reply.header('cache-control', 'no-cache');
  if (behind !== null) reply.header('splitsecond-behind', String(behind));
}
