import type { Scenario } from './faults.ts';

/**
 * The same failure with less: faults that it does not need go, then facts. `fails` says whether a scenario still does; a scenario that it
 * was not asked about is never given back.
 */
export async function shrunk(
  scenario: Scenario,
  fails: (smaller: Scenario) => Promise<boolean>,
): Promise<Scenario> {
  return fewerFacts(await fewerFaults(scenario, fails), fails);
}

async function fewerFaults(
  scenario: Scenario,
  fails: (smaller: Scenario) => Promise<boolean>,
): Promise<Scenario> {
  for (const left of scenario.faults) {
    const smaller = { ...scenario, faults: scenario.faults.filter((fault) => fault !== left) };
    if (await fails(smaller)) return fewerFaults(smaller, fails);
  }
  return scenario;
}

/** Halves what can go each time: which facts matter has no order that could be searched. */
async function fewerFacts(
  scenario: Scenario,
  fails: (smaller: Scenario) => Promise<boolean>,
): Promise<Scenario> {
  let smallest = scenario;
  for (let less = Math.floor(scenario.facts / 2); less > 0; less = Math.floor(less / 2)) {
    const smaller = { ...smallest, facts: smallest.facts - less };
    if (smaller.facts > 0 && (await fails(smaller))) smallest = smaller;
  }
  return smallest;
}
