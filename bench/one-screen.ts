/**
 * Question: how long from a venue's publish to the only screen, beside processes that only pass it on?
 *
 *   this process --fact--> nats-server --> engine --> nats-server --> edge --> 1 screen (another process)
 *   this process --text--> nats-server --> relay  --> nats-server --> relay --> 1 screen (another process)
 *
 * Nothing is in the way of anything: 20 facts a second, one screen, so that what counts is what each process does and how
 * often it waits. The relay (`one-screen/relay.ts`) makes the same hops over the same broker, stored where the pipeline's are stored,
 * under ids by which a second copy vanishes, in messages of the same length with their headers, and works nothing out. Both run all the time and are measured in turn, round by round; the
 * bar is the median over rounds of the ratio of their p50, and the spread is said. Latency counts from when a fact was due. Every version
 * must reach the screen, or no figure is printed. It would change with the rows, with a network between the machines, and
 * with cores for each process: here they share the machine's, and most of the time is the waking of a process that sleeps.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { jetstream, jetstreamManager, StorageType } from '@nats-io/jetstream';
import { connect, type MsgHdrs } from '@nats-io/transport-node';
import { pino } from 'pino';
import type { ResultMessage } from '../src/broker/broker.ts';
import { resultId } from '../src/broker/message-ids.ts';
import { factHeaders, resultHeaders } from '../src/broker/nats/entries.ts';
import { type Launched, launch } from '../src/cli/launcher.ts';
import { encoderOf } from '../src/encode/format.ts';
import { encodeDeltaResult } from '../src/encode/result-codec.ts';
import { messageIdOf } from '../src/ingest/encode.ts';
import { factToWire } from '../src/ingest/from-wire.ts';
import { channelOf } from '../src/model/document.ts';
import type { Fact } from '../src/model/fact.ts';
import { openBroker } from '../src/setup/open-broker.ts';
import { ask, ended, heard } from './fan-out/stage.ts';
import { bytesOf, headed, type Lengths, RELAY_IN, RELAY_OUT, worded } from './one-screen/relay-words.ts';
import type { Arrival, Order } from './one-screen/screen.ts';
import { type Answer, atMost, type Benchmark, type Figure, numberOf, rounded } from './support/benchmark.ts';
import { untilMs } from './support/due.ts';
import { machineMs } from './support/machine-time.ts';
import { type MassRace, massRace } from './support/mass-race.ts';
import { publishFact } from './support/publish-fact.ts';
import { versionsOf } from './support/recorded.ts';
import { figuresWith, middleOf } from './support/sentence.ts';
import { type Lateness, latenessOfAll } from './venue-to-screen/sightings.ts';

const ROWS = 150;
const INTERVAL_MS = 50;
const RUNS = {
  smoke: { rounds: 1, facts: 20, warmUp: 10 },
  real: { rounds: 5, facts: 80, warmUp: 80 },
} as const;
const LIMIT_TIMES = 1.5;
const ARRIVAL_MS = 15_000;
const LOOK_MS = 20;

const PIPELINE = 'whole pipeline';
const RELAY = 'bare relay';
const PROGRAMS = {
  relay: new URL('./one-screen/relay.js', import.meta.url),
  screen: new URL('./one-screen/screen.js', import.meta.url),
};

/** A way from this process to a screen. */
interface Way {
  readonly name: string;
  /** Brings the screen one version further. */
  send(): Promise<void>;
  arrivals(): Promise<readonly Arrival[]>;
  /** What the screen shows now. */
  shown: number;
}

export const oneScreen: Benchmark = {
  name: 'one-screen',
  question: "How long from a venue's publish to the only screen, beside a bare relay (milliseconds)?",
  async run(size, progress): Promise<Answer> {
    const { rounds, facts, warmUp } = RUNS[size];
    const launched = await launch({ logLevel: 'error', engines: 1 }, pino({ level: 'silent' }));
    const stage = new Stage(launched, massRace(ROWS, warmUp + rounds * facts));
    try {
      const ways = [await stage.pipeline(), await stage.relay()];
      for (const way of ways) await measured(way, warmUp);
      const all: { readonly what: string; readonly round: number; readonly late: Lateness }[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        for (const way of ways) {
          const late = await measured(way, facts);
          all.push({ what: way.name, round, late });
          progress(`round ${round}: ${way.name} p50 ${rounded(late.p50)} ms`);
        }
      }
      const ratios = Array.from({ length: rounds }, (_none, index) => {
        const [ours, bare] = ways.map(
          ({ name }) => all.find(({ what, round }) => what === name && round === index + 1)!.late.p50,
        ) as [number, number];
        return ours / bare;
      }).sort((one, other) => one - other);
      return {
        figures: all.map(({ what, round, late }): Figure => figureOf(what, round, late)),
        bars: [
          atMost(
            `p50 / that of the bare relay, median of ${rounds} (${rounded(ratios[0]!)} to ${rounded(ratios.at(-1)!)})`,
            rounded(ratios[ratios.length >> 1]!),
            LIMIT_TIMES,
          ),
        ],
      };
    } finally {
      await stage.strike();
    }
  },
  sentence: (figures) =>
    [PIPELINE, RELAY]
      .map((what) => {
        const rounds = figuresWith(figures, { what });
        return `${what} p50 ${middleOf(rounds, 'p50')} ms, p99 ${middleOf(rounds, 'p99')}`;
      })
      .join('; '),
  inShort: (figures) => [
    'ms, p50 / p99 by round:',
    ...[PIPELINE, RELAY].map((name) => {
      const rounds = figures.filter(({ what }) => what === name);
      return `${name} ${rounds.map((figure) => `${numberOf(figure, 'p50')} / ${numberOf(figure, 'p99')}`).join(', ')}`;
    }),
  ],
};

/** Lets one version after the other be sent when it is due, and gives how late they came. */
async function measured(way: Way, facts: number): Promise<Lateness> {
  const first = way.shown + 1;
  const dueAt = machineMs() + 2 * INTERVAL_MS;
  const sent: Promise<void>[] = [];
  for (let index = 0; index < facts; index += 1) {
    await untilMs(dueAt + index * INTERVAL_MS);
    sent.push(way.send());
  }
  await Promise.all(sent);
  way.shown += facts;
  const came = await allOf(way, way.shown);
  const late = Array.from({ length: facts }, (_none, index) => {
    const [, at] = came.find(([version]) => version >= first + index)!;
    return at - dueAt - index * INTERVAL_MS;
  });
  return latenessOfAll(late);
}

async function allOf(way: Way, last: number): Promise<readonly Arrival[]> {
  const came: Arrival[] = [];
  for (const until = machineMs() + ARRIVAL_MS; machineMs() < until; await pause(LOOK_MS)) {
    came.push(...(await way.arrivals()));
    if ((came.at(-1)?.[0] ?? 0) >= last) return came;
  }
  throw new Error(`${way.name}: version ${last} did not reach the screen`);
}

const figureOf = (what: string, round: number, { p50, p99, max }: Lateness): Figure => ({
  what,
  round,
  p50: rounded(p50),
  p99: rounded(p99),
  max: rounded(max),
});

/** Both ways over one broker; everything else waits while one of them is measured. */
class Stage {
  readonly #launched: Launched;
  readonly #race: MassRace;
  readonly #children: ChildProcess[] = [];
  readonly #closing: (() => Promise<void>)[] = [];

  constructor(launched: Launched, race: MassRace) {
    this.#launched = launched;
    this.#race = race;
  }

  async pipeline(): Promise<Way> {
    const { broker, close } = await openBroker({ url: this.#launched.natsUrl });
    this.#closing.push(close);
    for (const fact of this.#race.opening) await publishFact(broker, fact);
    const passings = this.#race.passings.values();
    // Each passing changes the list once.
    return this.#way(PIPELINE, this.#launched.streamUrl, `${this.#race.unit}/RESULT`, () =>
      publishFact(broker, passings.next().value!),
    );
  }

  async relay(): Promise<Way> {
    const url = this.#launched.natsUrl;
    const nats = await connect({ servers: url, noAsyncTraces: true });
    this.#closing.push(() => nats.close());
    const jsm = await jetstreamManager(nats);
    for (const name of [RELAY_IN, RELAY_OUT])
      await jsm.streams.add({ name, subjects: [name], storage: StorageType.File });
    const bytes = this.#lengths();
    const { headers, data } = bytes.result;
    await this.#fork(PROGRAMS.relay, ['middle', url, String(headers), String(data)], 'ready');
    const { port } = await this.#fork<{ port: number }>(
      PROGRAMS.relay,
      ['last', url, String(bytes.frame)],
      'ready',
    );
    const js = jetstream(nats);
    let version = 1;
    return this.#way(RELAY, `ws://127.0.0.1:${port}/`, '', async () => {
      version += 1;
      await js.publish(RELAY_IN, worded(version, bytes.fact.data), headed(version, bytes.fact.headers));
    });
  }

  async strike(): Promise<void> {
    await Promise.all(this.#children.map(ended));
    for (const close of this.#closing) await close();
    await this.#launched.stop();
  }

  async #way(name: string, url: string, channel: string, send: () => Promise<void>): Promise<Way> {
    const screen = fork(PROGRAMS.screen);
    this.#children.push(screen);
    const order: Order = { open: { url, channel } };
    const shown = await ask<number>(screen, order, 'opened');
    const report: Order = { report: true };
    return { name, shown, send, arrivals: () => ask<readonly Arrival[]>(screen, report, 'report') };
  }

  async #fork<Word>(program: URL, args: readonly string[], word: string): Promise<Word> {
    const child = fork(program, args);
    this.#children.push(child);
    return heard<Word>(child, word);
  }

  /** Of what the pipeline sends: a fact, its version from engine to edge, and its frame. */
  #lengths(): { fact: Lengths; result: Lengths; frame: number } {
    const { opening, passings, unit } = this.#race;
    const [passing] = passings as readonly [Fact, ...Fact[]];
    const last = versionsOf([...opening, ...passings.slice(0, ROWS)], EPOCH).findLast(
      ({ document, delta }) => delta !== null && channelOf(document.header) === `${unit}/RESULT`,
    )!;
    const channel = `${unit}/RESULT`;
    const { version, hash } = last.document;
    const data = encodeDeltaResult(last.delta!, channel, EPOCH);
    const id = messageIdOf(passing);
    const about = { channel, epoch: EPOCH, first: version, version, hash, causes: [id] };
    const result: ResultMessage = { ...about, form: 'delta', data };
    const json = { contentType: 'application/json', messageId: id } as const;
    return {
      fact: { headers: headerBytes(factHeaders(json), id), data: JSON.stringify(factToWire(passing)).length },
      result: { headers: headerBytes(resultHeaders(result), resultId(result), version), data: data.length },
      frame: encoderOf('json').deltaFrame(channel, EPOCH, last.delta!)!.length,
    };
  }
}

/** With what the broker is told beside them: the id, and behind which message it stores. */
function headerBytes(fields: MsgHdrs, id: string, after?: number): number {
  fields.append('Nats-Msg-Id', id);
  if (after !== undefined) fields.append('Nats-Expected-Last-Subject-Sequence', String(after));
  return bytesOf(fields);
}

/** As long as a real one. */
const EPOCH = '0lwpzq9o1-001-1a2b3c4';
