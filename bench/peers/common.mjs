import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

/** Each peer is started as `node PEER.mjs FOLDER FRAMES.json`: a folder of its own, and what to publish. */
export const folder = process.argv[2];
export const batches = () => JSON.parse(readFileSync(process.argv[3], 'utf8'));

/** A connection over which a peer is fed; `take` gets what it answers. */
export const feedLine = (port, take) =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.setNoDelay(true);
    socket.on('data', take);
    socket.on('error', reject);
  });

/** Resolves when the socket takes more. */
export const written = (socket, bytes) =>
  socket.write(bytes) ? undefined : new Promise((resolve) => socket.once('drain', resolve));

/** Ends a program that the peer has started when the peer ends, however it does so. */
export function endWith(child) {
  const end = () => child.kill('SIGTERM');
  process.on('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit());
  child.on('exit', (code) => process.exit(code ?? 1));
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
