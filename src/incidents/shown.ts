/** The list of incidents as it is shown: what is so now, held against what the logbook says of it. */
import { type Incident, isShelved } from './life-cycle.ts';
import {
  type Condition,
  INCIDENT_CODES,
  INCIDENTS,
  type IncidentCode,
  incidentKey,
  isHiddenBy,
} from './table.ts';

/** So long what has cleared stays in sight. */
const CLEARED_SHOWN_MS = 60 * 60_000;

export interface ShownIncident extends Incident {
  /** Not in the logbook: it cannot be acknowledged yet. */
  readonly isRecorded: boolean;
  readonly isShelved: boolean;
  /** The key of the one from which it follows; null: it stands for itself. */
  readonly hiddenBy: string | null;
}

/** Somebody has to act on it. */
export const isLoud = ({ state, isShelved: rests, hiddenBy }: ShownIncident): boolean =>
  state === 'NEW' && !rests && hiddenBy === null;

/**
 * `records`: the newest of each key in the logbook, `found`: what is so now. What is so and not recorded, because a desk has just seen it or the
 * broker has forgotten it, is new. The loudest come first.
 */
export function shownIncidents(
  records: ReadonlyMap<string, Incident>,
  found: readonly Condition[],
  now: number,
): readonly ShownIncident[] {
  const byKey = new Map(found.map((condition) => [incidentKey(condition), condition]));
  const active = [...records.values()].filter(({ state }) => state !== 'CLEARED');
  const unrecorded = found.filter((condition) => {
    const record = records.get(incidentKey(condition));
    return record === undefined || record.state === 'CLEARED';
  });
  const causes = [...active, ...unrecorded];
  const causeOf = (one: Condition | Incident): string | null => {
    const cause = causes.find((each) => each !== one && isHiddenBy(one, each));
    return cause === undefined ? null : incidentKey(cause);
  };
  const over = [...records.values()].filter(
    ({ state, clearedAt }) => state === 'CLEARED' && now - clearedAt! < CLEARED_SHOWN_MS,
  );
  const shown = [
    ...active.map((record) => ({
      ...record,
      // What it says is of now; since when and by whom is of the record.
      values: byKey.get(incidentKey(record))?.values ?? record.values,
      isRecorded: true,
      isShelved: isShelved(record, now),
      hiddenBy: causeOf(record),
    })),
    ...unrecorded.map((condition) =>
      unrecordedOf(condition, records.get(incidentKey(condition)), causeOf, now),
    ),
    ...over
      .filter((record) => !byKey.has(incidentKey(record)))
      .map((record) => ({ ...record, isRecorded: true, isShelved: false, hiddenBy: null })),
  ];
  return shown.toSorted(loudestFirst);
}

function unrecordedOf(
  condition: Condition,
  before: Incident | undefined,
  causeOf: (condition: Condition) => string | null,
  now: number,
): ShownIncident {
  return {
    ...condition,
    occurrence: (before?.occurrence ?? 0) + 1,
    state: 'NEW',
    since: now,
    acknowledged: null,
    clearedAt: null,
    shelved: null,
    isRecorded: false,
    isShelved: false,
    hiddenBy: causeOf(condition),
  };
}

const RANKS = { NEW: 0, ACKNOWLEDGED: 1, CLEARED: 3 } as const;

function loudestFirst(one: ShownIncident, other: ShownIncident): number {
  return rankOf(one) - rankOf(other) || severityOf(one) - severityOf(other) || other.since - one.since;
}

const rankOf = ({ state, isShelved: rests, hiddenBy }: ShownIncident): number =>
  state !== 'CLEARED' && (rests || hiddenBy !== null) ? 2 : RANKS[state];

const severityOf = ({ code }: { readonly code: IncidentCode }): number =>
  (INCIDENTS[code].severity === 'NOW' ? 0 : 1) + INCIDENT_CODES.indexOf(code) / INCIDENT_CODES.length;
