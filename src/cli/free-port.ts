import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Throws what listening there throws (`EADDRINUSE`, ...). Asked before anything is started, so that a port
 * that is taken costs one line and no second. Somebody may still take it in between: the edge says so then.
 */
export async function mustBeFree(host: string, port: number): Promise<void> {
  const server = createServer().listen({ host, port });
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}
