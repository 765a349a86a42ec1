/** A whole pipeline of processes for one run: broker, two engines, two edges, a venue, screens, and the network between them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { freePorts } from '../broker/cluster.ts';
import { endOf as ended } from '../support/part-process.ts';
import type { Readiness, ScreenRole, ScreenWord } from './journal.ts';
import { type Link, linksTo } from './link.ts';
import type { Saying } from './meet.ts';
import { otherRevision } from './other-program.ts';
import { Part } from './part.ts';
import { numberOf, Servers, type Topology } from './servers.ts';
import { type Told, toldBy } from './told.ts';
import type { VenueSettings } from './venue.ts';

export interface StageOptions {
  readonly topology: Topology;
  readonly sayings: readonly Saying[];
  readonly perSecond: number;
  /** Default: as in operation. */
  readonly duplicateWindowMs?: number;
  /** Parts reach the broker, and screens the edges, by ways that can be broken. */
  readonly hasLinks?: boolean;
  /** Servers of a cluster reach each other by ways that can be broken. */
  readonly hasRouteLinks?: boolean;
  readonly storeMax?: number;
  /** Between two checkpoints of an engine, as the command line takes it. Default: a second, so that there is one in a run. */
  readonly checkpointEvery?: string;
  /** Programs make the streams themselves, all at once. */
  readonly startTogether?: boolean;
  /** The clock of the first engine jumps at each `SIGUSR2`. */
  readonly hasSkewedClock?: boolean;
  /** Which screens there are, by where they can go. Default: two that stay at one edge each, and two that go to the other one when theirs ends. */
  readonly screens?: (homes: readonly string[], ways: readonly string[]) => readonly ScreenOptions[];
  /** Who notes what is said; default: the stage itself, which keeps all of it. */
  readonly notes?: Notes;
}

export interface Notes {
  word(word: ScreenWord): void;
  said(place: number, at: number): void;
}

export interface ScreenOptions extends ScreenRole {
  readonly urls: readonly string[];
  readonly mode: 'live' | 'every';
  readonly delta: boolean;
  /** What it follows; default: everything. */
  readonly channel?: string;
}

const usualScreens = ([one, other]: readonly string[], ways: readonly string[]): ScreenOptions[] => [
  { name: 'home-0', urls: [one!], mode: 'live', delta: true, isSteady: false },
  { name: 'home-1', urls: [other!], mode: 'live', delta: false, isSteady: false },
  { name: 'live', urls: ways, mode: 'live', delta: true, isSteady: true },
  { name: 'every', urls: ways.toReversed(), mode: 'every', delta: false, isSteady: true },
];

export type PartName = 'engine-0' | 'engine-1' | 'edge-0' | 'edge-1' | 'venue';
const PARTS: readonly PartName[] = ['engine-0', 'engine-1', 'edge-0', 'edge-1', 'venue'];

/** So that an engine which is started again takes one up. */
const CHECKPOINT_OFTEN = '1s';
const LOOK_MS = 20;
const READY_EVERY_MS = 250;
const START_MS = 60_000;
const SCREENS = fileURLToPath(new URL('./screen/main.mjs', import.meta.url));
const SKEWED_CLOCK = new URL('./skewed-clock.mjs', import.meta.url).href;
const VENUE = fileURLToPath(new URL('./venue.js', import.meta.url));

export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface VenueWord {
  readonly said?: number;
  /** `EPOCH:SEQ`. */
  readonly number?: string;
  readonly at?: number;
  readonly settled?: true;
}

export class Stage {
  readonly engines: readonly Part[];
  readonly edges: readonly Part[];
  readonly servers: Servers;
  readonly words: ScreenWord[] = [];
  readonly readiness: Readiness[] = [];
  readonly said = new Map<number, number>();
  /** `EPOCH:SEQ`, the numbers that the outbox gave them, with their places. */
  readonly numbers = new Map<string, number>();
  /** What else the venue said, for people. */
  readonly venueWords: string[] = [];
  readonly roles: ScreenRole[];
  readonly folder: string;
  readonly #options: StageOptions;
  readonly #links: ReadonlyMap<string, readonly Link[]>;
  readonly edgeUrls: readonly string[];
  /** Parts that were not there in the beginning. */
  readonly #later: Part[] = [];
  readonly #screens: Told[] = [];
  #venue: Told | null = null;
  #isSettled = false;
  #looking: NodeJS.Timeout | null = null;
  #lookedAt = 0;
  #stoodStillMs = 0;

  static async set(options: StageOptions): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'splitsecond-faults-'));
    const { topology, storeMax, hasLinks = false, hasRouteLinks = false } = options;
    const servers = await Servers.start({
      folder,
      topology,
      hasRouteLinks,
      ...(storeMax === undefined ? {} : { storeMax }),
    });
    const edgePorts = await freePorts(2);
    const links = new Map<string, readonly Link[]>();
    if (hasLinks) {
      for (const part of PARTS) links.set(part, await linksTo(servers.ports));
      links.set('screens', await linksTo(edgePorts));
    }
    const stage = new Stage(options, folder, servers, links, edgePorts);
    try {
      await stage.#open();
    } catch (error) {
      await stage.strike();
      throw error;
    }
    return stage;
  }

  private constructor(
    options: StageOptions,
    folder: string,
    servers: Servers,
    links: ReadonlyMap<string, readonly Link[]>,
    edgePorts: readonly number[],
  ) {
    this.#options = options;
    this.folder = folder;
    this.servers = servers;
    this.#links = links;
    const environment = this.#environment;
    const skewed = options.hasSkewedClock === true ? ['--import', SKEWED_CLOCK] : [];
    this.engines = [skewed, []].map((nodeArgs, index) => {
      const natsUrl = this.#natsUrl(`engine-${index}`);
      const checkpoints = ['--checkpoints', join(folder, `checkpoints-${index}`)];
      const every = ['--checkpoint-every', options.checkpointEvery ?? CHECKPOINT_OFTEN];
      return new Part(['engine', ...checkpoints, ...every], { natsUrl, environment, nodeArgs });
    });
    this.edges = edgePorts.map(
      (port, index) =>
        new Part(['edge', '--port', String(port)], { natsUrl: this.#natsUrl(`edge-${index}`), environment }),
    );
    this.edgeUrls = edgePorts.map((port) => `http://127.0.0.1:${port}`);
    this.roles = this.#screenOptions().map(({ name, isSteady }) => ({ name, isSteady }));
  }

  /** What may be broken between a part and the broker, or between `screens` and edges. */
  links(part: PartName | 'screens'): readonly Link[] {
    return this.#links.get(part)!;
  }

  /** Between every part and the broker, in each direction. */
  delay(ms: number): void {
    for (const part of PARTS) for (const link of this.links(part)) link.delay(ms);
  }

  /** The venue begins to say facts, or goes on after it was killed. */
  startVenue(): void {
    const { perSecond } = this.#options;
    const settings: VenueSettings = {
      url: this.#natsUrl('venue'),
      replicas: this.servers.replicas,
      directory: join(this.folder, 'outbox'),
      source: 'FAULTS',
      file: join(this.folder, 'sayings.json'),
      from: this.said.size,
      perSecond,
    };
    this.#venue = toldBy(process.execPath, [VENUE, JSON.stringify(settings)], (word: VenueWord) => {
      if (word.said === undefined) this.venueWords.push(JSON.stringify(word));
      else {
        this.said.set(word.said, word.at!);
        this.numbers.set(word.number!, word.said);
        this.#options.notes?.said(word.said, word.at!);
      }
      if (word.settled !== undefined) this.#isSettled = true;
    });
  }

  get pids(): ReadonlyMap<string, number> {
    const parts = [...this.engines, ...this.edges];
    const names = ['engine-0', 'engine-1', 'edge-0', 'edge-1'];
    return new Map([
      ...parts.map((part, index) => [names[index]!, part.pid] as const),
      ['venue', this.venue.child.pid!],
      ['broker', this.servers.pid],
    ]);
  }

  get venue(): Told {
    return this.#venue!;
  }

  async killVenue(): Promise<void> {
    await ended(this.venue.child, 'SIGKILL');
  }

  /** What the broker does not have counts as not said. */
  async unsayUnstored(): Promise<void> {
    const stored = new Set((await this.servers.facts()).map(numberOf));
    for (const [number, place] of this.numbers) {
      if (stored.has(number)) continue;
      this.numbers.delete(number);
      this.said.delete(place);
    }
  }

  get isSaid(): boolean {
    return this.said.size === this.#options.sayings.length;
  }

  /** Everything is said, and the venue knows that an engine has processed it. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** The longest time that this process, which looks every quarter of a second, did not run. */
  get stoodStillMs(): number {
    return Math.round(this.#stoodStillMs);
  }

  sleep(screen: string, ms: number): void {
    this.#screens[0]!.say({ sleep: screen, ms });
  }

  /** What each part complained of, for people. */
  logs(): string {
    const parts = this.#parts.map((part, index) => `-- part ${index}\n${part.log}`);
    const told = [this.#venue, ...this.#screens].map((each) => `-- venue, screens\n${each?.errors()}`);
    return [...parts, ...told, ...this.venueWords].join('\n');
  }

  /** Ends everything, whatever state it is in. */
  async strike(): Promise<void> {
    if (this.#looking !== null) clearInterval(this.#looking);
    for (const told of [this.#venue, ...this.#screens]) if (told !== null) await ended(told.child, 'SIGKILL');
    await Promise.all(this.#parts.map((part) => part.end()));
    for (const links of this.#links.values()) for (const link of links) link.close();
    await this.servers.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Two engines of a newer revision, beside those that run; resolves when both are current. */
  async startOtherRevision(): Promise<void> {
    const program = await otherRevision(this.folder);
    await Promise.all([0, 1].map(() => this.startEngine({ program })));
  }

  /** One that was not there before; resolves when it is current. */
  async startEngine({ program, more = [] }: { program?: string; more?: readonly string[] }): Promise<Part> {
    const options = { natsUrl: this.servers.url, environment: this.#environment };
    const engine = new Part(['engine', ...more], program === undefined ? options : { ...options, program });
    this.#later.push(engine);
    await engine.start();
    return engine;
  }

  /** An edge that was not there before, and a screen that has seen nothing. */
  async startLateEdge(): Promise<void> {
    const edge = new Part(['edge', '--port', '0'], {
      natsUrl: this.servers.url,
      environment: this.#environment,
    });
    this.#later.push(edge);
    await edge.start();
    this.roles.push({ name: 'late', isSteady: false });
    this.#openScreens([{ name: 'late', urls: [edge.url], mode: 'live', delta: true }]);
  }

  get #parts(): readonly Part[] {
    return [...this.engines, ...this.edges, ...this.#later];
  }

  get #environment(): Record<string, string> {
    return { NATS_REPLICAS: String(this.servers.replicas) };
  }

  async #open(): Promise<void> {
    const { sayings, duplicateWindowMs, startTogether = false } = this.#options;
    const window = duplicateWindowMs === undefined ? {} : { duplicateWindowMs };
    await writeFile(join(this.folder, 'sayings.json'), JSON.stringify(sayings));
    if (!startTogether) {
      const { url, replicas } = this.servers;
      await (await NatsBroker.open({ url, replicas, ...window })).close();
    }
    await Promise.all([...this.engines, ...this.edges].map((part) => part.start()));
    this.#look();
    const options = this.#screenOptions();
    this.#openScreens(options);
    const giveUpAt = now() + START_MS;
    const standing = (): number =>
      new Set(this.words.filter(({ stands }) => stands).map(({ screen }) => screen)).size;
    while (standing() < options.length) {
      if (now() > giveUpAt) throw new Error(`screens do not stand: ${this.logs()}`);
      await pause(LOOK_MS);
    }
  }

  #openScreens(options: readonly object[]): void {
    const keep = (word: ScreenWord): void => void this.words.push(word);
    const { notes } = this.#options;
    const heard = (word: ScreenWord): void => {
      if (notes === undefined || word.stands !== undefined) keep(word);
      notes?.word(word);
    };
    this.#screens.push(toldBy(process.execPath, [SCREENS, JSON.stringify(options)], heard));
  }

  #screenOptions(): readonly ScreenOptions[] {
    const { screens = usualScreens } = this.#options;
    const broken = this.#links.get('screens')?.map(({ port }) => `http://127.0.0.1:${port}`);
    return screens(this.edgeUrls, broken ?? this.edgeUrls);
  }

  /** What edges say of themselves, all the while. */
  #look(): void {
    this.#lookedAt = now();
    this.#looking = setInterval(() => {
      this.#stoodStillMs = Math.max(this.#stoodStillMs, now() - this.#lookedAt - READY_EVERY_MS);
      this.#lookedAt = now();
      for (const [index, url] of this.edgeUrls.entries()) {
        const at = now();
        fetch(`${url}/readyz`, { headers: { connection: 'close' } }).then(
          ({ ok }) => void this.readiness.push({ home: `home-${index}`, at, answeredAt: now(), isReady: ok }),
          () => {},
        );
      }
    }, READY_EVERY_MS);
  }

  #natsUrl(part: string): string {
    const links = this.#links.get(part);
    if (links === undefined) return this.servers.url;
    return links.map(({ port }) => `nats://127.0.0.1:${port}`).join(',');
  }
}
