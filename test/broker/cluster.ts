/** Three real nats-servers that are one broker, each with a store of its own. */
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedServer } from '../../src/broker/nats/embedded-server.ts';
import { mustBeFree } from '../../src/cli/free-port.ts';
import { startTestServer } from './nearby-server.ts';

export interface TestCluster {
  readonly servers: readonly EmbeddedServer[];
  /** All of them, as `NATS_URL` takes them. */
  readonly url: string;
  stop(): Promise<void>;
}

const LOWEST_PORT = 10_000;
const HIGHEST_PORT = 32_000;

/** Resolves when the servers listen; they may still be choosing a leader. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'splitsecond-cluster-'));
  const ports = await freePorts(3);
  const routes = ports.map((port) => `nats-route://127.0.0.1:${port}`);
  const servers = await Promise.all(
    ports.map((port, index) => {
      const storeDirectory = join(folder, String(index + 1));
      return startTestServer({
        storeDirectory,
        configuration: {
          server_name: `server-${index + 1}`,
          cluster: { name: 'test', listen: `127.0.0.1:${port}`, routes },
          jetstream: { store_dir: storeDirectory },
        },
      });
    }),
  );
  return {
    servers,
    url: servers.map(({ url }) => url).join(','),
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Of this machine, all different, and none that the system gives to whoever asks for any (Linux: from 32768 on): nobody takes one by chance meanwhile. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(LOWEST_PORT, HIGHEST_PORT);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

const isFree = (port: number): Promise<boolean> =>
  mustBeFree('127.0.0.1', port).then(
    () => true,
    () => false,
  );
