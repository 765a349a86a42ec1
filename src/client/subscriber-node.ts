import { WebSocket } from 'ws';
import { decodeFrame } from '../encode/decode.ts';
import type { OpenSocket, SocketLike } from './connection.ts';
import { type FrameReader, Subscriber, type SubscriberOptions } from './subscriber.ts';

/** The `ws` library as a subscriber's socket. */
export const openNodeSocket: OpenSocket = (url, subprotocol) =>
  new WebSocket(url, subprotocol, {
    perMessageDeflate: false,
    handshakeTimeout: 10_000,
  }) as unknown as SocketLike;

export const protobufReader: FrameReader = {
  subprotocol: 'splitsecond.protobuf',
  read: (data) => decodeFrame('protobuf', data),
};

/** A subscriber for Node: `ws` under it, JSON unless protobuf is asked for. */
export function subscribeFromNode(options: Omit<SubscriberOptions, 'openSocket'>): Subscriber {
  return new Subscriber({ ...options, openSocket: openNodeSocket });
}
