import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/**
 * Throws what listening there throws (`EADDRINUSE`, ...). Asked before anything is started, so that a port
 * that is taken costs one line and no second. Somebody may still take it in between: the edge says so then.
 */
export async function mustBeFree(host: string, port: number): Promise<void> {
  await portThere(host, port);
}

/** A port that several processes can then share: each of them would get another one for 0. */
export const freePort = (host: string): Promise<number> => portThere(host, 0);

async function portThere(host: string, port: number): Promise<number> {
  const server = createServer().listen({ host, port });
  await once(server, 'listening');
  const { port: found } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return found;
}
