import { type Health, healthRoutes } from './health-routes.ts';
import { type OwnServer, type ServerAddress, startOwnServer } from './own-server.ts';

/** Health alone, of a program that serves nothing else. */
export const startHealthServer = (health: Health, address: ServerAddress): Promise<OwnServer> =>
  startOwnServer(address, 'try /readyz', (server) => healthRoutes(server, health));
