/** The broker of a run: one nats-server or three, and everything that can happen to them and to their stores. */
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type JsMsg, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { EmbeddedServer, EmbeddedServerOptions } from '../../src/broker/nats/embedded-server.ts';
import { freePorts } from '../broker/cluster.ts';
import { startTestServer } from '../broker/nearby-server.ts';
import { type Link, linksTo } from './link.ts';

export type Topology = 'single' | 'cluster';

export interface ServersOptions {
  readonly folder: string;
  readonly topology: Topology;
  /** Servers reach each other by ways that can be broken. */
  readonly hasRouteLinks?: boolean;
  /** Bytes of the store; default: as much as there is. */
  readonly storeMax?: number;
}

/** A fact as the broker has it. */
export interface StoredFact {
  /** The fact as it was said: JSON. */
  readonly text: string;
  /** When it was stored, in milliseconds since 1970. */
  readonly at: number;
}

/** `EPOCH:SEQ`. */
export function numberOf({ text }: StoredFact): string {
  const { epoch, seq } = JSON.parse(text) as { epoch: string; seq: number };
  return `${epoch}:${seq}`;
}

const VENUE = 'VENUE';
/** Nobody listens there. */
const NOWHERE = '127.0.0.1:1';
const ASK_AGAIN_MS = 100;
const FORMING_MS = 30_000;
const SERVERS = { single: 1, cluster: 3 } as const;

export class Servers {
  readonly ports: readonly number[];
  readonly replicas: number;
  readonly #options: ServersOptions;
  readonly #started: (EmbeddedServer | null)[];
  readonly #settings: Partial<EmbeddedServerOptions>[];

  /** From each server to each: its own way. */
  readonly #routes: readonly (readonly Link[])[];

  static async start(options: ServersOptions): Promise<Servers> {
    const count = SERVERS[options.topology];
    const ports = await freePorts(2 * count);
    const routePorts = ports.slice(count);
    const routes = await Promise.all(
      routePorts.map(() => (options.hasRouteLinks === true ? linksTo(routePorts) : [])),
    );
    const servers = new Servers(options, ports.slice(0, count), routePorts, routes);
    await Promise.all(ports.slice(0, count).map((_port, index) => servers.up(index)));
    return servers;
  }

  private constructor(
    options: ServersOptions,
    ports: readonly number[],
    routePorts: readonly number[],
    routes: readonly (readonly Link[])[],
  ) {
    this.#options = options;
    this.ports = ports;
    this.#routes = routes;
    this.replicas = ports.length;
    this.#started = ports.map(() => null);
    this.#settings = ports.map((port, index) => {
      const storeDirectory = this.#store(index);
      const jetstreamSettings = {
        store_dir: storeDirectory,
        ...(options.storeMax === undefined ? {} : { max_file_store: options.storeMax }),
      };
      const cluster = {
        name: 'faults',
        listen: `127.0.0.1:${routePorts[index]}`,
        routes: (routes[index]!.length > 0 ? routes[index]!.map((link) => link.port) : routePorts).map(
          (route) => `nats-route://127.0.0.1:${route}`,
        ),
        // Servers tell each other where others are: nobody shall find a way that cannot be broken.
        ...(routes[index]!.length > 0 ? { advertise: NOWHERE } : {}),
        // Parts go to the addresses that they were given, which can be broken ones.
        no_advertise: true,
      };
      return {
        port,
        storeDirectory,
        configuration: {
          server_name: `server-${index}`,
          jetstream: jetstreamSettings,
          ...(ports.length > 1 ? { cluster } : {}),
        },
      };
    });
  }

  get topology(): Topology {
    return this.#options.topology;
  }

  /** All of them, as `NATS_URL` takes them. */
  get url(): string {
    return this.ports.map((port) => `nats://127.0.0.1:${port}`).join(',');
  }

  /** Of the first one. */
  get pid(): number {
    return this.#started[0]!.pid;
  }

  /** Of all streams together. */
  async bytes(): Promise<number> {
    return this.#asked(async (nats) => {
      let bytes = 0;
      for await (const { state } of (await jetstreamManager(nats)).streams.list()) bytes += state.bytes;
      return bytes;
    });
  }

  async up(index: number): Promise<void> {
    this.#started[index] = await startTestServer(this.#settings[index]!);
  }

  /** Ends one in order, as an operator does, and does not start it again. */
  async down(index: number): Promise<void> {
    await this.#started[index]?.stop();
    this.#started[index] = null;
  }

  /** Kills it, or ends it in order, and starts it again after a while. */
  async restart(index: number, how: 'killed' | 'terminated', pauseMs: number): Promise<void> {
    await this.#started[index]!.restart({ kill: how === 'killed', pauseMs });
  }

  /** Its process stops, its connections stand. */
  signal(index: number, signal: 'SIGSTOP' | 'SIGCONT'): void {
    process.kill(this.#started[index]!.pid, signal);
  }

  /** Between this one and the others, whoever made the connection. */
  routesOf(index: number): Link[] {
    return this.#routes.flatMap((links, from) =>
      from === index ? links : links.filter((_link, to) => to === index),
    );
  }

  async copyStore(index: number): Promise<void> {
    await rm(this.#copy(index), { recursive: true, force: true });
    await cp(this.#store(index), this.#copy(index), { recursive: true });
  }

  async putStoreBack(index: number): Promise<void> {
    await this.loseStore(index);
    await cp(this.#copy(index), this.#store(index), { recursive: true });
  }

  async loseStore(index: number): Promise<void> {
    await rm(this.#store(index), { recursive: true, force: true });
    await mkdir(this.#store(index), { recursive: true });
  }

  /** The server that leads a stream now. */
  async leaderOf(stream = VENUE): Promise<number> {
    const leader = await this.#asked(async (nats) => {
      const { cluster } = await (await jetstreamManager(nats)).streams.info(stream);
      return cluster?.leader;
    });
    return leader === undefined ? 0 : Number(leader.replace('server-', ''));
  }

  /** Every server has all of every stream. */
  async untilHealthy(): Promise<void> {
    if (this.replicas === 1) return;
    await this.#asked(async (nats) => {
      const jsm = await jetstreamManager(nats);
      for await (const { config, cluster } of jsm.streams.list()) {
        const others = cluster?.replicas ?? [];
        const isWhole =
          others.length === this.replicas - 1 && others.every((each) => each.current && !each.offline);
        if (!isWhole) throw new Error(`${config.name} is not whole`);
      }
    });
  }

  /** All facts that are stored, in their order. */
  async facts(): Promise<StoredFact[]> {
    const messages = await this.#asked(allFacts);
    return messages.map((message) => ({ text: message.string(), at: message.info.timestampNanos / 1e6 }));
  }

  /** Publishes what is stored once more, under the same ids. */
  async repeat(inOrder: (facts: JsMsg[]) => JsMsg[]): Promise<void> {
    await this.#asked(async (nats) => {
      const js = jetstream(nats);
      for (const { subject, data, headers } of inOrder(await allFacts(nats)))
        await js.publish(subject, data, headers === undefined ? {} : { headers });
    });
  }

  /** Takes all the room that a store has, as a stream of somebody else. */
  async fill(): Promise<void> {
    await this.#asked(async (nats) => {
      const jsm = await jetstreamManager(nats);
      await jsm.streams.add({ name: 'FILLER', subjects: ['filler'], num_replicas: this.replicas });
      for (let bytes = 4 * 1024 * 1024; bytes >= 64; ) {
        // Smaller and smaller, until nothing fits any more.
        const isStored = await jetstream(nats)
          .publish('filler', new Uint8Array(bytes))
          .then(
            () => true,
            () => false,
          );
        if (!isStored) bytes >>= 2;
      }
    });
  }

  async makeRoom(): Promise<void> {
    await this.#asked(async (nats) => (await jetstreamManager(nats)).streams.delete('FILLER'));
  }

  async stop(): Promise<void> {
    for (const server of this.#started) {
      try {
        if (server !== null) process.kill(server.pid, 'SIGCONT');
      } catch {
        // It is gone already.
      }
    }
    await Promise.all(this.#started.map((server) => server?.stop()));
    for (const link of this.#routes.flat()) link.close();
  }

  /** Asks until there is an answer: a cluster may be choosing a leader. */
  async #asked<T>(ask: (nats: NatsConnection) => Promise<T>): Promise<T> {
    const giveUpAt = Date.now() + FORMING_MS;
    for (;;) {
      try {
        const nats = await connect({ servers: this.url.split(','), timeout: 2_000 });
        try {
          return await ask(nats);
        } finally {
          await nats.close();
        }
      } catch (error) {
        if (Date.now() > giveUpAt) throw error;
        await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      }
    }
  }

  #store(index: number): string {
    return join(this.#options.folder, `store-${index}`);
  }

  #copy(index: number): string {
    return join(this.#options.folder, `copy-${index}`);
  }
}

async function allFacts(nats: NatsConnection): Promise<JsMsg[]> {
  const { state } = await (await jetstreamManager(nats)).streams.info(VENUE);
  const facts: JsMsg[] = [];
  if (state.messages === 0) return facts;
  const consumer = await jetstream(nats).consumers.get(VENUE);
  for await (const message of await consumer.consume()) {
    facts.push(message);
    if (message.seq >= state.last_seq) break;
  }
  return facts;
}
