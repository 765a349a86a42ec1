import { accessSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findNatsServer } from '../../src/setup/nats-server.ts';
import { projectRoot } from '../../src/setup/project-root.ts';
import type { DialectName } from './dialect.ts';

/** A server that can be measured: the edge, or what somebody might pick instead. */
export interface Contestant {
  readonly name: string;
  readonly dialect: DialectName;
  readonly program: URL;
  /** Null when it can be measured here, else what to do about it. */
  readonly missing: string | null;
}

export const OURS = 'splitsecond';
export const UWS = 'uWebSockets.js';
export const NATS = 'NATS listener';
export const SOCKET_IO = 'Socket.IO';
export const NCHAN = 'Nchan';
export const WS = 'ws.send';

const PEERS = join(projectRoot(), 'bench', 'peers');
const peer = (file: string): URL => pathToFileURL(join(PEERS, file));

export function contestants(): readonly Contestant[] {
  return [
    { name: OURS, dialect: 'edge', program: new URL('./our-edge.js', import.meta.url), missing: null },
    { name: UWS, dialect: 'plain', program: peer('uws.mjs'), missing: ofPackage('uwebsockets') },
    { name: NATS, dialect: 'nats', program: peer('nats.mjs'), missing: ofNats() },
    {
      name: SOCKET_IO,
      dialect: 'socket.io',
      program: peer('socket-io.mjs'),
      missing: ofPackage('socket.io'),
    },
    { name: NCHAN, dialect: 'plain', program: peer('nchan.mjs'), missing: ofNchan() },
    { name: WS, dialect: 'plain', program: peer('ws.mjs'), missing: null },
  ];
}

/** Those that this machine has; says what to do about the others. A small run takes those that need no installing. */
export function presentOnes(size: 'smoke' | 'real', progress: (line: string) => void): Contestant[] {
  const all = contestants().filter(({ name }) => size === 'real' || SMOKE.includes(name));
  for (const { name, missing } of all) if (missing !== null) progress(`without ${name}: ${missing}`);
  return all.filter(({ missing }) => missing === null);
}

const SMOKE = [OURS, NATS, WS];

const ofPackage = (name: string): string | null =>
  exists(join(PEERS, 'node_modules', name, 'package.json')) ? null : 'npm install --prefix bench/peers';

const ofNats = (): string | null => (findNatsServer() === null ? 'install nats-server' : null);

const ofNchan = (): string | null =>
  exists('/usr/sbin/nginx') && exists('/usr/lib/nginx/modules/ngx_nchan_module.so')
    ? null
    : 'apt-get install nginx-core libnginx-mod-nchan';

function exists(path: string): boolean {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
}
