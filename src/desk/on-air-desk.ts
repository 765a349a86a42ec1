import type { Broker } from '../broker/broker.ts';
import { bytesOf } from '../incidents/said.ts';
import { afterCommand, type Command, type OnAirRefusalCode } from '../on-air/commands.ts';
import { NEVER_TAKEN, type Output } from '../on-air/output.ts';
import { outputIn } from '../on-air/stored-output.ts';
import { behindOthers } from './behind-others.ts';
import { DeskRefusal, stored } from './desk-refusal.ts';

const WHY: Readonly<Record<OnAirRefusalCode, string>> = {
  NOT_ON_AIR: 'nothing is on air there any more',
  OTHER_CUE: 'something else was taken there since: look again',
  STEP_PASSED: 'somebody has led it on already',
  TOO_MANY_LAYERS: 'too much is on air on this output: take something out first',
};

/** Does what operators ask of outputs. The broker is the memory: whoever comes second decides on what the first one wrote. */
export class OnAirDesk {
  readonly #broker: Pick<Broker, 'onAir' | 'connected'>;
  readonly #now: () => number;

  /** `now`: milliseconds since 1970 by the broker's clock. */
  constructor(broker: Pick<Broker, 'onAir' | 'connected'>, now: () => number) {
    this.#broker = broker;
    this.#now = now;
  }

  /** Gives how the output is by then. Throws `DeskRefusal`. */
  async act(name: string, command: Command): Promise<Output> {
    // What is asked while nobody answers must not go on air later, when nobody waits for it any more.
    if (!this.#broker.connected)
      throw new DeskRefusal('NOT_STORED', 'this desk has no connection to the broker');
    return stored(
      behindOthers(
        () => this.#change(name, command),
        (why) => new DeskRefusal('NOT_STORED', why),
      ),
    );
  }

  async #change(name: string, command: Command): Promise<Output> {
    const { onAir } = this.#broker;
    const found = await onAir.read(name);
    const before = (found === null ? null : outputIn(found.data)) ?? NEVER_TAKEN;
    const after = afterCommand(before, command, this.#now());
    if ('refused' in after) throw new DeskRefusal(after.refused, WHY[after.refused]);
    if (after !== before) await onAir.write(name, bytesOf(after), found?.revision ?? 0);
    return after;
  }
}
