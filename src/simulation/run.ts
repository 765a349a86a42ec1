import { Dice } from './dice.ts';
import type { Scenario } from './faults.ts';
import { LagCheck } from './lag-check.ts';
import { LossCheck } from './loss-check.ts';
import { Operator } from './operator.ts';
import { meet } from './race.ts';
import { RawScreen } from './raw-screen.ts';
import { Trace } from './trace.ts';
import { happen } from './trouble.ts';
import { type Violation, World } from './world.ts';

export interface Outcome {
  readonly violations: readonly Violation[];
  /** The same for the same scenario. */
  readonly trace: string;
  readonly facts: number;
  readonly versions: number;
  /** How often an operator had to make engines the newest, having been told. */
  readonly superseded: number;
  /** Facts that were cut. */
  readonly cut: number;
  /** How often the archive was put back into a broker that had lost facts of it. */
  readonly restored: number;
}

/** Facts are said within this time, whatever breaks meanwhile. */
const SAID_WITHIN_MS = 25_000;
/** All faults are over by then. */
const HEALED_AFTER_MS = 50_000;
const QUIET_MS = 40_000;
const STEP_MS = 1_000;
/** Once in so many milliseconds a broker brings to the disk what it has acknowledged. */
const SYNC_MS = 7_000;

/** Runs a scenario to its end. Nothing of it depends on anything but the scenario. */
export async function run(scenario: Scenario): Promise<Outcome> {
  const trace = new Trace();
  const world = new World(scenario.seed, trace);
  try {
    await world.begin();
    plan(world, scenario);
    const lag = new LagCheck(world);
    const loss = new LossCheck(world);
    const operator = new Operator(world);
    for (let ms = 0; ms < HEALED_AFTER_MS + QUIET_MS; ms += STEP_MS) {
      if (ms === HEALED_AFTER_MS) heal(world);
      await world.clock.pass(STEP_MS);
      lag.look();
      loss.look();
      await operator.look();
      takeViolations(world);
    }
    ends(world);
    const versions = world.model.results.lastSeq;
    trace.note(versions, ...world.violations.map(({ rule, where }) => `${rule} ${where}`));
    return {
      violations: world.violations,
      trace: trace.text,
      facts: world.model.facts.lastSeq,
      versions,
      superseded: operator.superseded,
      cut: world.model.factsCut,
      restored: operator.restored,
    };
  } finally {
    world.end();
  }
}

function plan(world: World, { seed, facts, faults }: Scenario): void {
  const { clock, model, venue } = world;
  const dice = new Dice(seed + 1);
  const sayings = meet(dice, facts);
  // In bunches, as things happen.
  for (const [index, saying] of sayings.entries()) {
    if (index < 2 && !dice.once(4)) {
      venue.say(saying);
      continue;
    }
    const at = dice.once(3) ? dice.throw(SAID_WITHIN_MS / 1_000) * 1_000 : dice.throw(SAID_WITHIN_MS);
    clock.after(at, () => venue.say(saying));
  }
  for (const fault of faults) clock.after(fault.at, () => void happen(world, fault));
  clock.every(SYNC_MS, () => {
    if (model.isUp && !model.isFull) model.sync();
  });
}

/** Whatever still stands, stands still or is away goes on. */
function heal(world: World): void {
  const { model, engines, edges, venue, screens, keeper } = world;
  if (!model.isUp) model.start();
  model.elected();
  model.isFull = false;
  world.retireEngines();
  keeper.rest();
  for (const program of [...engines, ...edges, venue]) {
    program.mend();
    program.goOn();
    if (program.program === null) program.start();
  }
  for (const { program, sockets } of screens) {
    program.goOn();
    for (const socket of sockets) socket.mend();
  }
}

/** What the checkers of the raw screens have found since. */
function takeViolations(world: World): void {
  for (const { name, screen } of world.screens) {
    if (!(screen instanceof RawScreen)) continue;
    for (const { rule, where } of screen.talk.violations.splice(0)) world.violated(rule, `${name}: ${where}`);
  }
}

/** In the end every edge and every screen shows what the facts in the broker come to, and the venue has nothing left to say. */
function ends(world: World): void {
  const { model, edges, screens, venue, keeper } = world;
  const { expected } = model;
  for (const { name, core } of edges) {
    for (const wrong of expected.others((channel) => core?.shelf.current(channel) ?? null))
      world.violated('END_STATE', `${name}: ${wrong}`);
    for (const { code, message } of core?.health().missing ?? [
      { code: 'NOT_UP', message: 'it does not run' },
    ])
      world.violated('NEVER_READY', `${name}: ${code} ${message}`);
  }
  for (const { name, document } of screens)
    for (const wrong of expected.others((channel) => document(channel) as never))
      world.violated('END_STATE', `${name}: ${wrong}`);
  if (keeper.isNeeded) world.violated('RECORD_LOST', 'facts that were cut are in the archive alone');
  if (venue.open > 0) world.violated('NOT_SETTLED', `${venue.open} facts wait at the venue`);
}
