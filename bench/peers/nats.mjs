// NATS's own WebSocket listener. The server is nats-server; this process only publishes to it.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../fan-out/pump.mjs';
import { batches, endWith, feedLine, folder, pause, written } from './common.mjs';

const SUBJECT = 'bench';
const PLACES = ['/usr/sbin/nats-server', '/usr/local/bin/nats-server', '/opt/homebrew/bin/nats-server'];

writeFileSync(
  join(folder, 'nats.conf'),
  `listen: "127.0.0.1:-1"
   max_connections: 100000
   ports_file_dir: ${JSON.stringify(folder)}
   websocket { listen: "127.0.0.1:-1", no_tls: true, compression: false }`,
);
const program = PLACES.find((path) => existsSync(path)) ?? 'nats-server';
const server = spawn(program, ['-c', join(folder, 'nats.conf')], { stdio: 'ignore' });
endWith(server);

const ports = await portsOf();
const feed = await feedLine(portIn(ports.nats), (bytes) => {
  if (bytes.includes('PING')) feed.write('PONG\r\n');
});
feed.write('CONNECT {"verbose":false}\r\n');

const published = (frame) => `PUB ${SUBJECT} ${Buffer.byteLength(frame)}\r\n${frame}\r\n`;
serve({
  url: `ws://127.0.0.1:${portIn(ports.websocket)}/`,
  batches: batches().map(({ frames }) => ({ frames, bytes: Buffer.from(frames.map(published).join('')) })),
  publish: ({ bytes }) => written(feed, bytes),
});

/** nats-server writes a file with the ports that it took. */
async function portsOf() {
  for (let look = 0; look < 200; look += 1) {
    const name = readdirSync(folder).find((file) => file.endsWith('.ports'));
    const text = name === undefined ? '' : readFileSync(join(folder, name), 'utf8');
    if (text.endsWith('}')) return JSON.parse(text);
    await pause(50);
  }
  throw new Error('nats-server did not say where it listens');
}

function portIn([url]) {
  return Number(new URL(url.replace(/^nats/, 'http').replace(/^ws/, 'http')).port);
}
