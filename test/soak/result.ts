/** What a soak came to: each reading with its trend, and what of it is wrong. */
import { grouped } from '../../bench/support/benchmark.ts';
import type { Soak } from './soak.ts';
import { isLeak, type Reading, trendOf } from './trend.ts';

export interface SoakResult {
  /** In one sentence. */
  readonly said: string;
  /** Lines of a table. */
  readonly table: readonly string[];
  readonly wrong: readonly string[];
  readonly isClean: boolean;
}

const MIB = 1024 * 1024;
const KEPT_LAG_MS = 1_000;
/** A shorter run shows that it works: what grows in it may be what has to be there, and a busy machine has its time. */
const JUDGED_SECONDS = 600;
/** More than this, and more than a tenth, is a leak (`trend.ts`). */
const ALLOWED = { memory: 16 * MIB, alive: 8 * MIB, outside: 16 * MIB, handles: 8 } as const;
/** A nats-server knows of each message on its disk where it is and what it is about: up to so much of what it stores is no leak. */
const INDEX_OF_STORE = 0.2;
/**
 * What may stay of a unit that is over. An edge serves its documents to whoever asks; an engine has what was said of it, packed, and where each of its
 * documents stands. Both have it in the lists of the competition.
 */
const KEPT_OF_A_UNIT: Readonly<Record<string, number>> = { engine: 16 * 1_024, edge: 12 * 1_024 };
/** Of a program of ours the parts are looked at: what is resident beyond them is rubbish, of which Node keeps as much as it likes. */
const IN_PARTS = /^(engine|edge)-\d+ memory$/;

export function resultOf(run: Soak, { rate, screens }: { rate: number; screens: number }): SoakResult {
  const { facts, seconds, readings, missing, troubles } = run;
  const most = (name: string): number => Math.max(0, ...readings.get(name)!.map(({ value }) => value));
  const store = readings.get('store bytes')!;
  const bytesAFact =
    ((store.at(-1)?.value ?? 0) - (store[0]?.value ?? 0)) / Math.max(1, spanOf(store) * rate);
  const lag = most('lag ms');
  const disagreements = most('disagreements');
  const isJudged = seconds >= JUDGED_SECONDS;
  const kept = (program: string): string => grouped(Math.round(keptOfAUnit(program, readings)));
  const wrong = [
    ...(isJudged ? leaksIn(readings, seconds) : []),
    ...(isJudged && lag > KEPT_LAG_MS ? [`a fact was shown ${grouped(Math.round(lag))} ms late`] : []),
    ...(disagreements > 0 ? [`engines disagreed ${disagreements} times`] : []),
    ...(missing > 0 ? [`${missing} facts were not shown`] : []),
    ...troubles,
  ];
  return {
    said:
      `${grouped(Math.round(seconds / 60))} minutes, ${grouped(facts)} facts, ${rate} a second, ${screens} screens coming and going; ` +
      `${grouped(Math.round(bytesAFact))} bytes of store a fact, ${kept('engine')} bytes in an engine and ${kept('edge')} in an edge for each unit that is over, ` +
      `the latest fact ${grouped(Math.round(lag))} ms late, ${disagreements} disagreements.`,
    table: [
      '| reading | first | last | most | an hour more |',
      '| --- | ---: | ---: | ---: | ---: |',
      ...[...readings].map(([name, each]) => lineOf(name, each)),
    ],
    wrong,
    isClean: wrong.length === 0,
  };
}

const spanOf = (readings: readonly Reading[]): number => (readings.at(-1)?.at ?? 0) - (readings[0]?.at ?? 0);

function leaksIn(readings: Soak['readings'], seconds: number): string[] {
  return [...readings].flatMap(([name, each]) => {
    const kind = name.split(' ').at(-1) as keyof typeof ALLOWED;
    if (!(kind in ALLOWED) || IN_PARTS.test(name)) return [];
    return isLeak(trendOf(each), seconds, Math.max(ALLOWED[kind], mayStay(name, readings)))
      ? [`${name} grows by ${shown(name, trendOf(each).slope)} an hour`]
      : [];
  });
}

/** Bytes that may be more in the end because there is more: the broker's index of what it stores, and units that are over. */
function mayStay(name: string, readings: Soak['readings']): number {
  const more = (of: string): number => {
    const { first, last } = trendOf(readings.get(of)!);
    return last - first;
  };
  if (name === 'broker memory') return more('store bytes') * INDEX_OF_STORE;
  const [program = '', what] = name.split(/-\d+ /);
  return what === 'alive' ? more('units away') * KEPT_OF_A_UNIT[program]! : 0;
}

/** Bytes that are alive more for each unit that is over; of the one of two of which it is more. */
function keptOfAUnit(program: string, readings: Soak['readings']): number {
  const slopes = [0, 1].map((index) => trendOf(readings.get(`${program}-${index} alive`) ?? []).slope);
  return Math.max(...slopes) / trendOf(readings.get('units away')!).slope;
}

function lineOf(name: string, readings: readonly Reading[]): string {
  const { first, last, most, slope } = trendOf(readings);
  return `| ${name} | ${[first, last, most, slope].map((value) => shown(name, value)).join(' | ')} |`;
}

const shown = (name: string, value: number): string =>
  /memory|alive|outside|bytes/.test(name)
    ? `${grouped(Math.round((value / MIB) * 10) / 10)} MiB`
    : grouped(Math.round(value));
