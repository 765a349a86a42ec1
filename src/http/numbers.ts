import { Counter, Gauge, Registry } from 'prom-client';

/** Gives the text for `/metrics`, made once from a program's own registry. */
export type MetricsText = (own: Registry) => () => Promise<string>;

/** The numbers of both in one text. */
export const together = (one: Registry, other: Registry): Registry => Registry.merge([one, other]);

/** A program that is alone. */
export const ownMetrics: MetricsText = (own) => () => own.metrics();

/** How the numbers of several workers become one: each of them takes in all versions, and has screens of its own. */
type OverWorkers = 'sum' | 'max' | 'min';

/** Numbers for Prometheus; read when asked, so that nothing else pays for them. */
export class Numbers {
  readonly registry = new Registry();

  /** A null is told as NaN: not known. */
  gauge(name: string, help: string, value: () => number | null, aggregator: OverWorkers = 'sum'): void {
    const made: Gauge = new Gauge({
      name,
      help,
      aggregator,
      registers: [this.registry],
      collect: () => made.set(value() ?? Number.NaN),
    });
  }

  /** Several of a name, told apart by labels. */
  gauges(
    name: string,
    help: string,
    labels: readonly string[],
    values: () => Iterable<readonly [readonly (string | number)[], number]>,
  ): void {
    const made: Gauge<string> = new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [this.registry],
      collect: () => {
        made.reset();
        for (const [of, value] of values())
          made.set(Object.fromEntries(labels.map((label, index) => [label, String(of[index])])), value);
      },
    });
  }

  total(name: string, help: string, value: () => number, aggregator: OverWorkers = 'sum'): void {
    const made: Counter = new Counter({
      name,
      help,
      aggregator,
      registers: [this.registry],
      collect: () => {
        made.reset();
        made.inc(value());
      },
    });
  }

  labelled(
    name: string,
    help: string,
    label: string,
    values: () => Iterable<readonly [string | number, number]>,
  ): void {
    const made: Counter<string> = new Counter({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect: () => {
        made.reset();
        for (const [key, value] of values()) made.inc({ [label]: String(key) }, value);
      },
    });
  }
}

/** What every program knows of itself. */
export interface ReadyHealth {
  readonly isConnected: boolean;
  /** Empty: current. */
  readonly missing: readonly { readonly code: string }[];
}

/** What engine and edge alike know of themselves. */
export interface CommonHealth extends ReadyHealth {
  /** Seconds behind the facts that the broker has; null: not known. */
  readonly behind: number | null;
  /** How many facts that is. */
  readonly behindFacts: number | null;
  /** Seconds by which the clock of this machine is ahead of the broker's; null: not known. */
  readonly clockAhead: number | null;
}

/** `health` gives null before there is any. */
export function readyNumbers(numbers: Numbers, health: () => ReadyHealth | null): void {
  numbers.gauge(
    'splitsecond_ready',
    '1 when current, as /readyz says.',
    () => (health()?.missing.length === 0 ? 1 : 0),
    'min',
  );
  numbers.gauge(
    'splitsecond_broker_connected',
    '1 while the connection to the broker stands.',
    () => (health()?.isConnected === true ? 1 : 0),
    'min',
  );
}

export function commonNumbers(numbers: Numbers, health: () => CommonHealth | null): void {
  readyNumbers(numbers, health);
  numbers.gauge(
    'splitsecond_behind_seconds',
    'Seconds by which what is published, or shown, is behind the facts; NaN when not known.',
    () => health()?.behind ?? null,
    'max',
  );
  numbers.gauge(
    'splitsecond_behind_facts',
    'Facts that the broker has and that are not published; NaN when not known.',
    () => health()?.behindFacts ?? null,
    'max',
  );
  numbers.gauge(
    'splitsecond_clock_ahead_seconds',
    "Seconds by which this machine's clock is ahead of the broker's; NaN when not known.",
    () => health()?.clockAhead ?? null,
    'max',
  );
}
