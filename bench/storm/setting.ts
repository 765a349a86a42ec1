import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Broker } from '../../src/broker/broker.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/broker/nats/embedded-server.ts';
import { SupervisedProcess, spawnCommand } from '../../src/cli/processes/supervised-process.ts';
import { ensureNatsServer } from '../../src/setup/nats-server.ts';
import { openBroker } from '../../src/setup/open-broker.ts';
import { ended } from '../fan-out/stage.ts';
import { freePort } from '../support/free-port.ts';

/** A broker that tells how much it has to do, and a connection to it for the publisher. */
export interface Setting {
  readonly server: EmbeddedServer;
  readonly monitorUrl: string;
  readonly broker: Broker;
  /** The `edge` command, started and watched over as the launcher does it. */
  startEdge(): Promise<RunningEdge>;
  startScreens(): ChildProcess;
  strike(): Promise<void>;
}

export interface RunningEdge {
  readonly streamUrl: string;
  /** Of the process that runs now. */
  readonly pid: number;
}

const PROGRAM = fileURLToPath(new URL('../../src/cli/splitsecond.js', import.meta.url));
const SCREENS = fileURLToPath(new URL('./screens.js', import.meta.url));
const CUT_ON_SIGNAL = new URL('./cut-on-signal.js', import.meta.url).href;

export const forkScreens = (): ChildProcess => fork(SCREENS);

export async function setUp(): Promise<Setting> {
  const monitorPort = await freePort();
  const server = await startEmbeddedServer({
    program: ensureNatsServer(),
    configuration: { http: `127.0.0.1:${monitorPort}` },
  });
  const edges: SupervisedProcess[] = [];
  const screens: ChildProcess[] = [];
  const { broker, close } = await openBroker({ url: server.url, name: 'publisher' });
  return {
    server,
    monitorUrl: `http://127.0.0.1:${monitorPort}`,
    broker,
    startEdge: async () => {
      const edge = new SupervisedProcess(edgeSpec(server.url), pino({ level: 'silent' }));
      edges.push(edge);
      const { url } = await edge.start();
      return {
        streamUrl: `${url!.replace(/^http/, 'ws')}/v1/stream`,
        get pid() {
          return edge.pid!;
        },
      };
    },
    startScreens: () => {
      const child = forkScreens();
      screens.push(child);
      return child;
    },
    strike: async () => {
      await Promise.all(screens.map(ended));
      await Promise.all(edges.map((edge) => edge.stop()));
      await close();
      await server.stop();
    },
  };
}

const edgeSpec = (natsUrl: string): ConstructorParameters<typeof SupervisedProcess>[0] => ({
  name: 'edge',
  begin: (since) =>
    spawnCommand(
      PROGRAM,
      ['edge', '--log-level', 'error', ...(since === null ? [] : ['--port', String(since.port)])],
      {
        NATS_URL: natsUrl,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${CUT_ON_SIGNAL}`,
      },
    ),
});
