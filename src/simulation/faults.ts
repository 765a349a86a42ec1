import type { Dice } from './dice.ts';

/** What can go wrong, and with which of several. */
export const FAULTS = {
  'engine-killed': 2,
  'engine-paused': 2,
  'engine-cut': 2,
  'engine-stalled': 2,
  'engine-clock': 2,
  'edge-killed': 2,
  'edge-paused': 2,
  'edge-cut': 2,
  'edge-stalled': 2,
  'venue-killed': 1,
  'venue-cut': 1,
  'venue-stalled': 1,
  'screen-cut': 5,
  'screen-stalled': 5,
  'screen-paused': 5,
  'live-path': 1,
  'broker-restarted': 1,
  'broker-crashed': 1,
  'broker-elects': 1,
  'broker-full': 1,
  'broker-rolled-back': 1,
  'broker-store-lost': 1,
  upgrade: 1,
  'facts-cut': 1,
} as const;

export type FaultKind = keyof typeof FAULTS;

export interface Fault {
  /** Milliseconds after the beginning. */
  readonly at: number;
  readonly kind: FaultKind;
  /** Which engine, edge or screen. */
  readonly which: number;
  /** For how long, in milliseconds. */
  readonly ms: number;
}

/** All there is to a run: the same scenario, the same run. */
export interface Scenario {
  readonly seed: number;
  readonly facts: number;
  readonly faults: readonly Fault[];
}

export const ALL_KINDS = Object.keys(FAULTS) as FaultKind[];

const LEAST_FACTS = 60;
const MOST_FACTS = 80;
const MOST_FAULTS = 8;
const FAULTS_WITHIN_MS = 28_000;
const SHORT_MS = [300, 4_000] as const;
const LONG_MS = [4_000, 20_000] as const;

const LOSSES: ReadonlySet<FaultKind> = new Set(['broker-crashed', 'broker-rolled-back', 'broker-store-lost']);
/** After a loss programs begin anew; until then nobody else remembers what there was, so that a second one could not be seen. */
const SEEN_MS = 8_000;

/** Most faults are short; some are longer than a broker remembers message ids. */
export function scenarioOf(seed: number, dice: Dice, kinds: readonly FaultKind[] = ALL_KINDS): Scenario {
  const facts = dice.between(LEAST_FACTS, MOST_FACTS);
  const faults = Array.from({ length: dice.between(1, MOST_FAULTS) }, (): Fault => {
    const kind = dice.one(kinds);
    const [least, most] = dice.once(4) ? LONG_MS : SHORT_MS;
    return {
      at: dice.between(500, FAULTS_WITHIN_MS),
      kind,
      which: dice.throw(FAULTS[kind]),
      ms: dice.between(least, most),
    };
  });
  return { seed, facts, faults: apart(faults.toSorted((one, other) => one.at - other.at)) };
}

/** Losses that come before the last one was seen are left out. */
function apart(faults: readonly Fault[]): Fault[] {
  let seenAt = 0;
  return faults.filter(({ at, kind, ms }) => {
    if (!LOSSES.has(kind)) return true;
    if (at < seenAt) return false;
    seenAt = at + ms + SEEN_MS;
    return true;
  });
}
