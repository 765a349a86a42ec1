import type { Health } from '../../http/health-routes.ts';
import { startHealthServer } from '../../http/health-server.ts';
import type { OwnServer, ServerAddress } from '../../http/own-server.ts';
import { print } from '../terminal.ts';

/** Health of a program that serves nothing else, from its beginning on: who looks sees that it starts. */
export async function tellHealth({ host, port }: ServerAddress, health: Health): Promise<OwnServer> {
  const server = await startHealthServer(health, { host, port });
  if (process.connected !== true) print(`${server.url}/readyz\n`);
  return server;
}
