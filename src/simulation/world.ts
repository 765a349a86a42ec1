import { PACKING } from '../checkpoints/packed.ts';
import type { OpenSocket } from '../client/connection.ts';
import { subprotocolOf } from '../fanout/frames/stream-format.ts';
import { type Channel, parseChannel } from '../model/document.ts';
import type { PuttingAway } from '../standings/putting-away.ts';
import { SimulatedArchiveDisk } from './archive-disk.ts';
import { ArchiveKeeper } from './archive-keeper.ts';
import { SimulatedClock } from './clock.ts';
import type { ConnectedProgram, Surroundings } from './connected-program.ts';
import { Dice } from './dice.ts';
import { EdgeProgram } from './edge-program.ts';
import { type Disagreement, EngineProgram } from './engine-program.ts';
import { LibraryScreen } from './library-screen.ts';
import { ObservedModel } from './observed-model.ts';
import { Program } from './program.ts';
import { RawScreen, type RawScreenOptions } from './raw-screen.ts';
import { Reading } from './reading.ts';
import { ScreenSocket } from './screen-socket.ts';
import { SharedCore } from './shared-core.ts';
import type { Trace } from './trace.ts';
import { VenueProgram } from './venue-program.ts';

/** What may not be, and was. */
export interface Violation {
  /** Milliseconds after the beginning. */
  readonly at: number;
  readonly rule: string;
  readonly where: string;
}

const MICROS_PER_MS = 1_000;
/** Shorter than the longest faults, so that ids are forgotten while somebody is away. */
const DUPLICATE_WINDOW_MS = 3_000;
const NEAR_MS = 3;
const FAR_MS = 400;
const EVERYTHING = '*';

/** A run has too few facts for the bound of an engine: its events leave memory when they are over and two facts were about others. */
const PUTTING_AWAY: PuttingAway = {
  packing: PACKING,
  everyFacts: 1,
  isTime: ({ facts, isOver }) => facts >= 2 && isOver(),
};

const RAW: readonly (readonly [RawScreenOptions['wants'], object])[] = [
  [{ mode: 'live', delta: true, format: 'protobuf' }, {}],
  [{ mode: 'every', delta: false, format: 'json' }, {}],
  [{ mode: 'live', delta: true, format: 'json' }, { delayMs: 2_000 }],
];

/** A screen in either way, and the socket that it has now. */
export interface SimulatedScreen {
  readonly name: string;
  readonly program: Program;
  readonly screen: LibraryScreen | RawScreen;
  readonly sockets: Set<ScreenSocket>;
  document(channel: Channel): { readonly hash: string } | null;
}

/** Broker, engines, edges, venue and screens on simulated machines. */
export class World {
  readonly clock = new SimulatedClock();
  readonly begun = this.clock.now();
  readonly model: ObservedModel;
  readonly engines: EngineProgram[] = [];
  readonly edges: EdgeProgram[];
  readonly venue: VenueProgram;
  readonly keeper: ArchiveKeeper;
  readonly screens: SimulatedScreen[] = [];
  readonly violations: Violation[] = [];
  readonly dice: Dice;
  readonly #reading = new Reading();
  readonly #surroundings: Surroundings;
  readonly #trace: Trace;
  #revisions = 0;

  constructor(seed: number, trace: Trace) {
    this.dice = new Dice(seed);
    this.#trace = trace;
    const now = (): number => this.clock.now() * MICROS_PER_MS;
    const options = { now, duplicateWindowMs: DUPLICATE_WINDOW_MS };
    this.model = new ObservedModel(options, this.#reading, {
      older: (where) => this.violated('OLDER_STATE', where),
      lost: (message) => {
        for (const { screen } of this.screens) if (screen instanceof RawScreen) screen.talk.loses(message);
      },
    });
    this.#surroundings = {
      core: new SharedCore(this.#reading.fact, PUTTING_AWAY),
      reading: this.#reading,
      archiveDisk: new SimulatedArchiveDisk(),
      clock: this.clock,
      model: this.model,
      delayMs: () => this.#delayMs(),
      failed: (name, error) => this.violated('PROGRAM_FAILED', `${name}: ${String(error)}`),
    };
    this.edges = ['edge-1', 'edge-2'].map((name) => new EdgeProgram(name, this.#surroundings));
    this.venue = new VenueProgram('SIM-1', this.#surroundings);
    this.keeper = new ArchiveKeeper('archive', this.#surroundings, {
      revision: () => this.engines.at(-1)!.revision,
      syncedAt: () => this.model.syncedAt,
      isRecord: () => this.model.wasCut,
    });
  }

  /** Everything starts; screens once there is an edge. */
  async begin(): Promise<void> {
    this.addEngines();
    for (const edge of this.edges) edge.start();
    await this.clock.pass(500);
    for (const [wants, options] of RAW) this.#addRaw(wants, options);
    for (const mode of ['live', 'every'] as const) this.#addLibrary(mode);
    this.venue.start();
  }

  /** Two engines of one revision, the next one. */
  addEngines(): void {
    this.#revisions += 1;
    const complaints = {
      disagree: (name: string, fields: Disagreement) => {
        if (!this.#mayDisagree(fields)) this.violated('DISAGREE', `${name} ${JSON.stringify(fields)}`);
      },
      stopped: (name: string, fields: object) =>
        this.violated('STOPPED', `${name} ${JSON.stringify(fields)}`),
    };
    for (const one of ['a', 'b']) {
      const name = `engine-${this.#revisions}${one}`;
      const engine = new EngineProgram(name, `rev${this.#revisions}`, this.#surroundings, complaints);
      this.engines.push(engine);
      engine.start();
    }
  }

  /** The medal table is made of stored documents, everything else of facts. */
  #mayDisagree({ epoch, channel }: Disagreement): boolean {
    if (this.model.hasLostFactsOf(epoch)) return true;
    return parseChannel(channel)?.type === 'MEDALS' && this.model.hasLostResultsOf(epoch);
  }

  /** All but those of the newest revision go out of service. */
  retireEngines(): void {
    for (const engine of this.engines.splice(0, this.engines.length - 2)) engine.retire();
  }

  programs(): ConnectedProgram[] {
    return [...this.engines, ...this.edges, this.venue];
  }

  violated(rule: string, where: string): void {
    this.violations.push({ at: this.clock.now() - this.begun, rule, where });
  }

  end(): void {
    for (const { screen } of this.screens) if (screen instanceof LibraryScreen) screen.close();
    for (const { program } of this.screens) program.end();
    for (const program of [...this.programs(), this.keeper]) program.kill();
  }

  #addRaw(wants: RawScreenOptions['wants'], options: object): void {
    const program = new Program(this.clock);
    const sockets = new Set<ScreenSocket>();
    const chance = (): number => this.dice.share();
    let next = this.screens.length;
    const openSocket = (subprotocol: string): ScreenSocket => {
      next += 1;
      return this.#open(this.edges[next % this.edges.length]!, subprotocol, program, sockets);
    };
    const screen = new RawScreen({
      wants: { ...wants, mayDiffer: (epoch) => this.model.hasLostFactsOf(epoch) },
      options,
      channel: EVERYTHING,
      truth: this.model.truth,
      sent: this.model.sent,
      timing: program,
      reading: this.#reading,
      openSocket,
      chance,
    });
    const name = `raw ${wants.mode} ${JSON.stringify(options)}`;
    this.screens.push({
      name,
      program,
      screen,
      sockets,
      document: (channel) => screen.talk.document(channel),
    });
    screen.connect();
  }

  #addLibrary(mode: 'live' | 'every'): void {
    const program = new Program(this.clock);
    const sockets = new Set<ScreenSocket>();
    const name = `library ${mode}`;
    const openSocket: OpenSocket = (url, subprotocol) =>
      this.#open(this.edges.find((edge) => edge.name === url)!, subprotocol, program, sockets);
    const screen = new LibraryScreen({
      mode,
      urls: this.edges.map((edge) => edge.name),
      channel: EVERYTHING,
      program,
      reading: this.#reading,
      openSocket,
      chance: () => this.dice.share(),
      wrong: (rule, where) => this.violated(rule, `${name}: ${where}`),
      mayDiffer: (epoch) => this.model.hasLostFactsOf(epoch),
      shown: (channel, { epoch, version }) =>
        this.#trace.note(name, channel, epoch, version, this.clock.now()),
    });
    this.screens.push({ name, program, screen, sockets, document: (channel) => screen.document(channel) });
  }

  #open(edge: EdgeProgram, subprotocol: string, screen: Program, sockets: Set<ScreenSocket>): ScreenSocket {
    const format = subprotocol === subprotocolOf('protobuf') ? 'protobuf' : 'json';
    for (const old of sockets) if (old.isOver) sockets.delete(old);
    const socket = new ScreenSocket({
      timing: this.clock,
      delayMs: () => this.#delayMs(),
      door: edge,
      screen,
      format,
    });
    sockets.add(socket);
    return socket;
  }

  /** Mostly near, now and then far. */
  #delayMs(): number {
    return this.dice.once(20) ? this.dice.throw(FAR_MS) : this.dice.throw(NEAR_MS);
  }
}
