/** A connection that takes time: every byte is passed on, in order, so many milliseconds later in each direction. */
import { connect, createServer, type Socket } from 'node:net';
import { tell } from '../fan-out/tell.ts';

const [port, delayMs] = process.argv.slice(2).map(Number) as [number, number];

const server = createServer({ noDelay: true }, (near) => {
  const far = connect({ port, host: '127.0.0.1', noDelay: true });
  carry(near, far);
  carry(far, near);
});
server.listen(0, '127.0.0.1', () => tell({ ready: (server.address() as { port: number }).port }));
process.on('disconnect', () => process.exit());

function carry(from: Socket, to: Socket): void {
  from.on('data', (bytes) => later(() => to.write(bytes)));
  from.on('error', () => to.destroy());
  from.on('close', () => later(() => to.destroy()));
}

function later(run: () => void): void {
  if (delayMs === 0) run();
  else setTimeout(run, delayMs);
}
