import type { IncomingMessage, Server } from 'node:http';
import { isIPv6, type Socket } from 'node:net';
import type { TurnedAway } from '../fanout/connections/turned-away.ts';
import type { EdgeCounts } from '../fanout/edge-counts.ts';
import type { Hub } from '../fanout/hub.ts';
import type { Limits } from '../fanout/limits.ts';

type GateLimits = Pick<
  Limits,
  'handshakes' | 'connections' | 'connectionsPerAddress' | 'connectionsFromLoopback'
>;

const LOOPBACK = 'this machine';

/**
 * Bounds what can be had by connecting alone: connections in all, from one address, and such that have not
 * said a request yet. Of the last the oldest goes, because who means well says it within milliseconds:
 * so a peer that keeps thousands of them open takes nobody's place.
 */
export class ConnectionGate {
  readonly #limits: GateLimits;
  readonly #counts: Pick<EdgeCounts, 'connections' | 'mute'>;
  readonly #turnedAway: TurnedAway;
  readonly #mute = new Set<Socket>();
  readonly #byAddress = new Map<string, number>();

  constructor(server: Server, { limits, counts, turnedAway }: Pick<Hub, 'limits' | 'counts' | 'turnedAway'>) {
    this.#limits = limits;
    this.#counts = counts;
    this.#turnedAway = turnedAway;
    server.prependListener('connection', (socket: Socket) => this.#opened(socket));
    const spoke = ({ socket }: IncomingMessage): void => this.#isMuteNoMore(socket);
    server.on('request', spoke);
    server.on('upgrade', spoke);
  }

  #opened(socket: Socket): void {
    const { connections, connectionsPerAddress, connectionsFromLoopback } = this.#limits;
    const address = addressGroup(socket.remoteAddress ?? '');
    const before = this.#byAddress.get(address) ?? 0;
    const most = address === LOOPBACK ? connectionsFromLoopback : connectionsPerAddress;
    const isTooMany = this.#counts.connections >= connections;
    if (isTooMany || before >= most) {
      this.#turnedAway.note(isTooMany ? 'TOO_MANY_CONNECTIONS' : 'TOO_MANY_FROM_ADDRESS', address);
      socket.destroy();
      return;
    }
    this.#counts.connections += 1;
    this.#byAddress.set(address, before + 1);
    this.#mute.add(socket);
    this.#counts.mute = this.#mute.size;
    socket.once('close', () => this.#closed(socket, address));
    if (this.#mute.size > this.#limits.handshakes) this.#endOldest();
  }

  #closed(socket: Socket, address: string): void {
    this.#isMuteNoMore(socket);
    this.#counts.connections -= 1;
    const left = this.#byAddress.get(address)! - 1;
    if (left === 0) this.#byAddress.delete(address);
    else this.#byAddress.set(address, left);
  }

  #isMuteNoMore(socket: Socket): void {
    this.#mute.delete(socket);
    this.#counts.mute = this.#mute.size;
  }

  #endOldest(): void {
    const [oldest] = this.#mute;
    this.#isMuteNoMore(oldest!);
    this.#turnedAway.note('TOO_MANY_HANDSHAKES', oldest!.remoteAddress);
    oldest!.destroy();
  }
}

/** Whom an address counts as: one IPv6 network of 64 bits is one household, all of this machine is one. */
export function addressGroup(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (plain === '::1' || plain.startsWith('127.')) return LOOPBACK;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const filled =
    tail === undefined ? [] : new Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return `${[...left, ...filled, ...right].slice(0, 4).join(':')}::/64`;
}
