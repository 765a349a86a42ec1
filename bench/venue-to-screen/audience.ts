import { type ChildProcess, fork } from 'node:child_process';
import { ask, ended } from '../fan-out/stage.ts';
import type { Order, Report } from './screens.ts';
import { type Lateness, latenessOfAll, type Schedule, type Sighting, type Sightings } from './sightings.ts';

/** What all screens together have seen. */
export interface Seen {
  /** Of the probes. */
  readonly sightings: readonly Sighting[];
  /** Of every screen: when a version had reached all of them. */
  readonly last: Lateness;
  readonly screens: number;
}

const SCREENS = new URL('./screens.js', import.meta.url);
const PROBES = 0.1;
const ROUNDS = 10;

/**
 * All screens, in two processes. A tenth of them are probes: in a process of their own, and connected in turn with the
 * others, so that they are spread over the order in which a server writes. What they see is not late because the others'
 * process reads thousands of sockets one after the other, as it would not be if each screen were a machine.
 */
export class Audience {
  readonly #screens: number;
  readonly #probes = fork(SCREENS);
  readonly #others = fork(SCREENS);

  constructor(screens: number) {
    this.#screens = screens;
  }

  /** Connects everybody and gives the version that all of them show. */
  async open(url: string, channel: string): Promise<number> {
    const probes = Math.round(this.#screens * PROBES);
    const parts: [ChildProcess, number][] = [
      [this.#probes, probes],
      [this.#others, this.#screens - probes],
    ];
    for (const [child, screens] of parts) tellTo(child, { begin: { url, channel, screens } });
    let oldest = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [child, screens] of parts) {
        const order: Order = { open: Math.ceil(screens / ROUNDS) };
        oldest = await ask<number>(child, order, 'opened');
      }
    }
    return oldest;
  }

  expect(schedule: Schedule): void {
    for (const child of [this.#probes, this.#others]) tellTo(child, { schedule });
  }

  /** Throws when the last version does not reach every screen. */
  async seen(): Promise<Seen> {
    const [probes, others] = await Promise.all([reportOf(this.#probes), reportOf(this.#others)]);
    const lasts = probes.lasts.map((late, index) => Math.max(late, others.lasts[index]!));
    return { sightings: probes.sightings, last: latenessOfAll(lasts), screens: this.#screens };
  }

  async leave(): Promise<void> {
    await Promise.all([this.#probes, this.#others].map(ended));
  }
}

const tellTo = (child: ChildProcess, order: Order): boolean => child.send(order);

async function reportOf(child: ChildProcess): Promise<Sightings> {
  const order: Order = { report: true };
  const report = await ask<Report>(child, order, 'report');
  if ('missing' in report) throw new Error(report.missing);
  return report;
}
