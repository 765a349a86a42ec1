/** A broker for a program of ours: the one whose address is given, else one started on this machine. */
import type { Broker } from '../broker/broker.ts';
import { NatsBroker } from '../broker/nats/broker.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../broker/nats/embedded-server.ts';
import { ensureNatsServer } from './nats-server.ts';

export interface BrokerLog {
  info(line: string): void;
  warn(line: string): void;
}

export interface OpenBrokerOptions {
  /** As `NATS_URL`. None: a nats-server is started on 127.0.0.1 and stopped with `close`. */
  readonly url?: string;
  /** A `.creds` file, as `NATS_CREDS`. */
  readonly credentialsFile?: string;
  /** PEM files, as `NATS_CA`, `NATS_CERT`, `NATS_KEY`. */
  readonly tls?: { readonly caFile?: string; readonly certFile?: string; readonly keyFile?: string };
  /** Copies in a cluster, as `NATS_REPLICAS`. Default 1. */
  readonly replicas?: number;
  /** Bytes after which the oldest versions go. Default: never. */
  readonly resultsMaxBytes?: number;
  /** For so long a second copy of a fact or a version vanishes in the broker, when the streams are made. Default: ten minutes. */
  readonly duplicateWindowMs?: number;
  /** Of a server that is started. Default: temporary. */
  readonly storeDirectory?: string;
  /** Of a server that is started. Default 127.0.0.1: whoever reaches it may say facts. */
  readonly host?: string;
  /** Of a server that is started. Default: a free one. */
  readonly port?: number;
  /** Shown in the server's list of connections. */
  readonly name?: string;
  readonly log?: BrokerLog;
}

export interface OpenedBroker {
  readonly broker: Broker;
  /** Where others (a second engine, an edge, a venue) connect. */
  readonly url: string;
  /** The server that was started, if one was. */
  readonly server: EmbeddedServer | null;
  /** Another connection to the same server, with the same login. */
  connect(name?: string): Promise<Broker>;
  /** Closes `broker` and stops the server. Connections made with `connect` are closed by their owners before. */
  close(): Promise<void>;
}

/** Throws `BrokerError`: its message is meant for the person at the terminal. */
export async function openBroker(options: OpenBrokerOptions = {}): Promise<OpenedBroker> {
  const { log } = options;
  const server = options.url === undefined ? await startServer(options) : null;
  const url = options.url ?? server!.url;
  const connect = (name = options.name): Promise<Broker> =>
    NatsBroker.open({
      ...options,
      url,
      ...(name === undefined ? {} : { name }),
      warn: (line) => log?.warn(line),
    });
  try {
    const broker = await connect();
    const close = async (): Promise<void> => {
      await broker.close();
      await server?.stop();
    };
    return { broker, url, server, connect, close };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

function startServer({ storeDirectory, host, port, log }: OpenBrokerOptions): Promise<EmbeddedServer> {
  return startEmbeddedServer({
    program: ensureNatsServer((line) => log?.info(line)),
    ...(storeDirectory === undefined ? {} : { storeDirectory }),
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    warn: (line) => log?.warn(line),
  });
}

/** The options that the environment gives: NATS_URL, NATS_CREDS, NATS_CA, NATS_CERT, NATS_KEY, NATS_REPLICAS. */
export function brokerOptionsFrom(
  environment: Readonly<Record<string, string | undefined>>,
): OpenBrokerOptions {
  const given = (name: string): string | undefined => environment[name] || undefined;
  const tls = {
    ...field('caFile', given('NATS_CA')),
    ...field('certFile', given('NATS_CERT')),
    ...field('keyFile', given('NATS_KEY')),
  };
  const replicas = given('NATS_REPLICAS');
  return {
    ...field('url', given('NATS_URL')),
    ...field('credentialsFile', given('NATS_CREDS')),
    ...(Object.keys(tls).length === 0 ? {} : { tls }),
    ...(replicas === undefined ? {} : { replicas: replicasOf(replicas) }),
  };
}

function replicasOf(text: string): number {
  if (!/^[1-5]$/.test(text)) throw new RangeError(`NATS_REPLICAS must be 1 to 5, not "${text}"`);
  return Number(text);
}

const field = <K extends string>(name: K, value: string | undefined): { [key in K]?: string } =>
  value === undefined ? {} : ({ [name]: value } as { [key in K]: string });
