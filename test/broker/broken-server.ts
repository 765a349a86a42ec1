import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import type { BrokenBroker } from './fault-contract.ts';
import { startTestServer } from './nearby-server.ts';

const SMALL_DISK_BYTES = 4 * 1024 * 1024;
const FILLING_BYTES = 256 * 1024;
const FILLER = 'FILLER';

/** A real server with a store of its own, and what can happen to both. */
export async function brokenServer(
  options: { duplicateWindowMs?: number; smallDisk?: boolean } = {},
): Promise<BrokenBroker> {
  const { duplicateWindowMs, smallDisk = false } = options;
  const folder = await mkdtemp(join(tmpdir(), 'splitsecond-broken-'));
  const storeDirectory = join(folder, 'store');
  const copy = join(folder, 'copy');
  const start = (port?: number) =>
    startTestServer({
      storeDirectory,
      ...(port === undefined ? {} : { port }),
      ...(smallDisk
        ? {
            configuration: { jetstream: { store_dir: storeDirectory, max_file_store: SMALL_DISK_BYTES } },
          }
        : {}),
    });
  let server = await start();
  /** Ends the server, does something to its store, and starts it again. */
  const without = async (run: () => Promise<void>): Promise<void> => {
    const { port } = server;
    await server.stop();
    await run();
    server = await start(port);
  };
  return {
    connect: () =>
      NatsBroker.open({ url: server.url, ...(duplicateWindowMs === undefined ? {} : { duplicateWindowMs }) }),
    passDuplicateWindow: () =>
      new Promise((resolve) => setTimeout(resolve, (duplicateWindowMs ?? 0) * 3 + 500)),
    copyStore: () => without(() => cp(storeDirectory, copy, { recursive: true })),
    putStoreBack: () =>
      without(async () => {
        await rm(storeDirectory, { recursive: true });
        await cp(copy, storeDirectory, { recursive: true });
      }),
    emptyStore: () => without(() => rm(storeDirectory, { recursive: true })),
    stall: () => void process.kill(server.pid, 'SIGSTOP'),
    goOn: () => void process.kill(server.pid, 'SIGCONT'),
    fillDisk: () => fill(server.url),
    freeDisk: () => empty(server.url),
    dispose: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Something else on the same disk takes all there is. */
async function fill(url: string): Promise<void> {
  const nats = await connect({ servers: url });
  const jsm = await jetstreamManager(nats);
  await jsm.streams.add({ name: FILLER, subjects: [FILLER] });
  const js = jetstream(nats);
  const data = Buffer.alloc(FILLING_BYTES);
  let isFull = false;
  for (let times = 0; !isFull && times < SMALL_DISK_BYTES; times += 1)
    isFull = await js.publish(FILLER, data).then(
      () => false,
      () => true,
    );
  await nats.close();
}

async function empty(url: string): Promise<void> {
  const nats = await connect({ servers: url });
  const jsm = await jetstreamManager(nats);
  await jsm.streams.delete(FILLER);
  await nats.close();
}
