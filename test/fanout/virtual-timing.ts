import { SimulatedClock } from '../../src/simulation/clock.ts';
import { Program } from '../../src/simulation/program.ts';

/** The time of one program, which the test moves. `soon` runs when the test lets a turn end. */
export class VirtualTiming extends Program {
  /** Milliseconds that work seems to take are added by the test. */
  worked = 0;
  readonly #clock: SimulatedClock;

  constructor(clock = new SimulatedClock()) {
    super(clock);
    this.#clock = clock;
  }

  override elapsed(): number {
    return super.elapsed() + this.worked;
  }

  pass(ms: number): Promise<void> {
    return this.#clock.pass(ms);
  }

  /** Until nothing is left to run now. */
  settle(): Promise<void> {
    return this.pass(0);
  }

  /** Ends one turn of the event loop. */
  async turn(): Promise<void> {
    await this.#clock.turn();
  }

  /** The process has no time: whatever has become due meanwhile runs once, late. */
  async heldUp(ms: number): Promise<void> {
    this.pause();
    await this.pass(ms);
    this.goOn();
    await this.settle();
  }
}
