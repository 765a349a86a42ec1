import { Dice } from './dice.ts';
import { ALL_KINDS, type FaultKind, type Scenario, scenarioOf } from './faults.ts';
import { type Outcome, run } from './run.ts';
import { shrunk } from './shrink.ts';
import type { Violation } from './world.ts';

/** Seeds that follow each other. */
export interface Seeds {
  readonly from: number;
  readonly seeds: number;
}

export interface HowToRun {
  /** By default all. */
  readonly kinds?: readonly FaultKind[];
  /** Makes failing scenarios smaller: takes some fifty runs each. */
  readonly shrinks?: boolean;
}

/** A scenario in which something was that may not be. */
export interface Failure {
  readonly scenario: Scenario;
  readonly violations: readonly Violation[];
}

export interface CampaignReport {
  readonly runs: number;
  readonly facts: number;
  readonly versions: number;
  readonly superseded: number;
  readonly cut: number;
  readonly restored: number;
  /** How often each kind of fault was met. */
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  readonly failures: readonly Failure[];
}

/** One run for each seed. */
export async function campaign(options: Seeds & HowToRun): Promise<CampaignReport> {
  const { from, seeds, kinds = ALL_KINDS, shrinks = false } = options;
  const total = { facts: 0, versions: 0, superseded: 0, cut: 0, restored: 0 };
  const faults: Partial<Record<FaultKind, number>> = {};
  const failures: Failure[] = [];
  for (let seed = from; seed < from + seeds; seed += 1) {
    const scenario = scenarioOf(seed, new Dice(seed), kinds);
    const outcome = await run(scenario);
    total.facts += outcome.facts;
    total.versions += outcome.versions;
    total.superseded += outcome.superseded;
    total.cut += outcome.cut;
    total.restored += outcome.restored;
    for (const { kind } of scenario.faults) faults[kind] = (faults[kind] ?? 0) + 1;
    if (outcome.violations.length > 0) failures.push(await failureIn(scenario, outcome, shrinks));
  }
  return { runs: seeds, ...total, faults, failures };
}

/** The smallest scenario in which the first rule that was broken still is. */
async function failureIn(scenario: Scenario, outcome: Outcome, shrinks: boolean): Promise<Failure> {
  if (!shrinks) return { scenario, violations: outcome.violations };
  const { rule } = outcome.violations[0]!;
  const smallest = await shrunk(scenario, async (smaller) =>
    (await run(smaller)).violations.some((violation) => violation.rule === rule),
  );
  return { scenario: smallest, violations: (await run(smallest)).violations };
}
