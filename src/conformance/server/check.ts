import type { Run } from './run.ts';
import type { Stage } from './stage.ts';

/** One thing that can be seen over the wire, of one rule. */
export interface Check {
  readonly rule: string;
  /** What holds, as a sentence. */
  readonly name: string;
  /** Waits long and disturbs nobody: runs beside the others of its kind. */
  readonly isPatient?: true;
  /** Throws `Broken` or `NotShown`, each with why. */
  run(stage: Stage): Promise<void>;
}

/** Something that has to hold on every connection of the whole run. */
export interface StandingCheck {
  readonly rule: string;
  readonly name: string;
  /** How often there was an occasion to see it; not shown without one. */
  occasions(run: Run): number;
}
