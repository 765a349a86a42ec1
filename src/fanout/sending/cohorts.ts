import type { ChannelOnAir } from '../channels/channel-on-air.ts';
import type { View } from '../channels/view.ts';
import { Cohort, type CohortContext, type InCommon } from './cohort.ts';

/** All cohorts of this edge: screens in step, by wire and by what they follow. */
export class Cohorts {
  readonly #context: CohortContext;
  readonly #cohorts = new Map<string, Cohort>();

  constructor(context: Omit<CohortContext, 'dissolved'>) {
    this.#context = { ...context, dissolved: ({ key }) => this.#cohorts.delete(key) };
  }

  /** The cohort that a current screen can join; null when that has something newer under way. */
  of(inCommon: InCommon): Cohort | null {
    const known = this.#cohorts.get(inCommon.key);
    if (known !== undefined)
      return known.isCurrent && known.cursors.size === inCommon.cursors.size ? known : null;
    const cohort = new Cohort(inCommon, this.#context);
    this.#cohorts.set(cohort.key, cohort);
    return cohort;
  }

  /** The view has a channel that it had not before. */
  joinNew(channel: ChannelOnAir, view: View): void {
    for (const cohort of this.#cohorts.values()) cohort.joinNew(channel, view);
  }
}
