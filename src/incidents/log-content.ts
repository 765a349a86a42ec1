/** What stands in a line of the logbook, read as what anybody may have put there: null for what is none of ours. */
import type { Incident } from './life-cycle.ts';
import { isPartKind } from './part.ts';
import type { Roster, RosterPart } from './roster.ts';
import { areTexts, fieldsIn, isFields, isNumberOrNone, isText } from './said.ts';
import type { LoggedEvent } from './situation.ts';
import { incidentKey, isIncidentCode } from './table.ts';

export type IncidentStep = 'BEGAN' | 'ACKNOWLEDGED' | 'CLEARED' | 'SHELVED' | 'UNSHELVED';

export type LogContent =
  /** `follows`: it was the consequence of another one, and no alarm. */
  | {
      readonly step: IncidentStep;
      readonly incident: Incident;
      readonly follows: boolean;
      readonly by: string | null;
    }
  | {
      readonly roster: Roster;
      readonly what: 'CAME' | 'LEFT' | 'RESET';
      readonly about: RosterPart | null;
      readonly by: string | null;
    }
  | EventContent;

/** It changes nothing that was written before. */
export interface EventContent {
  readonly event: 'RELEASED' | 'DESK_OPENED';
  readonly values: LoggedEvent['values'];
  readonly by: string | null;
}

/** The newest line of it says who should be there. */
export const ROSTER_KEY = 'roster';
export const EVENT_KEY = 'event';

/** The newest line of it says how that incident is. */
export const keyOfIncident = (about: Pick<Incident, 'code' | 'about'>): string =>
  `incident/${incidentKey(about)}`;

export const keyOfContent = (content: LogContent): string => {
  if ('incident' in content) return keyOfIncident(content.incident);
  return 'roster' in content ? ROSTER_KEY : EVENT_KEY;
};

export function contentOf(bytes: Uint8Array): LogContent | null {
  const said = fieldsIn(bytes);
  if (said === null || !(said.by === null || isText(said.by))) return null;
  if ('incident' in said) return isIncident(said.incident) ? (said as unknown as LogContent) : null;
  if ('roster' in said) {
    const { roster, about } = said;
    const isPart = about === null || isRosterPart(about);
    return isPart && Array.isArray(roster) && roster.every(isRosterPart)
      ? (said as unknown as LogContent)
      : null;
  }
  return isText(said.event) && isFields(said.values) ? (said as unknown as LogContent) : null;
}

const STATES: ReadonlySet<unknown> = new Set<Incident['state']>(['NEW', 'ACKNOWLEDGED', 'CLEARED']);

function isIncident(value: unknown): boolean {
  if (!isFields(value)) return false;
  const { code, about, occurrence, state, since, count, values, within } = value;
  const { acknowledged, clearedAt, shelved } = value;
  return (
    isIncidentCode(code) &&
    isText(about) &&
    STATES.has(state) &&
    [occurrence, since, count].every(Number.isFinite) &&
    isFields(values) &&
    areTexts(within) &&
    (acknowledged === null || isSaid(acknowledged, 'at')) &&
    (shelved === null || isSaid(shelved, 'until')) &&
    isNumberOrNone(clearedAt) &&
    (state !== 'CLEARED' || clearedAt !== null)
  );
}

const isSaid = (value: unknown, time: string): boolean =>
  isFields(value) && isText(value.by) && Number.isFinite(value[time]);

const isRosterPart = (value: unknown): value is RosterPart =>
  isFields(value) && isPartKind(value.part) && isText(value.name) && isText(value.url);
