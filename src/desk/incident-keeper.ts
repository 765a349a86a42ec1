import { ConditionWatch } from '../incidents/condition-watch.ts';
import { begun, cleared, type Incident } from '../incidents/life-cycle.ts';
import { type IncidentStep, keyOfIncident, type LogContent } from '../incidents/log-content.ts';
import { type Condition, type IncidentCode, incidentKey, isHiddenBy } from '../incidents/table.ts';
import type { LogDesk } from './log-desk.ts';

/** Makes of an incident what it is afterwards; null: nothing changes. */
type Make = (before: Incident | null) => Incident | null;

export const incidentIn = (content: LogContent | null): Incident | null =>
  content !== null && 'incident' in content ? content.incident : null;

/** Keeps the incidents of the logbook as what is measured: they begin and clear there, whichever desk sees it first. */
export class IncidentKeeper {
  readonly #log: LogDesk;
  readonly #watch: ConditionWatch;
  readonly #now: () => number;
  #isWriting = false;

  /** `now`: milliseconds since 1970 by the broker's clock; `elapsed`: of a clock that only goes forward, at the start. */
  constructor(log: LogDesk, now: () => number, elapsed: number) {
    this.#log = log;
    this.#now = now;
    this.#watch = new ConditionWatch(elapsed);
  }

  /** Those that have been so for long enough. */
  standing(found: readonly Condition[], elapsed: number): readonly Condition[] {
    return this.#watch.standing(found, elapsed);
  }

  /** Writes what has begun and what has cleared. Call it about once a second; `mayClear`: it is known that one that was not found is not so. */
  async write(
    standing: readonly Condition[],
    elapsed: number,
    mayClear: (code: IncidentCode) => boolean,
  ): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    try {
      for (const condition of standing) await this.#begin(condition, standing);
      for (const [key, incident] of this.#log.incidents)
        if (incident.state !== 'CLEARED' && mayClear(incident.code) && this.#watch.isGone(key, elapsed))
          await this.change('CLEARED', incident, null, (before) => cleared(before, this.#now()));
    } finally {
      this.#isWriting = false;
    }
  }

  async #begin(condition: Condition, standing: readonly Condition[]): Promise<void> {
    const known = this.#log.incidents.get(incidentKey(condition)) ?? null;
    const make: Make = (before) => begun(before, condition, this.#now());
    // Most of the time there is nothing to write, and nobody need be asked.
    if (make(known) === null) return;
    const follows = standing.some((cause) => cause !== condition && isHiddenBy(condition, cause));
    await this.change('BEGAN', condition, null, make, follows);
  }

  /** Gives what is there afterwards, whoever wrote it. */
  async change(
    step: IncidentStep,
    about: Pick<Condition, 'code' | 'about'>,
    by: string | null,
    make: Make,
    follows = false,
  ): Promise<Incident | null> {
    const content = await this.#log.change(keyOfIncident(about), (last) => {
      const incident = make(incidentIn(last));
      return incident === null ? null : { step, incident, follows, by };
    });
    return incidentIn(content);
  }
}
