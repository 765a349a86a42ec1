/** Every incident that there is: one line each, with what it is called, what is to be done, and what follows from it. */
import { BROKER_INCIDENTS } from './broker-incidents.ts';
import type { Found, IncidentKind } from './kind.ts';
import type { Measured } from './measured.ts';
import { ON_AIR_INCIDENTS } from './on-air-incidents.ts';
import { PART_INCIDENTS } from './part-incidents.ts';
import { VENUE_INCIDENTS } from './venue-incidents.ts';

const TABLE = { ...BROKER_INCIDENTS, ...PART_INCIDENTS, ...VENUE_INCIDENTS, ...ON_AIR_INCIDENTS };

export type IncidentCode = keyof typeof TABLE;

export const INCIDENTS: Readonly<Record<IncidentCode, IncidentKind>> = TABLE;

export const INCIDENT_CODES = Object.keys(TABLE) as readonly IncidentCode[];

export const isIncidentCode = (code: unknown): code is IncidentCode =>
  typeof code === 'string' && Object.hasOwn(TABLE, code);

/** An incident that is so now. */
export interface Condition extends Required<Found> {
  readonly code: IncidentCode;
}

/** By which an incident is known: the same thing about the same. */
export const incidentKey = ({ code, about }: Pick<Condition, 'code' | 'about'>): string => `${code}/${about}`;

/** Everything that is not as it should be. */
export const conditionsIn = (measured: Measured): readonly Condition[] =>
  INCIDENT_CODES.flatMap((code) =>
    INCIDENTS[code].find(measured).map((found) => ({ count: 1, values: {}, within: [], ...found, code })),
  );

/** Whether it is known that an incident is not so, where it was not found. */
export const isKnown = (code: IncidentCode, measured: Measured): boolean =>
  INCIDENTS[code].isKnown?.(measured) ?? true;

/** Whether one incident follows from another that is there. */
export function isHiddenBy(
  { code, about, within }: Pick<Condition, 'code' | 'about' | 'within'>,
  cause: Pick<Condition, 'code' | 'about'>,
): boolean {
  const { hides } = INCIDENTS[cause.code];
  if (!hides.includes(code) && !hides.includes(`${code}/${about}`)) return false;
  return cause.about === '' || within.includes(cause.about);
}
