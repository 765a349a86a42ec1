/**
 * The life of an incident: new, acknowledged, cleared, and new again when it comes back or grows. Each step gives what it is afterwards, or null
 * where nothing changes, so that two desks that do the same at the same time end in one state. Times in milliseconds by the broker's clock.
 */
import type { Condition, IncidentCode } from './table.ts';

export interface Incident {
  readonly code: IncidentCode;
  readonly about: string;
  /** Counts how often it has begun: what somebody saw of the one before is not said of this one. */
  readonly occurrence: number;
  readonly state: 'NEW' | 'ACKNOWLEDGED' | 'CLEARED';
  readonly since: number;
  /** How much of it there was when this occurrence began. */
  readonly count: number;
  readonly values: Condition['values'];
  readonly within: readonly string[];
  readonly acknowledged: { readonly by: string; readonly at: number } | null;
  readonly clearedAt: number | null;
  /** It may be seen and is not loud until then. */
  readonly shelved: { readonly by: string; readonly until: number } | null;
}

export const isShelved = ({ shelved }: Pick<Incident, 'shelved'>, now: number): boolean =>
  shelved !== null && now < shelved.until;

/** It is so now. Of one that has grown the occurrence before is over. */
export function begun(before: Incident | null, found: Condition, now: number): Incident | null {
  if (before !== null && before.state !== 'CLEARED' && found.count <= before.count) return null;
  const { code, about, count, values, within } = found;
  return {
    code,
    about,
    occurrence: (before?.occurrence ?? 0) + 1,
    state: 'NEW',
    since: now,
    count,
    values,
    within,
    acknowledged: null,
    clearedAt: null,
    // Who put it on the shelf meant that it may come back.
    shelved: before !== null && isShelved(before, now) ? before.shelved : null,
  };
}

/** It is not so any more. */
export const cleared = (before: Incident | null, now: number): Incident | null =>
  before === null || before.state === 'CLEARED' ? null : { ...before, state: 'CLEARED', clearedAt: now };

export interface Seen {
  readonly by: string;
  /** Which one was seen. */
  readonly occurrence: number;
}

/** Of two who acknowledge the same the first one is told. */
export function acknowledged(
  before: Incident | null,
  { by, occurrence }: Seen,
  now: number,
): Incident | null {
  if (before?.state !== 'NEW' || before.occurrence !== occurrence) return null;
  return { ...before, state: 'ACKNOWLEDGED', acknowledged: { by, at: now } };
}

/** `until` in the past takes it from the shelf. */
export function shelved(before: Incident | null, by: string, until: number, now: number): Incident | null {
  if (before === null || before.state === 'CLEARED') return null;
  if (until > now) return { ...before, shelved: { by, until } };
  return isShelved(before, now) ? { ...before, shelved: null } : null;
}
