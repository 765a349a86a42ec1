/** The logbook as it is shown, and how many alarms there were. */
import type { IncidentStep, LogContent } from './log-content.ts';
import { namedPart } from './part.ts';
import type { LoggedEvent } from './situation.ts';

const RATE_MS = 10 * 60_000;

/** A line that was read. `at`: milliseconds since 1970, by the broker's clock. */
export interface Line {
  readonly at: number;
  readonly content: LogContent;
}

const STEPS: Readonly<Record<IncidentStep, string>> = {
  BEGAN: 'INCIDENT_BEGAN',
  ACKNOWLEDGED: 'INCIDENT_ACKNOWLEDGED',
  CLEARED: 'INCIDENT_CLEARED',
  SHELVED: 'INCIDENT_SHELVED',
  UNSHELVED: 'INCIDENT_UNSHELVED',
};

export function eventOf({ at, content }: Line): LoggedEvent {
  const { by } = content;
  if ('incident' in content) {
    const { code, about, values } = content.incident;
    return { at, what: STEPS[content.step], by, values: { ...values, code, about } };
  }
  if ('roster' in content) {
    const { what, about } = content;
    return { at, what: `PART_${what}`, by, values: about === null ? {} : namedPart(about) };
  }
  return { at, what: content.event, by, values: content.values };
}

/** Alarms of the last ten minutes: incidents that began, without those that followed from others. */
export const alarmsLately = (lines: Iterable<Line>, now: number): number => {
  let count = 0;
  for (const { at, content } of lines)
    if ('incident' in content && content.step === 'BEGAN' && !content.follows && now - at < RATE_MS)
      count += 1;
  return count;
};
