import type { Fact, FactContents, FactKind } from '../../src/model/fact.ts';
import { formatRsc, type Rsc } from '../../src/model/rsc.ts';
import { seeded } from './seeded.ts';

/** A road race with as many runners as wanted and four timing points: made, not recorded. */
export interface MassRace {
  readonly unit: Rsc;
  readonly opening: readonly Fact[];
  /** Passings in the order of time, runners shuffled by a fixed seed. */
  readonly passings: readonly Fact[];
}

const POINTS = ['10K', '20K', '30K', 'FIN'] as const;
const STARTED_AT = Date.UTC(2024, 5, 9, 8) * 1_000;
const MICROS_PER_SECOND = 1_000_000;

export const massRace = (runners: number, passings: number): MassRace =>
  raceOf(runners, POINTS, inOrderOfTime(runners, passings));

/** A competitor at a timing point, in seconds after the start. */
export interface Passing {
  readonly code: string;
  readonly point: string;
  readonly second: number;
}

/** Setup, start list and start of a mass start race, and its passings as facts; `heat` makes it another unit. */
export function raceOf(
  starters: number,
  points: readonly string[],
  passings: readonly Passing[],
  heat = 1,
): MassRace {
  const unit = formatRsc({
    discipline: 'ATH',
    gender: 'W',
    event: 'MARATHON',
    phase: 'FNL',
    unit: `${String(heat).padStart(4, '0')}00--`,
  });
  let seq = 0;
  const fact = <K extends FactKind>(kind: K, content: FactContents[K], second: number): Fact =>
    ({
      source: 'BENCH',
      epoch: '1',
      seq: ++seq,
      unit,
      test: true,
      storedAt: STARTED_AT + second * MICROS_PER_SECOND,
      streamSeq: seq,
      kind,
      content,
    }) as unknown as Fact;
  const entries = Array.from({ length: starters }, (_none, index) => ({
    competitor: {
      code: codeOf(index),
      kind: 'ATHLETE' as const,
      organisation: ORGANISATIONS[index % ORGANISATIONS.length]!,
      name: { given: `Given${index}`, family: `Family${index}` },
    },
    startOrder: index + 1,
    bib: String(index + 1),
  }));
  const opening = [
    fact('setup', { points: points.map((code) => ({ code })) }, 0),
    fact('startList', { entries }, 1),
    fact('start', { at: STARTED_AT }, 2),
    fact('status', { result: 'LIVE' }, 3),
  ];
  return {
    unit,
    opening,
    passings: passings.map(({ code, point, second }) =>
      fact('passing', { competitor: code, point, time: second * MICROS_PER_SECOND }, second),
    ),
  };
}

/** The code of the competitor with this index in the start list. */
export const codeOf = (index: number): string => String(1_000_000 + index);

const ORGANISATIONS = ['KEN', 'ETH', 'GBR', 'FRA', 'JPN', 'USA', 'GER', 'BRA'] as const;
const SECONDS_PER_POINT = 1_950;

function inOrderOfTime(runners: number, most: number): Passing[] {
  const random = seeded(20_240_609);
  const pace = Array.from({ length: runners }, () => 1 + random());
  const all = POINTS.flatMap((point, passed) =>
    pace.map((slowness, index) => ({
      code: codeOf(index),
      point,
      second: Math.round((passed + 1) * SECONDS_PER_POINT * slowness),
    })),
  );
  return all.toSorted(byTime).slice(0, most);
}

/** The order in which timing points send; within one second by code. */
export const byTime = (one: Passing, other: Passing): number =>
  one.second - other.second || (one.code < other.code ? -1 : 1);
