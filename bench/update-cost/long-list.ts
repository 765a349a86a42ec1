/**
 * Facts in the middle of a mass race: what each of them takes until its versions are handed to the broker, with the documents
 * that are kept for late joiners and those that go out whole. The engine's own outlet does that; its broker takes all.
 */
import { ResultOutlet } from '../../src/engine/result-outlet.ts';
import type { Document } from '../../src/model/document.ts';
import type { Fact, FactContents, FactKind } from '../../src/model/fact.ts';
import { SPORTS } from '../../src/sports.ts';
import { Competition } from '../../src/standings/competition.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { codeOf, raceOf } from '../support/mass-race.ts';
import { Times } from './times.ts';

const MICROS = 1_000_000;
const FASTEST_SECONDS = 7_500;
const POINTS = ['10K', 'FIN'];

/** A fact to come: of which runner (by place in the list, the fastest 0), and what. */
type Next = (index: number) => readonly [code: string, kind: FactKind, content: object];

export interface LongList {
  readonly facts: Times;
  /** Longest time in which nothing else could be done: what is put together in steps lets others in between. */
  readonly stall: number;
  /** How many documents were kept for late joiners meanwhile. */
  readonly kept: number;
}

/** The cases that are measured, by name: each one fact after the other. `finished`: how many have a time so far. */
export const CASES: Readonly<Record<string, (finished: number) => Next>> = {
  'a row appended': (finished) => (index) => finish(finished + index, FASTEST_SECONDS + finished + index),
  'a row in the middle': (finished) => (index) =>
    finish(finished + index, FASTEST_SECONDS + (finished >> 1) + 0.5 + index / 1_000),
  'a new leader': (finished) => (index) => finish(finished + index, FASTEST_SECONDS - 1 - index / 100),
  'the leader disqualified': () => (index) => [
    codeOf(index),
    'irm',
    { competitor: codeOf(index), code: 'DQ' },
  ],
};

const finish = (runner: number, second: number): ReturnType<Next> => [
  codeOf(runner),
  'passing',
  { competitor: codeOf(runner), point: 'FIN', time: Math.round(second * 1_000) * 1_000 },
];

/** So many rows, half of them with a time; then so many facts of one case. */
export async function longList(rows: number, facts: number, name: string): Promise<LongList> {
  const finished = rows >> 1;
  const opening = Array.from({ length: finished }, (_none, runner) => ({
    code: codeOf(runner),
    point: 'FIN',
    second: FASTEST_SECONDS + runner,
  }));
  const race = raceOf(rows, POINTS, opening);
  const competition = new Competition({ epoch: 'bench', sports: SPORTS });
  const stalls = new Stalls();
  const desk = outletOf(() => stalls.letOthersIn());
  const take = async (fact: Fact): Promise<void> => {
    const { versions, refusals } = competition.take(fact);
    if (refusals.length > 0) throw new Error(`refused: ${refusals[0]!.message}`);
    for (const version of versions) desk.outlet.offer(version, '-');
    await desk.outlet.settled();
  };
  for (const fact of [...race.opening, ...race.passings]) await take(fact);
  stalls.forget();
  const last = race.passings.at(-1)!;
  const next = CASES[name]!(finished);
  const times = new Times();
  const keptBefore = desk.kept();
  for (let index = 0; index < facts; index += 1) {
    const [, kind, content] = next(index);
    const fact = factOf(last, last.seq + index + 1, kind, content as FactContents[FactKind]);
    await times.until(() => take(fact));
    await stalls.letOthersIn();
  }
  check(competition.documents.get(`${race.unit}/RESULT`)!.current);
  return { facts: times, stall: stalls.longest, kept: desk.kept() - keptBefore };
}

/** The time between two moments at which something else could be done; a collection of garbage can come in either half. */
class Stalls {
  longest = 0;
  #since = performance.now();

  async letOthersIn(): Promise<void> {
    this.#look();
    await new Promise((resolve) => setImmediate(resolve));
    this.#look();
  }

  #look(): void {
    const now = performance.now();
    this.longest = Math.max(this.longest, now - this.#since);
    this.#since = now;
  }

  forget(): void {
    this.longest = 0;
    this.#since = performance.now();
  }
}

/** What was kept in step must be what is made of the whole list. */
function check({ header, rows, hash }: Document): void {
  if (new ContentHash(header, rows).text !== hash) throw new Error('the document is not what its hash says');
}

const factOf = (like: Fact, seq: number, kind: FactKind, content: FactContents[FactKind]): Fact =>
  ({
    ...like,
    seq,
    streamSeq: seq,
    storedAt: like.storedAt + seq * MICROS,
    kind,
    content,
  }) as unknown as Fact;

/** The outlet of an engine before a broker that has nothing to do. */
function outletOf(wait: () => Promise<void>): { outlet: ResultOutlet; kept(): number } {
  let streamSeq = 0;
  let kept = 0;
  const outlet = new ResultOutlet({
    broker: {
      maxDataBytes: 64 * 1024 * 1024,
      publishResult: async () => ({ streamSeq: ++streamSeq, duplicate: false }),
      keepDocument: async () => {
        kept += 1;
      },
      lastResults: async () => new Map(),
      lastResult: async () => ({ place: 0, last: null }),
    },
    epoch: 'bench',
    log: { info: () => undefined, warn: failed, error: failed },
    wait,
  });
  return { outlet, kept: () => kept };
}

function failed(_about: object, message: string): never {
  throw new Error(message);
}
